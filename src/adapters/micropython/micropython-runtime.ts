import type { MicroPython, PythonFile, PythonRun } from "../../application/micropython.ts";

/** What the library gives of a fresh runtime. */
export interface Interpreter {
  runPython(code: string): unknown;
}

/** Starts a fresh runtime whose printed lines go to `stdout`. */
export type StartInterpreter = (options: {
  heapsize: number;
  stdout: (line: string) => void;
  linebuffer: boolean;
}) => Promise<Interpreter>;

/** The release that the package `@micropython/micropython-webassembly-pyscript` is built from. */
const version = "1.27.0";

/** Bytes of heap at the start; it grows. */
const heapsize = 1024 * 1024;

/** JSON text is a Python literal too. */
const literal = (text: string): string => JSON.stringify(text);

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim();
/** The last line of a traceback says what went wrong. */
const lastLine = (error: unknown): string => textOf(error).split("\n").at(-1) ?? "unknown error";

/** Where a traceback says that the error is: ` line 3`. */
function placeOf(error: unknown): string {
  const last = [...textOf(error).matchAll(/File "[^"]*", line (\d+)/g)].at(-1)?.[1];
  return last === undefined ? "" : ` line ${last}`;
}

function problemOf(interpreter: Interpreter, { filename, content }: PythonFile): string[] {
  try {
    interpreter.runPython(`compile(${literal(content)}, ${literal(filename)}, "exec")`);
    return [];
  } catch (error) {
    return [`${filename}${placeOf(error)}: ${lastLine(error)}`];
  }
}

/** MicroPython over its build for WebAssembly, which `start` brings. One runtime serves all calls. */
export async function startMicroPython(start: StartInterpreter): Promise<MicroPython> {
  let lines: string[] = [];
  const interpreter = await start({ heapsize, stdout: (line) => lines.push(line), linebuffer: true });
  return {
    version,
    compile: (files) => files.flatMap((file) => problemOf(interpreter, file)),
    run: (program): PythonRun => {
      lines = [];
      try {
        interpreter.runPython(program);
        return { output: lines.join("\n"), error: null };
      } catch (error) {
        return { output: lines.join("\n"), error: `${lastLine(error)}${placeOf(error)}` };
      }
    },
  };
}
