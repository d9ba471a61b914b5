import type { FirmwarePlan } from "../plan.ts";
import type { MachineName } from "./python-driver.ts";
import { constantName, figure, quoted, snakeName } from "./python-names.ts";
import type { PythonPart, PythonPlan } from "./python-plan.ts";
import { pythonFunction, suite } from "./python-text.ts";

const coreOf = ({ plan }: PythonPlan) => plan.trace.board.figures.core;

function machineNames(whole: PythonPlan, more: readonly string[]): string[] {
  const names = new Set<MachineName | string>(more);
  for (const { use, driver } of whole.parts) for (const name of driver.machine?.(use) ?? []) names.add(name);
  if (whole.plan.i2c !== null)
    for (const name of [coreOf(whole) === "esp8266" ? "SoftI2C" : "I2C", "Pin"]) names.add(name);
  if (whole.spi !== null) names.add("SPI");
  if (whole.spi !== null && coreOf(whole) !== "esp8266") names.add("Pin");
  return [...names].sort();
}

/** `import` lines: modules of the firmware, then its hardware, then drivers. `machine` holds names that the unit itself needs. */
export function importLines(whole: PythonPlan, more: { modules?: string[]; machine?: string[] } = {}): string[] {
  const installed = new Set(whole.parts.flatMap(({ driver }) => driver.install?.name ?? []));
  const imports = new Set([
    "time",
    ...(more.modules ?? []),
    ...whole.parts.flatMap(({ driver }) => driver.imports ?? []),
  ]);
  const plain = [...imports].filter((name) => !installed.has(name)).sort();
  const machine = machineNames(whole, more.machine ?? []);
  const own = new Map<string, Set<string>>();
  for (const { driver } of whole.parts) {
    if (driver.module === undefined) continue;
    const names = own.get(driver.module.file.name) ?? new Set();
    for (const name of driver.module.names) names.add(name);
    own.set(driver.module.file.name, names);
  }
  const files = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...plain.map((name) => `import ${name}`),
    ...(machine.length === 0 ? [] : [`from machine import ${machine.join(", ")}`]),
    ...[...installed].sort().map((name) => `import ${name}`),
    ...files.map(([name, classes]) => `from ${name} import ${[...classes].sort().join(", ")}`),
  ];
}

const boardNumber = (gpio: string | undefined) => (gpio === "A0" ? "0" : (gpio ?? ""));

/** Pin constants with the part and pin that each is wired to. */
export function pinConstants(whole: PythonPlan): string[] {
  const { plan, parts, spi } = whole;
  const members = parts.filter(({ use }) => use.part.i2c !== undefined).map(({ use }) => use.ref);
  const onSpi = parts.filter(({ driver }) => driver.bus === "spi").map(({ use }) => use.ref);
  const line = (name: string, gpio: string | undefined, what: string) =>
    `PIN_${name} = ${boardNumber(gpio)}  # ${what}`;
  const i2cLines =
    plan.i2c === null
      ? []
      : (["sda", "scl"] as const).map((name) => {
          const upper = name.toUpperCase();
          return line(upper, plan.i2c?.[name].pin.gpio, `${upper} of ${members.join(", ")}`);
        });
  const spiLines = (["sck", "mosi", "miso"] as const).flatMap((name) => {
    const upper = name.toUpperCase();
    if (spi === null) return [];
    const reached = spi[name];
    if (coreOf(whole) === "esp8266")
      return reached === null
        ? []
        : [`# ${upper} of ${onSpi.join(", ")} is ${reached.pin.gpio}: the chip allows no other.`];
    return reached === null
      ? [line(upper, plan.trace.board.figures.spi[name], "not wired: the bus wants a pin")]
      : [line(upper, reached.pin.gpio, `${upper} of ${onSpi.join(", ")}`)];
  });
  const own = parts.flatMap(({ use, driven }) =>
    driven.pins.map(({ suffix, pin, reached }) => {
      const through = reached.through.length === 0 ? "" : ` through ${[...reached.through].reverse().join(", ")}`;
      const analog = reached.pin.gpio === "A0" ? "; the one analog input, A0" : "";
      return line(use.pin(suffix).slice("PIN_".length), reached.pin.gpio, `${use.ref} ${pin}${through}${analog}`);
    }),
  );
  const lines = [...i2cLines, ...spiLines, ...own];
  return lines.length === 0 ? [] : ["# Pins, as in the wiring plan.", ...lines];
}

