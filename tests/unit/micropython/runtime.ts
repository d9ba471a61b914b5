/// <reference path="../../../src/adapters/micropython/micropython-package.d.ts" />
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import { startMicroPython } from "../../../src/adapters/micropython/micropython-runtime.ts";

/** MicroPython in Node: the library finds its own wasm beside it. */
export const micropython = await startMicroPython((options) => loadMicroPython(options));
