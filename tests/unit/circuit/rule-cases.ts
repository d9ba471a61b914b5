import type { Circuit } from "../../../src/domain/circuit/design.ts";
import type { CheckContext } from "../../../src/domain/circuit/rules/rule.ts";
import { circuitOf } from "./hand-made.ts";

/** What a violating circuit measures, against which limit, in which unit. */
type Figures = [measured: number, limit: number, unit: string];

/**
 * A rule's three circuits: violating, borderline (just inside, null where the rule has no figure to be near to) and clean; the severity and figures of the first,
 * and what else the check must know.
 */
export interface RuleCase {
  rule: string;
  name: string;
  sev: "E" | "W" | "I";
  bad: Circuit;
  edge: Circuit;
  good: Circuit;
  figures: Figures | null;
  context?: Partial<CheckContext>;
  /** Of the borderline and the clean circuit, where it is the context that is good. */
  goodContext?: Partial<CheckContext>;
}

const esp = { U1: "esp32-devkitc" };
const uno = { U1: "uno-r3" };
const pico = { U1: "pico" };

/** A red LED over a resistor from a pin; the current is (level - 2 V) / ohms. */
const led = (pin: string, ohms: number, board: Record<string, string> = esp) =>
  circuitOf(
    { ...board, D1: "led-5mm", R1: ["resistor", ohms] },
    { A: `U1:${pin} R1:1`, B: "R1:2 D1:A", GND: "D1:C U1:GND.1" },
  );

/** Equal LEDs over equal resistors from these pins of a board. */
function leds(board: Record<string, string>, pins: string[], ohms: number): Circuit {
  const parts: Record<string, string | [string, number]> = { ...board };
  const nets: Record<string, string> = { GND: "U1:GND.1" };
  for (const [at, pin] of pins.entries()) {
    parts[`D${at + 1}`] = "led-5mm";
    parts[`R${at + 1}`] = ["resistor", ohms];
    nets[`A${at}`] = `U1:${pin} R${at + 1}:1`;
    nets[`B${at}`] = `R${at + 1}:2 D${at + 1}:A`;
    nets.GND += ` D${at + 1}:C`;
  }
  return circuitOf(parts, nets);
}

/** I2C modules on a board's own bus. */
function bus(
  board: Record<string, string>,
  lines: { rail: string; sda: string; scl: string },
  modules: string[],
): Circuit {
  const parts: Record<string, string> = { ...board };
  const nets = { V: `U1:${lines.rail}`, GND: "U1:GND.1", SDA: `U1:${lines.sda}`, SCL: `U1:${lines.scl}` };
  for (const [at, id] of modules.entries()) {
    const name = `U${at + 2}`;
    parts[name] = id;
    const supply = id === "ads1115" ? "VDD" : ["sht31", "aht20", "vl53l0x", "tcs34725"].includes(id) ? "VIN" : "VCC";
    nets.V += ` ${name}:${supply}`;
    nets.GND += ` ${name}:GND`;
    nets.SDA += ` ${name}:SDA`;
    nets.SCL += ` ${name}:SCL`;
  }
  return circuitOf(parts, nets);
}
const espBus = { rail: "3V3", sda: "21", scl: "22" };
const unoBus = { rail: "5V", sda: "A4", scl: "A5" };

const withResistors = (circuit: Circuit, ohms: number, between: [string, string][]): Circuit =>
  between.reduce<Circuit>((all, ends, at) => {
    const id = `R${at + 1}`;
    const extra = circuitOf({ [id]: ["resistor", ohms] }, {});
    const nets = all.nets.map((net) => {
      const ends_ = ends.flatMap((pin, end) => (net.pins.includes(pin) ? [`${id}:${end + 1}`] : []));
      return { ...net, pins: [...net.pins, ...ends_] };
    });
    return { parts: [...all.parts, ...extra.parts], nets };
  }, circuit);

const rfid = (changes: Record<string, string> = {}) =>
  circuitOf(
    { ...esp, U2: "mfrc522" },
    {
      "3V3": "U1:3V3 U2:3.3V",
      GND: "U1:GND.1 U2:GND",
      CS: "U1:5 U2:SDA",
      SCK: "U1:18 U2:SCK",
      MOSI: "U1:23 U2:MOSI",
      MISO: "U1:19 U2:MISO",
      RST: "U1:27 U2:RST",
      ...changes,
    },
  );
