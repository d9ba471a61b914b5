import { cppFunction } from "../cpp-text.ts";
import type { Driver, Quantity, Reading } from "../driver.ts";
import { adcMax, rawProof } from "./analog.ts";
import { serialLine } from "./serial-line.ts";

/** A voltage as a share of full scale; `falls` where less voltage means more of it. */
function analogShare(facts: { stem: string; quantity: Quantity; label: string; falls?: true }): Driver {
  const { stem, quantity, label, falls } = facts;
  return {
    stem,
    pins: [{ suffix: "", names: ["AO", "S", "AOUT", "OUT"] }],
    isMute: true,
    proof: rawProof,
    readings: (use) => {
      const share = `analogRead(${use.pin()}) * 100.0f / ${adcMax(use)}`;
      const expression = falls === true ? `100.0f - ${share}` : share;
      return [{ quantity, field: `${quantity}Percent`, label, unit: "%", decimals: 0, expression }];
    },
  };
}

export const gasDriver = analogShare({ stem: "gas", quantity: "gas", label: "Gas" });
export const flameDriver = analogShare({ stem: "flame", quantity: "flame", label: "Flame", falls: true });
export const rainDriver = analogShare({ stem: "water", quantity: "water", label: "Water", falls: true });
export const waterLevelDriver = analogShare({ stem: "water", quantity: "water", label: "Water" });
export const lightDriver = analogShare({ stem: "light", quantity: "light", label: "Light" });
export const magnetDriver: Driver = {
  ...analogShare({ stem: "magnet", quantity: "magnet", label: "Mag" }),
  readings: (use) => [
    {
      quantity: "magnet",
      field: "magnetPercent",
      label: "Mag",
      unit: "%",
      decimals: 0,
      // Half of the supply is no field; either pole counts.
      expression: `fabs(analogRead(${use.pin()}) * 200.0f / ${adcMax(use)} - 100.0f)`,
    },
  ],
};

/** Loudness: how far the voltage swings within 50 ms, longer than one wave of a deep voice. */
export const soundDriver: Driver = {
  stem: "sound",
  pins: [{ suffix: "", names: ["AO"] }],
  functions: (use) =>
    cppFunction("Swing of the microphone within 50 ms, as a share of full scale.", `float ${use.name}Percent()`, [
      `int low = ${adcMax(use)}, high = 0;`,
      "for (const uint32_t startMs = millis(); millis() - startMs < 50;) {",
      `  const int raw = analogRead(${use.pin()});`,
      "  if (raw < low) low = raw;",
      "  if (raw > high) high = raw;",
      "}",
      `return high < low ? 0.0f : (high - low) * 100.0f / ${adcMax(use)};`,
    ]),
  isMute: true,
  proof: rawProof,
  readings: ({ name }) => [
    {
      quantity: "sound",
      field: "soundPercent",
      label: "Sound",
      unit: "%",
      decimals: 0,
      expression: `${name}Percent()`,
    },
  ],
};

/** ACS712 of 5 A: 185 mV for each ampere around half of its 5 V, seen through what stands before the pin. */
export const acs712Driver: Driver = {
  stem: "current",
  pins: [{ suffix: "", names: ["OUT"] }],
  settings: ({ typeName }) => [
    {
      name: `${typeName}ZeroPct`,
      value: 50,
      min: 0,
      max: 100,
      comment: "share of full scale without current: yours is in Unit 1",
    },
  ],
  isMute: true,
  proof: rawProof,
  readings: (use) => [
    {
      quantity: "current",
      field: "currentMa",
      label: "I",
      unit: "mA",
      decimals: 0,
      // Full scale is 5 V at the sensor on a 5 V board and, behind 1k over 2k, about the same on a 3.3 V board.
      expression: `(analogRead(${use.pin()}) * 100.0f / ${adcMax(use)} - ${use.setting(`${use.typeName}ZeroPct`)}) * 50.0f / 0.185f`,
    },
  ],
};

