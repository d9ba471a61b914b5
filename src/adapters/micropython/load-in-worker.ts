/// <reference path="./micropython-package.d.ts" />
/// <reference path="./virtual-files.d.ts" />
import { writeFileSync } from "node:fs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import kernel from "@micropython/micropython-webassembly-pyscript/micropython.wasm";
import type { MicroPython } from "../../application/micropython.ts";
import { startMicroPython } from "./micropython-runtime.ts";

/** Stands for the wasm, which the library would read from a file: a Worker may not compile bytes, and has the module already. */
const placeholder = new Uint8Array(8);
const placeholderPath = "/tmp/ohm-micropython.wasm";

/** The library has no hook for a module: while it loads, the bytes of the placeholder are answered with an instance of ours. */
async function withKernel<T>(load: () => Promise<T>): Promise<T> {
  const real = WebAssembly.instantiate;
  const answering = async (source: unknown, imports?: WebAssembly.Imports) => {
    if (!(source instanceof Uint8Array || source instanceof ArrayBuffer) || source.byteLength !== placeholder.length)
      return Reflect.apply(real, WebAssembly, [source, imports]);
    return { instance: await Reflect.apply(real, WebAssembly, [kernel, imports]), module: kernel };
  };
  const set = (value: unknown) =>
    Object.defineProperty(WebAssembly, "instantiate", { value, configurable: true, writable: true });
  set(answering);
  try {
    return await load();
  } finally {
    set(real);
  }
}

/** MicroPython in the Worker's runtime. Loading it costs tens of milliseconds, so load it on demand and once. */
export function loadInWorker(): Promise<MicroPython> {
  writeFileSync(placeholderPath, placeholder);
  return withKernel(() => startMicroPython((options) => loadMicroPython({ ...options, url: placeholderPath })));
}
