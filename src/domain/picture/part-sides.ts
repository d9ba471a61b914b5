import type { Side } from "./diagram-layout.ts";
import type { PictureKind } from "./picture-kind.ts";
import { isBoardKind } from "./picture-kind.ts";

/** Pin names along each edge: from the top on left and right, from the left on top and bottom. */
export type PinSides = Record<Side, string[]>;

/** A quarter turn to the right. Seen from the front pins keep their order around the part: it is turned, never mirrored. */
function turnedOnce(sides: PinSides): PinSides {
  return {
    right: sides.top,
    bottom: sides.right.toReversed(),
    left: sides.bottom,
    top: sides.left.toReversed(),
  };
}

/** The pins after `quarters` quarter turns to the right. */
export function turned(sides: PinSides, quarters: number): PinSides {
  let result = sides;
  for (let i = 0; i < quarters % 4; i++) result = turnedOnce(result);
  return result;
}

/** Modules with two rows of pads: which pins stand on the right, as printed on the usual module. */
const onTheRight: Partial<Record<PictureKind, RegExp>> = {
  charger: /^(OUT|B)[+-]$/,
  boost: /^VOUT/,
  shifter: /^(HV|GND\.2)/,
  relay: /^(NO|COM|NC)$/,
  button: /\.r$/,
  relays: /^(NO|COM|NC)/,
  converter: /^(VOUT|OUT|BAT)/,
  terminal: /^(VIN[+-]|IP[+-])$/,
  "load-switch": /^(VIN|OUT)[+-]/,
  module: /^(VOUT|OUT[+-]|HV)/,
};

/** Edge of a single header as the part is usually looked at; all others have theirs below. */
const headerEdge: Partial<Record<PictureKind, Side>> = {
  oled: "top",
  lcd1602: "top",
  lcd: "left",
  servo: "left",
  cell: "right",
};

/**
 * Pins of parts with two rows as the part is printed, from the top on either side, notch or USB socket up. `NC` pins are of no use but
 * have to be counted. 74HC595, 74HC4050, 74AHCT125: Nexperia data sheets, "Pinning"; A4988: Pololu carrier 1182; TB6612: SparkFun
 * ROB-14451; TCA9548A: Adafruit 2717; TXS0108E, HX711, MCP23017, DFPlayer Mini: the usual breakout.
 */
const realRows: Readonly<Record<string, { left: string; right: string }>> = {
  "74hc595": { left: "Q1 Q2 Q3 Q4 Q5 Q6 Q7 GND", right: "VCC Q0 DS OE STCP SHCP MR Q7S" },
  "74ahct125": { left: "1OE 1A 1Y 2OE 2A 2Y GND", right: "VCC 4OE 4A 4Y 3OE 3A 3Y" },
  "74hc4050": { left: "VCC 1Y 1A 2Y 2A 3Y 3A GND", right: "NC.16 6Y 6A NC.13 5Y 5A 4Y 4A" },
  a4988: { left: "ENABLE MS1 MS2 MS3 RESET SLEEP STEP DIR", right: "VMOT GND.1 2B 2A 1A 1B VDD GND.2" },
  tb6612: { left: "VM VCC GND.1 AO1 AO2 BO2 BO1 GND.2", right: "PWMA AIN2 AIN1 STBY BIN1 BIN2 PWMB GND.3" },
  txs0108e: { left: "VA A1 A2 A3 A4 A5 A6 A7 A8 OE", right: "VB B1 B2 B3 B4 B5 B6 B7 B8 GND" },
  hx711: { left: "E+ E- A- A+ B- B+", right: "GND DT SCK VCC" },
  tca9548a: {
    left: "VIN GND SDA SCL RST A0 A1 A2 SD0 SC0 SD1 SC1",
    right: "SC7 SD7 SC6 SD6 SC5 SD5 SC4 SD4 SC3 SD3 SC2 SD2",
  },
  mcp23017: {
    left: "VCC GND SDA SCL RESET INTA INTB A0 A1 A2",
    right: "GPA0 GPA1 GPA2 GPA3 GPA4 GPA5 GPA6 GPA7 GPB0 GPB1 GPB2 GPB3 GPB4 GPB5 GPB6 GPB7",
  },
  "dfplayer-mini": {
    left: "VCC RX TX DAC_R DAC_L SPK_1 GND SPK_2",
    right: "BUSY USB- USB+ ADKEY_2 ADKEY_1 IO_2 GND.10 IO_1",
  },
};

/** The pins by side. Where the catalogue names no side, the printed rows of this part or the usual module of its kind decide. */
export function sidesOf(pins: { name: string; side?: Side }[], kind: PictureKind, catalogId: string | null): PinSides {
  const rows = realRows[catalogId ?? ""];
  if (rows !== undefined) return printedSides(pins, rows);
  return usualSides(pins, kind);
}

function printedSides(pins: { name: string }[], rows: { left: string; right: string }): PinSides {
  const left = rows.left.split(" ");
  const right = rows.right.split(" ");
  const others = pins.map((pin) => pin.name).filter((name) => !left.includes(name) && !right.includes(name));
  return { left: [...left, ...others], right, top: [], bottom: [] };
}

function usualSides(pins: { name: string; side?: Side }[], kind: PictureKind): PinSides {
  const sides: PinSides = { left: [], right: [], top: [], bottom: [] };
  const isBoard = isBoardKind(kind);
  const half = Math.ceil(pins.length / 2);
  const right = onTheRight[kind];
  const hasTwoRows = right !== undefined && pins.some((pin) => right.test(pin.name));
  pins.forEach((pin, index) => {
    let side: Side = headerEdge[kind] ?? "bottom";
    if (isBoard) side = index < half ? "left" : "right";
    else if (hasTwoRows) side = right.test(pin.name) ? "right" : "left";
    sides[pin.side ?? side].push(pin.name);
  });
  return sides;
}
