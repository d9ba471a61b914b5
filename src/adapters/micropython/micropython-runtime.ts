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

/** Bytes of heap: a compile needs little, a run holds the files, their stubs and what they recorded. */
const heap = { compile: 512 * 1024, run: 4 * 1024 * 1024 } as const;

/** JSON text is a Python literal too. */
const literal = (text: string): string => JSON.stringify(text);

/** The last line of a traceback says what went wrong. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? "unknown error";
}

/** Where a traceback says that the error is: `line 3`. */
function placeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = /File "[^"]*", line (\d+)/g;
  const last = [...text.matchAll(line)].at(-1)?.[1];
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

/** MicroPython over its build for WebAssembly, which `start` brings; each call gets a runtime of its own. */
export function microPythonOf(start: StartInterpreter, version: string): MicroPython {
  return {
    name: "MicroPython",
    version,
    compile: async (files) => {
      const interpreter = await start({ heapsize: heap.compile, stdout: () => undefined, linebuffer: true });
      return files.flatMap((file) => problemOf(interpreter, file));
    },
    run: async (program): Promise<PythonRun> => {
      const lines: string[] = [];
      const interpreter = await start({
        heapsize: heap.run,
        stdout: (line) => lines.push(line),
        linebuffer: true,
      });
      try {
        interpreter.runPython(program);
        return { output: lines.join("\n"), error: null };
      } catch (error) {
        return { output: lines.join("\n"), error: `${lastLine(error)}${placeOf(error)}` };
      }
    },
  };
}
