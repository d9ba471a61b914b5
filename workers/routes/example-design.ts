const power = {
  rails: [{ id: "3v3", name: "3V3", volts: 3.3, typMa: 95, maxMa: 260, limitMa: 600, loads: [] }],
  assumptions: ["Wi-Fi sends every 15 minutes"],
};

/** A shortened design for the OpenAPI document. */
export const exampleDesign = {
  status: "ok",
  revision: 1,
  requirements: { functions: [], assumed: [], notUnderstood: [] },
  devices: [{ id: "main", name: "Weather station", board: { id: "esp32-devkitc", name: "ESP32 DevKitC" } }],
  board: { id: "esp32-devkitc", name: "ESP32 DevKitC" },
  parts: [],
  nets: [{ id: "3v3", name: "3V3", kind: "power", volts: 3.3, pins: ["U1:3V3"] }],
  connections: [],
  codeFiles: [],
  verdict: "PASS",
  findings: [],
  power,
  cost: { totalCents: 3950, lowCents: 3400, highCents: 4600, currency: "USD", displayCents: 3950 },
};

export const exampleDiagram = {
  version: 1,
  author: "Ohm",
  editor: "wokwi",
  parts: [
    { type: "wokwi-arduino-uno", id: "U1", top: 0, left: 0, attrs: {} },
    { type: "wokwi-resistor", id: "R1", top: 0, left: 300, attrs: { value: "330" } },
    { type: "wokwi-led", id: "D1", top: 71, left: 300, attrs: { color: "red" } },
  ],
  connections: [
    ["U1:13", "R1:1", "green", []],
    ["R1:2", "D1:A", "green", []],
    ["D1:C", "U1:GND.1", "black", []],
  ],
  dependencies: {},
};

export const exampleCheck = {
  verdict: "FAIL",
  findings: [
    {
      ruleId: "short",
      severity: "E",
      message: "3V3 and GND are joined",
      nets: ["n1"],
      pins: ["u1:3V3", "u1:GND"],
      parts: ["u1"],
    },
  ],
  power,
  unknownParts: [],
};

export const examplePart = {
  id: "bme280",
  name: "BME280 breakout",
  partNumber: "BME280",
  family: "sensor",
  description: "Temperature, humidity and pressure over I2C",
};