/** Addresses and figures of the parts. */
export function partConstants({ parts }: PythonPlan): string[] {
  return parts.flatMap(({ use, driven, driver }) => [
    ...(use.part.i2c === undefined ? [] : [addressConstant(use.constant, driven.use.address ?? 0, use.ref)]),
    ...(driver.constants?.(use) ?? []),
  ]);
}

const addressConstant = (name: string, address: number, ref: string) =>
  `${name}_ADDRESS = 0x${address.toString(16).toUpperCase().padStart(2, "0")}  # ${ref}`;

/** Settings as plain constants, for the units that store nothing. */
export function settingConstants({ settings }: FirmwarePlan): string[] {
  return settings.map(({ name, value, comment }) => `${constantName(name)} = ${figure(value)}  # ${comment}`);
}

/** The buses: each core has them in its own way. */
function busObjects(whole: PythonPlan): string[] {
  const { plan, parts, spi } = whole;
  const core = coreOf(whole);
  const kilohertz = Math.min(400, ...parts.flatMap(({ use }) => use.part.i2c?.maxKhz ?? []));
  const wires = `sda=Pin(PIN_SDA), scl=Pin(PIN_SCL), freq=${kilohertz}_000`;
  const unit = (units: number | undefined, otherwise: number) => (core === "rp2040" ? (units ?? 0) : otherwise);
  const i2c =
    plan.i2c === null
      ? []
      : [
          core === "esp8266"
            ? `i2c = SoftI2C(${wires})`
            : `i2c = I2C(${unit(plan.i2c.sda.pin.units?.i2c, 0)}, ${wires})`,
        ];
  if (spi === null) return i2c;
  const lines = core === "esp8266" ? "" : ", sck=Pin(PIN_SCK), mosi=Pin(PIN_MOSI), miso=Pin(PIN_MISO)";
  return [...i2c, `spi = SPI(${unit(spi.sck.pin.units?.spi, 1)}, baudrate=4_000_000${lines})`];
}

/** The buses, then the objects of the parts. */
export function partObjects(whole: PythonPlan): string[] {
  return [...busObjects(whole), ...whole.parts.flatMap(({ use, driver }) => driver.objects(use))];
}

/** Classes that stand before the objects. */
export function buttonClass({ plan }: PythonPlan): string[] {
  if (plan.buttons.length === 0) return [];
  return [
    "class Button:",
    '    """Says once per press that it was pressed, however much the contact bounces."""',
    "",
    "    def __init__(self, pin, active):",
    "        self.pin = pin",
    "        self.active = active",
    "        self.was_down = False",
    "        self.changed = time.ticks_ms()",
    "",
    "    def is_down(self):",
    "        return self.pin.value() == self.active",
    "",
    "    def was_pressed(self):",
    "        down = self.is_down()",
    "        now = time.ticks_ms()",
    "        if down == self.was_down or time.ticks_diff(now, self.changed) < DEBOUNCE_MS:",
    "            return False",
    "        self.was_down = down",
    "        self.changed = now",
    "        return down",
  ];
}

export const everyClass: readonly string[] = [
  "class Every:",
  '    """True once per interval, also when the count of milliseconds starts again at 0."""',
  "",
  "    def __init__(self):",
  "        self.last = time.ticks_ms()",
  "",
  "    def due(self, interval_ms):",
  "        now = time.ticks_ms()",
  "        if time.ticks_diff(now, self.last) < interval_ms:",
  "            return False",
  "        self.last = now",
  "        return True",
];

/** The name under which a reading is kept. */
export const readingName = (field: string): string => snakeName(field);

