import type { ArduinoCore } from "../catalogue-part.ts";
import { block, cppFunction, floatLiteral, hexByte } from "./cpp-text.ts";
import type { DrivenPart } from "./part-uses.ts";
import type { FirmwarePlan } from "./plan.ts";

/** `bme280 U2 0x76`, `hc-sr04 U3 trig=5 echo=18`: how logs name a part, so that a pasted log leads to it. */
export function logName({ use, pins }: DrivenPart): string {
  const address = use.part.i2c === undefined || use.address === null ? "" : ` ${hexByte(use.address)}`;
  const pinTexts = pins.map(
    ({ suffix, reached }) => ` ${suffix === "" ? "pin" : suffix.toLowerCase()}=${reached.pin.gpio}`,
  );
  return `${use.part.id} ${use.ref}${address}${pinTexts.join("")}`;
}

/** Pin constants with the part and pin that each is wired to. */
export function pinConstants(plan: FirmwarePlan): string[] {
  const members = plan.driven.filter(({ use }) => use.part.i2c !== undefined).map(({ use }) => use.ref);
  const bus =
    plan.i2c === null
      ? []
      : ([
          ["Sda", plan.i2c.sda],
          ["Scl", plan.i2c.scl],
        ] as const);
  const isFixed = plan.trace.board.figures.core === "avr";
  const busLines = bus.map(([name, { pin }]) =>
    isFixed
      ? `// ${pin.gpio} is ${name.toUpperCase()} of ${members.join(", ")}: the chip allows no other.`
      : `constexpr uint8_t kPin${name} = ${pin.gpio};  // ${name.toUpperCase()} of ${members.join(", ")}`,
  );
  const own = plan.driven.flatMap(({ use, pins }) =>
    pins.map(({ constant, pin, reached }) => {
      const through = reached.through.length === 0 ? "" : ` through ${[...reached.through].reverse().join(", ")}`;
      return `constexpr uint8_t ${constant} = ${reached.pin.gpio};  // ${use.ref} ${pin}${through}`;
    }),
  );
  const lines = [...busLines, ...own];
  return lines.length === 0 ? [] : ["// Pins, as in the wiring plan.", ...lines];
}

/** Figures of the parts: addresses, timings, levels. */
export function partConstants(plan: FirmwarePlan): string[] {
  return plan.driven.flatMap(({ use, driver }) => [
    ...(driver.constants?.(use) ?? []),
    ...(plan.unit === 1 ? [] : (driver.display?.constants?.(use) ?? [])),
  ]);
}

/** Settings as plain constants, for the units that store nothing. */
export function settingConstants(plan: FirmwarePlan): string[] {
  return plan.settings.map(
    ({ name, value, comment }) => `constexpr float k${name} = ${floatLiteral(value)};  // ${comment}`,
  );
}

/** The objects of the libraries. */
export function partGlobals(plan: FirmwarePlan): string[] {
  return plan.driven.flatMap(({ use, driver }) => driver.globals?.(use) ?? []);
}

/** The struct that holds one set of measurements. */
export function readingsStruct(plan: FirmwarePlan): string[] {
  const fields = plan.readings
    .filter((reading) => reading.use !== null)
    .map((reading) => `float ${reading.field} = NAN;`);
  if (fields.length === 0) return [];
  const struct = block("struct Readings", fields);
  return [
    "// One set of measurements. NAN means not measured: the sensor did not answer.",
    ...struct.slice(0, -1),
    "};",
    "Readings readings;",
  ];
}

function answersOnI2c(plan: FirmwarePlan): string[] {
  if (plan.i2c === null) return [];
  return cppFunction("True when a part acknowledges its address on the bus.", "bool answersOnI2c(uint8_t address)", [
    "Wire.beginTransmission(address);",
    "return Wire.endTransmission() == 0;",
  ]);
}

