import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter } from "./room-log.ts";
import type { RoomStorage, RunRow } from "./room-storage.ts";

/** The longest that a step waits for company, ms: an engine goes through its stages in less, and they are one row then. */
const gatherMs = 50;

interface Step {
  step: number;
  of: number;
  label: string;
}

/**
 * The progress of one run. Steps gather for `gatherMs`, or until the run writes something else, and are stored together. A run that is
 * started again takes the same steps again: those that an earlier try has stored are left out.
 */
export class TurnSteps {
  readonly #runId: string;
  readonly #deps: RoomDeps;
  #gathered: Step[] = [];
  #told: number;

  constructor(run: RunRow, deps: RoomDeps) {
    this.#runId = run.id;
    this.#deps = deps;
    this.#told = run.tries > 1 ? storedSteps(run, deps.storage) : 0;
  }

  /** Takes a step; `due` is called when it has to be written, unless `signal` is aborted or something else was written before. */
  take(step: Step, due: () => void, signal: AbortSignal): void {
    if (this.#told > 0) {
      this.#told -= 1;
      return;
    }
    this.#gathered.push(step);
    if (this.#gathered.length > 1) return;
    this.#deps.clock
      .sleep(gatherMs, signal)
      .then(
        () => this.#gathered.length > 0 && due(),
        () => undefined,
      )
      .catch((error: unknown) => this.#deps.report(error));
  }

  /** Runs `work` in a commit that stores the gathered steps first. They stay gathered when it throws. */
  writeWith<T>(commit: (work: (writer: LogWriter) => T) => T, work: (writer: LogWriter) => T): T {
    const steps = this.#gathered;
    const done = commit((writer) => {
      for (const step of steps)
        writer.append("system", { kind: "run_progress", data: { runId: this.#runId, ...step } });
      return work(writer);
    });
    this.#gathered = [];
    return done;
  }
}

/** How many steps of this run are in the log. */
function storedSteps(run: RunRow, { log }: RoomStorage): number {
  let steps = 0;
  for (let after = run.seq, page = log.after(after, 500); page.length > 0; page = log.after(after, 500)) {
    for (const entry of page) {
      after = entry.kind === "event" ? entry.event.seq : entry.message.seq;
      if (entry.kind === "event" && entry.event.kind === "run_progress" && entry.event.data.runId === run.id)
        steps += 1;
    }
  }
  return steps;
}
