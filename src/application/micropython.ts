/** A file of a Python program, as it lies on the board. */
export interface PythonFile {
  filename: string;
  content: string;
}

/** What a run printed, and how it ended: null where it came to its end, else the error in one line. */
export interface PythonRun {
  output: string;
  error: string | null;
}

/** MicroPython itself: its compiler for any text, its runtime for what this engine wrote only, as it is no sandbox. */
export interface MicroPython {
  readonly version: string;
  /** Compiles without running. Answers one line for each file that does not compile: `main.py line 3: SyntaxError: invalid syntax`. */
  compile(files: readonly PythonFile[]): string[];
  /** Runs a trusted program, which must leave nothing behind. */
  run(program: string): PythonRun;
}