/** NTC of 10 k between the pin and ground, 10 k above it: the beta equation, B 3950. */
export const ntcDriver: Driver = {
  stem: "thermistor",
  pins: [{ suffix: "", names: ["SIG"] }],
  functions: (use) =>
    cppFunction(
      "Beta equation: 1/T = 1/298.15 + ln(R/R25)/B. NAN with an open or shorted wire.",
      `float ${use.name}C()`,
      [
        `const float share = analogRead(${use.pin()}) / ${adcMax(use)}.0f;`,
        "if (share < 0.01f || share > 0.99f) return NAN;",
        "const float ohms = 10000.0f * share / (1.0f - share);",
        "return 1.0f / (1.0f / 298.15f + log(ohms / 10000.0f) / 3950.0f) - 273.15f;",
      ],
    ),
  proof: ({ typeName, name }) => ({
    kind: "answers",
    condition: `read${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" t="));', `Serial.print(${name}C(), 1);`],
      expected: " t=<room temperature in C>",
    },
  }),
  readings: ({ name }) => [
    { quantity: "temperature", field: "temperatureC", label: "T", unit: "C", decimals: 1, expression: `${name}C()` },
  ],
};

/** A pin that is high or low; `active` says which means yes. */
function yesOrNo(facts: {
  stem: string;
  quantity: Quantity;
  label: string;
  names: string[];
  active: "HIGH" | "LOW";
  pull?: true;
  try: string;
}): Driver {
  const { stem, quantity, label, names, active, pull } = facts;
  return {
    stem,
    pins: [{ suffix: "", names }],
    setup: (use) => [`pinMode(${use.pin()}, ${pull === true ? "INPUT_PULLUP" : "INPUT"});`],
    isMute: true,
    proof: (use) => ({
      kind: "look",
      detail: {
        statements: [`Serial.print(F(" ${facts.try}: "));`, `Serial.print(digitalRead(${use.pin()}) == ${active});`],
        expected: ` ${facts.try}: <0 or 1>`,
      },
    }),
    readings: (use) => [
      { quantity, field: quantity, label, unit: "", decimals: 0, expression: `digitalRead(${use.pin()}) == ${active}` },
    ],
  };
}

/** Open is 1: the magnet is gone, the contact lets go of ground. */
export const contactDriver = yesOrNo({
  stem: "contact",
  quantity: "contact",
  label: "Open",
  names: ["1"],
  active: "HIGH",
  pull: true,
  try: "open it",
});
export const tiltDriver = yesOrNo({
  stem: "tilt",
  quantity: "tilt",
  label: "Tilt",
  names: ["1"],
  active: "HIGH",
  pull: true,
  try: "tip it over",
});
export const vibrationDriver = yesOrNo({
  stem: "vibration",
  quantity: "acceleration",
  label: "Shake",
  names: ["DO"],
  active: "HIGH",
  try: "shake it",
});
export const obstacleDriver = yesOrNo({
  stem: "obstacle",
  quantity: "motion",
  label: "Near",
  names: ["OUT"],
  active: "LOW",
  try: "hold a hand before it",
});
export const touchDriver = yesOrNo({
  stem: "touch",
  quantity: "touch",
  label: "Touch",
  names: ["I/O"],
  active: "HIGH",
  try: "touch it",
});

/** DS18B20: the library answers -127 for a probe that is gone. */
export const ds18b20Driver: Driver = {
  stem: "probe",
  pins: [{ suffix: "", names: ["DQ"] }],
  globals: (use) => [`OneWire ${use.name}Wire(${use.pin()});`, `DallasTemperature ${use.name}(&${use.name}Wire);`],
  functions: ({ name }) =>
    cppFunction("Measures for up to 0.75 s; NAN when no probe answers.", `float ${name}C()`, [
      `${name}.requestTemperatures();`,
      `const float celsius = ${name}.getTempCByIndex(0);`,
      "return celsius == DEVICE_DISCONNECTED_C ? NAN : celsius;",
    ]),
  start: ({ name }) => [`${name}.begin();`, `return ${name}.getDeviceCount() > 0;`],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" t="));', `Serial.print(${name}C(), 1);`],
      expected: " t=<room temperature in C>",
    },
    hint: "no probe: is the 4.7 k between data and plus there?",
  }),
  readings: ({ name }) => [
    { quantity: "temperature", field: "temperatureC", label: "T", unit: "C", decimals: 1, expression: `${name}C()` },
  ],
};

/** MAX6675: NAN where the couple is open (the library's own answer). */
export const max6675Driver: Driver = {
  stem: "couple",
  pins: [
    { suffix: "Clk", names: ["SCK"] },
    { suffix: "Cs", names: ["CS"] },
    { suffix: "So", names: ["SO"] },
  ],
  globals: (use) => [`MAX6675 ${use.name}(${use.pin("Clk")}, ${use.pin("Cs")}, ${use.pin("So")});`],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `read${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" t="));', `Serial.print(${name}.readCelsius(), 1);`],
      expected: " t=<room temperature in C>",
    },
    hint: "open: is the thermocouple screwed down?",
  }),
  readings: ({ name }) => [
    {
      quantity: "temperature",
      field: "temperatureC",
      label: "T",
      unit: "C",
      decimals: 1,
      expression: `${name}.readCelsius()`,
    },
  ],
};

