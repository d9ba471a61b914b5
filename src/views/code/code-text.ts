/** Words of the Code tab in English. */
export const codeTextEn = {
  label: "Firmware",
  units: "Success Units",
  unit: {
    1: { name: "Bring-up", aim: "each part proves that it is alive" },
    2: { name: "Minimal device", aim: "does the one thing" },
    3: { name: "Full device", aim: "retries, stores, saves power, logs" },
  },
  device: (deviceId: string) => `Device ${deviceId}`,
  lines: (amount: number) => `${amount} ${amount === 1 ? "line" : "lines"}`,
  evidence: "Evidence",
  ladder: (passed: readonly string[]) => (passed.length === 0 ? "No rung passed" : `Passed: ${passed.join(", ")}`),
  rung: {
    L0: "schema",
    L1: "syntax",
    L2: "pins agree with the wiring",
    L3: "executed on stubs",
    L4: "compiled",
    L5: "simulated",
  },
  failed: "did not pass",
  notRun: "not run here",
  /** Why a rung was not run, as the engine says it. */
  reason: (reason: string) => reason,
  /** What a rung showed, as the engine or the stored run says it. */
  shown: (lines: readonly string[]) => lines.join("\n"),
  checked: (tool: string, version: string) => `checked with this design by ${tool} ${version}`,
  stored: (tool: string, version: string, day: string) =>
    `run in Ohm's own tests on ${day}, with the same program, by ${tool} ${version}`,
  modules: "Driver files to save beside it on the board",
  libraries: "Libraries",
  noLibraries: "none: the board's core is enough",
  install: { cpp: "Install them from a terminal:", python: "Install them on the board from a terminal:" },
  showPin: (pin: string) => `Show ${pin} in the diagram`,
  language: { cpp: "Arduino C++", python: "MicroPython" },
  expected: "What you should see at 115200 baud",
  ready: "production ready",
  empty: "No firmware yet.",
};