/** The table of readings and what turns them into text. */
export function readingFunctions({ plan }: PythonPlan): string[][] {
  if (plan.readings.length === 0) return [];
  const rows = plan.readings.map(
    ({ field, label, decimals, unit }) =>
      `    (${[quoted(readingName(field)), quoted(label), quoted(`%.${decimals}f`), quoted(unit)].join(", ")}),`,
  );
  const draws = plan.unit > 1 && plan.displays.length > 0;
  const figures = plan.unit > 1 && plan.displays.some(({ display }) => display.drawsValues === true);
  return [
    ["# What is measured: name, label, form, unit.", "READINGS = (", ...rows, ")"],
    ["# Measured values by name. A missing one or None means: the part did not answer.", "readings = {}"],
    pythonFunction('One reading with its unit, or -- where there is none: "T 21.5C".', "reading_text(index)", [
      "name, label, form, unit = READINGS[index]",
      "value = readings.get(name)",
      'return label + " " + ("--" if value is None else form % value + unit)',
    ]),
    draws
      ? pythonFunction("Texts of the readings from one on, for a display.", "rows_from(first, count)", [
          "return [reading_text(index) for index in range(first, min(first + count, len(READINGS)))]",
        ])
      : [],
    figures
      ? pythonFunction("One reading as a figure, for displays without letters.", "value_of(index)", [
          "return readings.get(READINGS[index][0])",
        ])
      : [],
    plan.unit === 2 && plan.displays.length > 0
      ? []
      : pythonFunction("All readings on one line.", "all_readings()", [
          'return "  ".join(reading_text(index) for index in range(len(READINGS)))',
        ]),
  ];
}

function readFunction({ plan }: PythonPlan, { driven, use, driver }: PythonPart): string[] {
  const own = plan.readings.filter((reading) => reading.use === driven.use);
  if (own.length === 0 || driver.read === undefined) return [];
  const targets = own.map(({ field }) => `readings[${quoted(readingName(field))}]`);
  const line = `${targets.join(", ")} = ${driver.read(use)}`;
  const body = line.length <= 110 ? [line] : ["(", ...targets.map((each) => `    ${each},`), `) = ${driver.read(use)}`];
  return pythonFunction("", `read_${use.name}()`, body);
}

/** What a bus part raises while it is silent must not end the program. */
function setFunction({ plan }: PythonPlan, { driven, use, driver }: PythonPart): string[] {
  if (driver.set === undefined || !plan.outputs.some((output) => output.use === driven.use)) return [];
  const body = driver.set(use);
  const globals = body.filter((line) => line.startsWith("global "));
  const rest = body.filter((line) => !line.startsWith("global "));
  const guarded =
    driver.start === undefined
      ? rest
      : [...suite("try", rest), ...suite("except OSError", ["pass  # silent: Unit 1 says why"])];
  return pythonFunction("", `set_${use.name}(on)`, [...globals, ...guarded]);
}

/** Everything that the three units do with a single part: start it, read it, set it. */
export function partFunctions(whole: PythonPlan): string[][] {
  return whole.parts.flatMap((part) => {
    const { use, driver } = part;
    const functions = driver.functions?.(use);
    const start = driver.start?.(use);
    return [
      functions ?? [],
      start === undefined ? [] : pythonFunction("", `start_${use.name}()`, start),
      readFunction(whole, part),
      setFunction(whole, part),
    ];
  });
}

/** Statements before the parts are started. */
export function setupLines({ parts }: PythonPlan): string[] {
  return parts.flatMap(({ use, driver }) => driver.setup?.(use) ?? []);
}

/** What must be done at every turn, or it would be lost. */
export function tendLines({ parts }: PythonPlan): string[] {
  return parts.flatMap(({ use, driver }) => driver.tend?.(use) ?? []);
}

/** What must be on the board beside main.py. */
export function installLines({ parts }: PythonPlan): string[] {
  const files = [...new Set(parts.flatMap(({ driver }) => driver.module?.file.name ?? []))].sort();
  const packages = [...new Set(parts.flatMap(({ driver }) => driver.install?.name ?? []))].sort();
  return [
    ...(files.length === 0 ? [] : [`Beside it on the board: ${files.map((name) => `${name}.py`).join(", ")}.`]),
    ...packages.map((name) => `Install once: mpremote mip install ${name}`),
  ];
}