/** HX711 with a load cell: empty at start is zero, the raw figure over the scale is grams. */
export const hx711Driver: Driver = {
  stem: "scale",
  pins: [
    { suffix: "Dt", names: ["DT"] },
    { suffix: "Sck", names: ["SCK"] },
  ],
  settings: ({ typeName }) => [
    {
      name: `${typeName}Gram`,
      value: 420,
      min: 1,
      max: 100000,
      comment: "raw figure of one gram: weigh something known in Unit 1",
    },
  ],
  globals: ({ name }) => [`HX711 ${name};`],
  functions: (use) =>
    cppFunction("Grams; NAN when the chip is silent.", `float ${use.name}Grams()`, [
      `if (!${use.name}.wait_ready_timeout(500)) return NAN;`,
      `return ${use.name}.get_value(3) / ${use.setting(`${use.typeName}Gram`)};`,
    ]),
  start: (use) => [
    `${use.name}.begin(${use.pin("Dt")}, ${use.pin("Sck")});`,
    `if (!${use.name}.wait_ready_timeout(1000)) return false;`,
    `${use.name}.tare();`,
    "return true;",
  ],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" raw="));', `Serial.print(${name}.read());`],
      expected: " raw=<changes with the weight>",
    },
    hint: "silent: are DT and SCK swapped?",
  }),
  readings: ({ name }) => [
    { quantity: "weight", field: "weightG", label: "W", unit: "g", decimals: 0, expression: `${name}Grams()` },
  ],
};

const fix = (reading: Omit<Reading, "expression">, valid: string, value: string): Reading => ({
  ...reading,
  expression: `${valid} ? ${value} : NAN`,
});

/** NEO-6M: bytes are taken at every turn of loop(), figures are there once satellites are. */
export const gpsDriver: Driver = {
  stem: "gps",
  pins: serialLine.pins,
  headers: serialLine.headers,
  globals: (use) => [...serialLine.globals(use), `TinyGPSPlus ${use.name};`],
  setup: serialLine.setup,
  functions: ({ name }) =>
    cppFunction("Takes what the receiver has said meanwhile.", `void ${name}Listen()`, [
      `while (${name}Line.available() > 0) ${name}.encode(${name}Line.read());`,
    ]),
  tend: ({ name }) => [`${name}Listen();`],
  isMute: true,
  proof: ({ name }) => ({
    kind: "answers",
    act: [`for (const uint32_t startMs = millis(); millis() - startMs < 1500;) ${name}Listen();`],
    condition: `${name}.charsProcessed() > 10`,
    detail: {
      statements: ['Serial.print(F(" satellites="));', `Serial.print(${name}.satellites.value());`],
      expected: " satellites=<0 indoors>",
    },
    hint: "silent: TX of the module goes to the board's receiver",
  }),
  readings: ({ name }) => [
    fix(
      { quantity: "location", field: "latitude", label: "Lat", unit: "", decimals: 5 },
      `${name}.location.isValid()`,
      `${name}.location.lat()`,
    ),
    fix(
      { quantity: "location", field: "longitude", label: "Lon", unit: "", decimals: 5 },
      `${name}.location.isValid()`,
      `${name}.location.lng()`,
    ),
    fix(
      { quantity: "speed", field: "speedKmh", label: "V", unit: "km/h", decimals: 1 },
      `${name}.speed.isValid()`,
      `${name}.speed.kmph()`,
    ),
  ],
};
