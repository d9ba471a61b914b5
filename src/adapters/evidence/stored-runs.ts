export interface StoredRuns {
  at: string;
  toolchain: string;
  simulator: string;
  headers: readonly string[];
  compiled: readonly string[];
  simulated: readonly string[];
}
export const boardsOf: ReadonlyMap<string, { programBytes: number; ramBytes: number }> = new Map();
export const storedRuns: StoredRuns = {
  at: "",
  toolchain: "",
  simulator: "",
  headers: [],
  compiled: [],
  simulated: [],
};
