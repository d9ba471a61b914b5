declare module "@micropython/micropython-webassembly-pyscript" {
  /** A fresh runtime. `url` is where its wasm lies; the library looks beside itself without one. */
  export function loadMicroPython(options: {
    heapsize?: number;
    url?: string;
    stdout?: (line: string) => void;
    linebuffer?: boolean;
  }): Promise<{ runPython(code: string): unknown }>;
}
