/** What a bench run saw. Pins by the board's firmware name with what the program did there. */
export interface BenchRecord {
  /** `time`: it ran to the end of the virtual seconds; `sleep`: it went to deep sleep; `end`: it came to its last line. */
  ended: "time" | "sleep" | "end" | "error";
  trouble: string;
  lines: string[];
  pins: Record<string, string[]>;
  addresses: number[];
  errors: string[];
  /** Longest time between two turns of the main loop. */
  gapMs: number;
  /** Turns of Unit 3's main loop: it feeds the watchdog once in each. */
  fed: number;
  sleptMs: number | null;
  ranMs: number;
  served: number;
  files: string[];
}

/** The record in what a bench run printed; null where it printed none. */
export function parseBenchRecord(output: string): BenchRecord | null {
  const last = output.trim().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(last) as BenchRecord;
  } catch {
    return null;
  }
}