/** `printReading`, which serves the serial port and every display alike. */
export function printFunctions(plan: FirmwarePlan): string[][] {
  if (plan.readings.length === 0) return [];
  const cases = plan.readings.map(({ label, value, decimals, unit }, index) => {
    return `case ${index}: printValue(out, F("${label}"), ${value}, ${decimals}, F("${unit}")); break;`;
  });
  return [
    cppFunction(
      'Prints one value with its unit, or -- where there is none: "T 21.5C".',
      "void printValue(Print &out, const __FlashStringHelper *label, float value, uint8_t decimals,\n                const __FlashStringHelper *unit)",
      [
        "out.print(label);",
        "out.print(' ');",
        "if (isnan(value)) {",
        '  out.print(F("--"));',
        "  return;",
        "}",
        "out.print(value, decimals);",
        "out.print(unit);",
      ],
    ),
    [
      `constexpr uint8_t kReadingCount = ${plan.readings.length};`,
      "",
      ...cppFunction(
        "Prints one reading to a display or to the serial port.",
        "void printReading(Print &out, uint8_t index)",
        block("switch (index)", cases),
      ),
    ],
    plan.unit > 1 && plan.displays.some(({ display }) => display.drawsValues === true)
      ? cppFunction("One reading as a figure, for displays without letters.", "float readingValue(uint8_t index)", [
          ...block(
            "switch (index)",
            plan.readings.map(({ value }, index) => `case ${index}: return ${value};`),
          ),
          "return NAN;",
        ])
      : [],
    // Unit 2 with a display prints single readings only.
    plan.unit === 2 && plan.displays.length > 0
      ? []
      : cppFunction("Prints all readings on one line.", "void printReadings(Print &out)", [
          "for (uint8_t index = 0; index < kReadingCount; index++) {",
          '  if (index > 0) out.print(F("  "));',
          "  printReading(out, index);",
          "}",
          "out.println();",
        ]),
  ];
}

function readFunction(plan: FirmwarePlan, { use, driver }: DrivenPart): string[] {
  const own = plan.readings.filter((reading) => reading.use === use);
  const first = own[0];
  if (first === undefined) return [];
  const alive = driver.alive?.(use);
  return block(`bool read${use.typeName}()`, [
    ...[alive, driver.measure?.(use)].flatMap((condition) =>
      condition === undefined ? [] : [`if (!${condition}) return false;`],
    ),
    ...own.map(({ value, expression }) => `${value} = ${expression};`),
    driver.mayBeSilent === true ? "return true;" : `return !isnan(${first.value});`,
  ]);
}

function buttonFunction({ use, driver }: DrivenPart): string[] {
  if (driver.button !== true) return [];
  return cppFunction("True once per press, however much the contact bounces.", `bool wasPressed${use.typeName}()`, [
    "static bool wasDown = false;",
    "static uint32_t changedMs = 0;",
    `const bool down = digitalRead(${use.pin()}) == ${use.activeLevel};`,
    `if (down == wasDown || millis() - changedMs < k${use.typeName}DebounceMs) return false;`,
    "wasDown = down;",
    "changedMs = millis();",
    "return down;",
  ]);
}

/** Everything that the three units do with a single part: start it, read it, set it. */
export function partFunctions(plan: FirmwarePlan): string[][] {
  const ofParts = plan.driven.flatMap((driven) => {
    const { use, driver } = driven;
    const start = driver.start?.(use);
    return [
      driver.functions?.(use) ?? [],
      start === undefined ? [] : block(`bool start${use.typeName}()`, start),
      readFunction(plan, driven),
      driver.output === undefined ? [] : block(`void set${use.typeName}(bool on)`, driver.output.set(use)),
      buttonFunction(driven),
    ];
  });
  return [answersOnI2c(plan), ...ofParts];
}

/** How each core puts the bus on its pins; the AVR has no choice. */
const beginBus: Record<ArduinoCore, readonly string[]> = {
  avr: ["Wire.begin();"],
  esp32: ["Wire.begin(kPinSda, kPinScl);"],
  esp8266: ["Wire.begin(kPinSda, kPinScl);"],
  rp2040: ["Wire.setSDA(kPinSda);", "Wire.setSCL(kPinScl);", "Wire.begin();"],
};

/** The statements of setup() that every unit needs: the bus, then each part's pins and library. */
export function setupStatements(plan: FirmwarePlan): string[] {
  const bus = plan.i2c === null ? [] : beginBus[plan.trace.board.figures.core];
  return [...bus, ...plan.driven.flatMap(({ use, driver }) => driver.setup?.(use) ?? [])];
}

/** The comment at the top: what, which unit, which board, and what to do with it. */
export function headComment(title: string, lines: readonly string[]): string[] {
  return [`// ${title}`, ...lines.map((line) => `// ${line}`)];
}
