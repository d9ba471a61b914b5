declare module "@micropython/micropython-webassembly-pyscript" {
  /** A fresh runtime. `url` is where its wasm lies; the library looks beside itself without one. */
  export function loadMicroPython(options: {
    heapsize?: number;
    url?: string;
    stdout?: (line: string) => void;
    linebuffer?: boolean;
  }): Promise<{ runPython(code: string): unknown }>;
}

declare module "@micropython/micropython-webassembly-pyscript/micropython.wasm" {
  /** The Worker gets its wasm as a module that was compiled when it was uploaded. */
  const kernel: WebAssembly.Module;
  export = kernel;
}