/** Two readers on one bus; the second's select line is `select`. */
const twoReaders = (select: string) =>
  circuitOf(
    { ...esp, U2: "mfrc522", U3: "mfrc522" },
    {
      "3V3": "U1:3V3 U2:3.3V U3:3.3V",
      GND: `U1:GND.1 U2:GND U3:GND${select === "ground" ? " U3:SDA" : ""}`,
      CS: `U1:5 U2:SDA${select === "shared" ? " U3:SDA" : ""}`,
      ...(select === "own" ? { CS2: "U1:32 U3:SDA" } : {}),
      SCK: "U1:18 U2:SCK U3:SCK",
      MOSI: "U1:23 U2:MOSI U3:MOSI",
      MISO: "U1:19 U2:MISO U3:MISO",
      RST: "U1:27 U2:RST U3:RST",
    },
  );
const gps = (tx: string, rx: string) =>
  circuitOf(
    { ...esp, U2: "gps-neo-6m" },
    { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", A: `U1:${tx} U2:TX`, B: `U1:${rx} U2:RX` },
  );
const ds18b20 = (ohms: number | null) =>
  circuitOf(
    { ...esp, U2: "ds18b20", ...(ohms === null ? {} : { R1: ["resistor", ohms] as [string, number] }) },
    {
      V: `U1:3V3 U2:VDD${ohms === null ? "" : " R1:1"}`,
      GND: "U1:GND.1 U2:GND",
      D: `U1:4 U2:DQ${ohms === null ? "" : " R1:2"}`,
    },
  );
const strip = (board: Record<string, string>, data: string, ohms: number | null) =>
  circuitOf(
    {
      ...board,
      D1: "neopixel-stick-8",
      C1: "capacitor-electrolytic",
      ...(ohms === null ? {} : { R1: ["resistor", ohms] as [string, number] }),
    },
    {
      V: "U1:5V D1:5V C1:+",
      GND: "U1:GND.1 D1:GND C1:-",
      ...(ohms === null ? { A: `U1:${data} D1:DIN` } : { A: `U1:${data} R1:1`, B: "R1:2 D1:DIN" }),
    },
  );
/** A bare MOSFET that switches a lamp of no name; the gate is driven from `pin` over 150 ohm. */
const mosfet = (board: Record<string, string>, pin: string, pullOhms: number | null) =>
  circuitOf(
    {
      ...board,
      Q1: "irlz44n",
      X1: "lamp",
      R1: ["resistor", 150],
      ...(pullOhms === null ? {} : { R2: ["resistor", pullOhms] as [string, number] }),
    },
    {
      V: "U1:5V X1:+",
      GND: `U1:GND.1 Q1:S${pullOhms === null ? "" : " R2:2"}`,
      A: `U1:${pin} R1:1`,
      G: `R1:2 Q1:G${pullOhms === null ? "" : " R2:1"}`,
      L: "X1:- Q1:D",
    },
  );
const npn = (ohms: number | null) =>
  circuitOf(
    { ...uno, Q1: "npn-2n2222", X1: "lamp", ...(ohms === null ? {} : { R1: ["resistor", ohms] as [string, number] }) },
    {
      V: "U1:5V X1:+",
      GND: "U1:GND.1 Q1:E",
      ...(ohms === null ? { A: "U1:8 Q1:B" } : { A: "U1:8 R1:1", B: "R1:2 Q1:B" }),
      L: "X1:- Q1:C",
    },
  );
/** A linear regulator from a source, which feeds a small sensor and, where one is given, a greater load. */
const regulated = ([regulator, output]: [string, string], source: string, load: string | null = null) =>
  circuitOf(
    { PS1: source, PS2: regulator, U2: "bme280", ...(load === null ? {} : { U3: load }) },
    {
      IN: "PS1:+ PS2:VIN",
      OUT: `PS2:${output} U2:VCC${load === null ? "" : " U3:VCC"}`,
      GND: `PS1:- PS2:GND U2:GND${load === null ? "" : " U3:GND"}`,
    },
  );
const ams1117: [string, string] = ["ams1117-3v3", "OUT"];
const ht7333: [string, string] = ["ht7333", "VOUT"];
const ahct = (inputs: string) =>
  circuitOf(
    { ...uno, U2: "74ahct125", C1: "capacitor-ceramic", X1: "lamp" },
    {
      V: "U1:5V U2:VCC C1:1",
      GND: `U1:GND.1 U2:GND U2:1OE U2:2OE U2:3OE U2:4OE C1:2 ${inputs}`,
      A: "U1:8 U2:1A",
      Y: "U2:1Y X1:IN",
    },
  );
const nrf = (capacitor: string | null) =>
  circuitOf(
    { ...esp, U2: "nrf24l01", ...(capacitor === null ? {} : { C1: capacitor }) },
    {
      V: `U1:3V3 U2:VCC${capacitor === null ? "" : capacitor === "capacitor-ceramic" ? " C1:1" : " C1:+"}`,
      GND: `U1:GND.1 U2:GND${capacitor === null ? "" : capacitor === "capacitor-ceramic" ? " C1:2" : " C1:-"}`,
      CE: "U1:4 U2:CE",
      CS: "U1:5 U2:CSN",
      SCK: "U1:18 U2:SCK",
      MOSI: "U1:23 U2:MOSI",
      MISO: "U1:19 U2:MISO",
    },
  );
const button = (pin: string, ohms: number | null) =>
  circuitOf(
    { ...esp, SW1: "button-6mm", ...(ohms === null ? {} : { R1: ["resistor", ohms] as [string, number] }) },
    {
      B: `U1:${pin} SW1:1.l${ohms === null ? "" : " R1:1"}`,
      GND: "U1:GND.1 SW1:2.l",
      V: `U1:3V3${ohms === null ? "" : " R1:2"}`,
    },
  );
const railNets = (a: number, b: number): Circuit => ({
  ...circuitOf({ X1: "supply", X2: "supply", U2: "dht22" }, {}),
  nets: [
    { id: "A", name: "A", kind: "supply", volts: a, pins: ["X1:+", "U2:VCC"] },
    { id: "B", name: "B", kind: "supply", volts: b, pins: ["X2:+", "U2:VCC"] },
    { id: "GND", name: "GND", kind: "ground", volts: 0, pins: ["X1:-", "X2:-", "U2:GND"] },
  ],
});

/** Cases of the rules beyond the first ones, which stand in rules.test.ts. */
export const ruleCases: RuleCase[] = [
  {
    rule: "rail-conflict",
    name: "two supplies of 5 V and 3.3 V meet at one pin",
    sev: "E",
    bad: railNets(5, 3.3),
    edge: railNets(5, 4.3),
    good: railNets(5, 5),
    figures: [3.3, 5, "V"],
  },
  {
    rule: "out-out",
    name: "the outputs of two sensors on one pin",
    sev: "E",
    bad: circuitOf(
      { ...uno, U2: "ttp223", U3: "ttp223" },
      { V: "U1:5V U2:VCC U3:VCC", GND: "U1:GND.1 U2:GND U3:GND", S: "U1:8 U2:I/O U3:I/O" },
    ),
    // Two open-drain sensors may share a line, and two parts with chip selects.
    edge: circuitOf(
      { ...uno, U2: "dht22", U3: "dht22" },
      { V: "U1:5V U2:VCC U3:VCC", GND: "U1:GND.1 U2:GND U3:GND", S: "U1:8 U2:DATA U3:DATA" },
    ),
    good: twoReaders("own"),
    figures: [2, 1, "outputs"],
  },
  {
    rule: "i2c-rail",
    name: "a 3.3 V sensor on a bus that is pulled to 5 V",
    sev: "E",
    bad: circuitOf(
      { ...uno, U2: "bme280", DS1: "lcd1602-i2c" },
      {
        "3V3": "U1:3.3V U2:VCC",
        "5V": "U1:5V DS1:VCC",
        GND: "U1:GND.1 U2:GND DS1:GND",
        SDA: "U1:A4 U2:SDA DS1:SDA",
        SCL: "U1:A5 U2:SCL DS1:SCL",
      },
    ),
    edge: bus(uno, { ...unoBus, rail: "3.3V" }, ["bme280", "aht20"]),
    good: bus(esp, espBus, ["bme280", "aht20"]),
    figures: [5, 3.6, "V"],
  },
  {
    rule: "regulator",
    name: "an AMS1117 from one Li-ion cell",
    sev: "E",
    bad: regulated(ams1117, "cell-18650"),
    edge: regulated(ams1117, "adapter-5v-2a"),
    good: regulated(ht7333, "cell-18650"),
    figures: [0.3, 1.3, "V"],
  },
  {
    rule: "regulator",
    name: "a linear regulator that gets too hot",
    sev: "E",
    bad: regulated(ams1117, "adapter-12v-2a", "dfplayer-mini"),
    edge: regulated(ams1117, "adapter-5v-2a", "dfplayer-mini"),
    good: regulated(ams1117, "adapter-12v-2a"),
    figures: [4.36, 1, "W"],
  },
  {
    rule: "mosfet-gate",
    name: "a gate that nothing pulls down",
    sev: "W",
    bad: mosfet(uno, "8", null),
    edge: mosfet(uno, "8", 1_000_000),
    good: mosfet(uno, "8", 10_000),
    figures: [0, 1, "pull-downs"],
  },
  {
    rule: "mosfet-gate",
    name: "a gate that is not specified at 3.3 V",
    sev: "E",
    bad: mosfet(esp, "26", 10_000),
    edge: mosfet(uno, "8", 10_000),
    good: mosfet(uno, "8", 10_000),
    figures: [3.3, 4, "V"],
  },
  {
    rule: "bjt-base",
    name: "a base straight on a pin",
    sev: "E",
    bad: npn(null),
    edge: npn(220),
    good: npn(1000),
    figures: [0, 1000, "ohm"],
  },
  {
    rule: "gpio-current",
    name: "a pin that gives more than it survives",
    sev: "E",
    // (3.3 V - 2 V) / 30 ohm = 43.3 mA.
    bad: led("26", 30),
    // 65 ohm: 20 mA, the design limit.
    edge: led("26", 65),
    good: led("26", 330),
    figures: [43.3, 40, "mA"],
  },
  {
    rule: "gpio-current",
    name: "a pin that gives more than is good for it",
    sev: "W",
    bad: led("26", 64),
    edge: led("26", 65),
    good: led("26", 330),
    figures: [20.3, 20, "mA"],
  },
  {
    rule: "gpio-current",
    name: "a Pico's pin above 80 % of its one figure",
    sev: "W",
    bad: led("GP15", 130, pico),
    edge: led("GP15", 135.5, pico),
    good: led("GP15", 330, pico),
    figures: [10, 9.6, "mA"],
  },
  {
    rule: "gpio-current",
    name: "a pin that takes in more than it survives",
    sev: "E",
    bad: circuitOf(
      { ...esp, D1: "led-5mm", R1: ["resistor", 45] },
      { V: "U1:3V3 R1:1", N: "R1:2 D1:A", K: "D1:C U1:26", GND: "U1:GND.1" },
    ),
    edge: circuitOf(
      { ...esp, D1: "led-5mm", R1: ["resistor", 65] },
      { V: "U1:3V3 R1:1", N: "R1:2 D1:A", K: "D1:C U1:26", GND: "U1:GND.1" },
    ),
    good: circuitOf(
      { ...esp, D1: "led-5mm", R1: ["resistor", 330] },
      { V: "U1:3V3 R1:1", N: "R1:2 D1:A", K: "D1:C U1:26", GND: "U1:GND.1" },
    ),
    figures: [28.9, 28, "mA"],
  },
  {
    rule: "gpio-current",
    name: "a module that a pin feeds",
    sev: "E",
    bad: circuitOf({ ...uno, U2: "gps-neo-6m" }, { V: "U1:8 U2:VCC", GND: "U1:GND.1 U2:GND" }),
    edge: circuitOf({ ...uno, U2: "hc-sr04" }, { V: "U1:8 U2:VCC", GND: "U1:GND.1 U2:GND" }),
    good: circuitOf({ ...uno, U2: "dht22" }, { V: "U1:8 U2:VCC", GND: "U1:GND.1 U2:GND" }),
    figures: [67, 40, "mA"],
  },
  {
    rule: "port-current",
    name: "nine LEDs on one half of an Uno",
    sev: "E",
    // Each 17.6 mA: nine are 158.8.
    bad: leds(uno, ["5", "6", "7", "8", "9", "10", "11", "12", "13"], 170),
    // Each 16.7 mA: nine are 150.
    edge: leds(uno, ["5", "6", "7", "8", "9", "10", "11", "12", "13"], 180),
    good: leds(uno, ["5", "6", "7"], 170),
    figures: [158.8, 150, "mA"],
  },
  {
    rule: "port-current",
    name: "six LEDs on a Pico",
    sev: "E",
    bad: leds(pico, ["GP10", "GP11", "GP12", "GP13", "GP14", "GP15"], 150),
    edge: leds(pico, ["GP10", "GP11", "GP12", "GP13", "GP14", "GP15"], 156),
    good: leds(pico, ["GP10"], 150),
    figures: [52, 50, "mA"],
  },
  {
    rule: "resistor-power",
    name: "a resistor across 5 V that burns",
    sev: "E",
    // 25 / 99 = 252.5 mW.
    bad: circuitOf({ ...uno, R1: ["resistor", 99] }, { V: "U1:5V R1:1", GND: "U1:GND.1 R1:2" }),
    // 25 / 200 = 125 mW.
    edge: circuitOf({ ...uno, R1: ["resistor", 200] }, { V: "U1:5V R1:1", GND: "U1:GND.1 R1:2" }),
    good: circuitOf({ ...uno, R1: ["resistor", 1000] }, { V: "U1:5V R1:1", GND: "U1:GND.1 R1:2" }),
    figures: [252.53, 250, "mW"],
  },
  {
    rule: "resistor-power",
    name: "a resistor across 5 V that gets hot",
    sev: "W",
    bad: circuitOf({ ...uno, R1: ["resistor", 199] }, { V: "U1:5V R1:1", GND: "U1:GND.1 R1:2" }),
    edge: circuitOf({ ...uno, R1: ["resistor", 200] }, { V: "U1:5V R1:1", GND: "U1:GND.1 R1:2" }),
    good: led("8", 330, uno),
    figures: [125.63, 125, "mW"],
  },
  {
    rule: "i2c-pins",
    name: "SDA and SCL crossed at an ESP32's own bus",
    sev: "E",
    bad: bus(esp, { rail: "3V3", sda: "22", scl: "21" }, ["ssd1306"]),
    // One default pin used for the other line is the firmware's choice.
    edge: bus(esp, { rail: "3V3", sda: "22", scl: "25" }, ["ssd1306"]),
    good: bus(esp, espBus, ["ssd1306"]),
    figures: null,
  },
  {
    rule: "i2c-pullup",
    name: "pull-ups of many modules together too strong",
    sev: "E",
    // 4.7k to the OLED's own 3.3 V, 4.7k, 3.3k and 10k to 5 V are 1,207 ohm to 4.56 V, which wants 1,388.
    bad: bus(uno, unoBus, ["ssd1306", "lcd1602-i2c", "ds1307", "aht20"]),
    // 4.7k three times: 1,567 ohm.
    edge: bus(uno, unoBus, ["ssd1306", "lcd1602-i2c", "lcd2004-i2c"]),
    good: bus(esp, espBus, ["ssd1306", "aht20"]),
    figures: [1207, 1388, "ohm"],
  },
  {
    rule: "i2c-pullup",
    name: "a pull-up too weak for 400 kHz",
    sev: "W",
    // 300 ns / (0.8473 x 70 pF) is 5,058 ohm; an AHT20 module alone has 10k.
    bad: bus(esp, espBus, ["aht20"]),
    edge: withResistors(bus(esp, espBus, ["aht20"]), 10_000, [
      ["U1:3V3", "U1:21"],
      ["U1:3V3", "U1:22"],
    ]),
    good: bus(esp, espBus, ["ssd1306"]),
    figures: [10_000, 5058, "ohm"],
    context: { i2cKhz: 400 },
    goodContext: { i2cKhz: 400 },
  },
  {
    rule: "i2c-speed",
    name: "a display of 100 kHz on a bus of 400 kHz",
    sev: "W",
    bad: bus(uno, unoBus, ["lcd1602-i2c"]),
    edge: bus(uno, unoBus, ["ssd1306"]),
    good: bus(uno, unoBus, ["ssd1306"]),
    figures: [400, 100, "kHz"],
    context: { i2cKhz: 400 },
    goodContext: { i2cKhz: 400 },
  },
  {
    rule: "spi-cs",
    name: "a chip select shared by two",
    sev: "E",
    bad: twoReaders("shared"),
    edge: rfid({ CS: "U2:SDA U1:GND.2", GND: "U1:GND.1 U2:GND" }),
    good: twoReaders("own"),
    figures: null,
  },
  {
    rule: "spi-dir",
    name: "MOSI and MISO crossed",
    sev: "E",
    bad: rfid({ MOSI: "U1:23 U2:MISO", MISO: "U1:19 U2:MOSI" }),
    edge: rfid({ MOSI: "U1:32 U2:MOSI", MISO: "U1:33 U2:MISO" }),
    good: rfid(),
    figures: null,
  },
  {
    rule: "uart-cross",
    name: "TX on TX and RX on RX",
    sev: "E",
    bad: gps("17", "16"),
    // Another pin in one line is the firmware's choice.
    edge: gps("17", "25"),
    good: gps("16", "17"),
    figures: null,
  },
  {
    rule: "onewire",
    name: "1-Wire without a pull-up",
    sev: "W",
    bad: ds18b20(null),
    edge: ds18b20(10_000),
    good: ds18b20(4700),
    figures: [0, 1, "pull-ups"],
  },
  {
    rule: "onewire",
    name: "1-Wire with too weak a pull-up",
    sev: "W",
    bad: ds18b20(12_000),
    edge: ds18b20(10_000),
    good: ds18b20(4700),
    figures: [12_000, 10_000, "ohm"],
  },
  {
    rule: "onewire",
    name: "1-Wire with too strong a pull-up",
    sev: "W",
    bad: ds18b20(1_000),
    edge: ds18b20(1_150),
    good: ds18b20(4700),
    figures: [1_000, 1_150, "ohm"],
  },
  {
    rule: "level-margin",
    name: "a matrix of 5 V on an ESP32's pins",
    sev: "W",
    bad: circuitOf(
      { ...esp, DS1: "max7219-matrix" },
      { V: "U1:5V DS1:VCC", GND: "U1:GND.1 DS1:GND", A: "U1:23 DS1:DIN", B: "U1:18 DS1:CLK", C: "U1:5 DS1:CS" },
    ),
    edge: circuitOf(
      { ...esp, DS1: "lcd1602-parallel" },
      { V: "U1:5V DS1:VDD", GND: "U1:GND.1 DS1:VSS", A: "U1:26 DS1:RS", B: "DS1:E U1:27" },
    ),
    good: circuitOf(
      { ...uno, DS1: "max7219-matrix" },
      { V: "U1:5V DS1:VCC", GND: "U1:GND.1 DS1:GND", A: "U1:11 DS1:DIN", B: "U1:13 DS1:CLK", C: "U1:10 DS1:CS" },
    ),
    figures: [2.64, 3.5, "V"],
  },
  {
    rule: "neopixel",
    name: "a strip without its data resistor",
    sev: "W",
    bad: strip(uno, "6", null),
    edge: strip(uno, "6", 300),
    good: strip(uno, "6", 330),
    figures: [0, 300, "ohm"],
  },
  {
    rule: "neopixel",
    name: "a strip of 5 V on a pin of 3.3 V",
    sev: "W",
    bad: strip(esp, "26", 330),
    edge: strip(uno, "6", 470),
    good: strip(uno, "6", 330),
    figures: [2.64, 3.5, "V"],
  },
  {
    rule: "floating-input",
    name: "a button on a pin without a pull",
    sev: "W",
    bad: button("34", null),
    edge: button("34", 100_000),
    good: button("32", null),
    figures: [0, 1, "pull-ups"],
  },
  {
    rule: "floating-input",
    name: "an unused gate of a bare chip",
    sev: "W",
    bad: ahct("U2:2A U2:3A"),
    edge: ahct("U2:2A U2:3A U2:4A"),
    good: strip(uno, "6", 330),
    figures: [0, 1, "drivers"],
  },
  {
    rule: "shorted-part",
    name: "a resistor with both legs in one row",
    sev: "W",
    bad: circuitOf({ ...uno, R1: ["resistor", 330] }, { A: "U1:8 R1:1 R1:2" }),
    edge: circuitOf({ ...uno, SW1: "button-6mm" }, { A: "U1:8 SW1:1.l SW1:1.r", GND: "SW1:2.l U1:GND.1" }),
    good: led("8", 330, uno),
    figures: [1, 2, "nets"],
  },
  {
    rule: "dangling",
    name: "a resistor with one end open",
    sev: "I",
    bad: circuitOf({ ...uno, R1: ["resistor", 330] }, { A: "U1:8 R1:1" }),
    // A part that nothing is wired to is only not used.
    edge: circuitOf({ ...uno, R1: ["resistor", 330] }, { A: "U1:8 U1:9" }),
    good: led("8", 330, uno),
    figures: [1, 2, "ends"],
  },
  {
    rule: "decoupling",
    name: "a radio without its capacitor",
    sev: "W",
    bad: nrf("capacitor-ceramic"),
    edge: nrf("capacitor-10uf"),
    good: nrf("capacitor-electrolytic"),
    figures: [100, 10_000, "nF"],
  },
];
