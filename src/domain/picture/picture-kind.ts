import type { DesignPart } from "../circuit/design.ts";

/** Boards with a picture of their own. */
export const boardKinds = [
  "esp32",
  "esp32-30",
  "esp32-s3",
  "esp32-c3",
  "supermini",
  "nodemcu",
  "d1-mini",
  "uno",
  "nano",
  "mega",
  "pico",
  "pico-w",
] as const;
export type BoardKind = (typeof boardKinds)[number];

/** How a part is drawn. `module` is a plain board with its pin names, for what has no picture of its own. */
export const pictureKinds = [
  ...boardKinds,
  "bme280",
  "dht22",
  "oled",
  "lcd",
  "sonar",
  "servo",
  "relay",
  "cell",
  "charger",
  "boost",
  "power-board",
  "soil",
  "shifter",
  "buzzer",
  "button",
  "led",
  "resistor",
  "capacitor",
  "diode",
  "breadboard",
  "adapter",
  "pir",
  "ldr",
  "knob",
  "pump",
  "module",
] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Whether a kind is a board, with headers along two sides. */
export function isBoardKind(kind: PictureKind): kind is BoardKind {
  return boardKinds.some((each) => each === kind);
}

/** First match wins, so the more special words stand first. */
const kindWords: [RegExp, PictureKind][] = [
  // What only sounds like one of the pictures below, or would carry another part's name in its picture.
  [
    /^(hx711|load-cell|max7219|neopixel|rgb-led|pca9685|relay-module-[24]ch|dc-motor|drv8833|tb6612|l298n|ads1115)/,
    "module",
  ],
  [/^(bmp280|dht11|sh1106|lcd2004|lcd1602-parallel|txs0108e|lipo|aa-pack|battery-9v|buck|cn3791)/, "module"],
  [/breadboard|splice/, "breadboard"],
  [/adapter/, "adapter"],
  [/\bresistor/, "resistor"],
  [/capacitor|electrolytic/, "capacitor"],
  [/shifter|bss138|txs0108/, "shifter"],
  [/oled|ssd1306|sh1106/, "oled"],
  [/lcd|1602|2004/, "lcd"],
  [/hc-?sr04|ultrasonic|sonar/, "sonar"],
  [/bme280|bmp280|bme680/, "bme280"],
  [/dht ?-?(11|22)|am2302/, "dht22"],
  [/servo|sg90|mg996/, "servo"],
  [/relay/, "relay"],
  [/soil|moisture/, "soil"],
  [/\bpir\b|sr501/, "pir"],
  [/\bldr\b|photoresistor/, "ldr"],
  [/potentiometer/, "knob"],
  [/buzzer/, "buzzer"],
  [/push button|\bbutton|tactile/, "button"],
  [/pump|motor/, "pump"],
  [/super-?mini/, "supermini"],
  [/esp32-?s3/, "esp32-s3"],
  [/esp32-?c3/, "esp32-c3"],
  [/esp32-devkit-v1/, "esp32-30"],
  [/esp32/, "esp32"],
  [/d1-?mini/, "d1-mini"],
  [/nodemcu|esp8266/, "nodemcu"],
  [/arduino-?uno|uno-r3|\buno\b/, "uno"],
  [/\bnano\b/, "nano"],
  [/\bmega\b/, "mega"],
  [/\bpico-?w\b/, "pico-w"],
  [/\bpico\b/, "pico"],
  [/18650.*(board|boost|charg|shield)|power-?bank/, "power-board"],
  [/18650|cell|battery|holder/, "cell"],
  [/tp4056|charger/, "charger"],
  [/boost|mt3608|step-up|converter/, "boost"],
  [/\bleds?\b/, "led"],
  [/diode|1n4007|1n4148|1n5819/, "diode"],
];

/** Chooses the drawing of a part from its catalogue id and name; only boards are drawn as boards. */
export function pictureKindOf(part: Pick<DesignPart, "catalogId" | "name" | "category">): PictureKind {
  const words = `${part.catalogId ?? ""} ${part.name}`.toLowerCase();
  for (const [pattern, kind] of kindWords) {
    if (pattern.test(words) && (!isBoardKind(kind) || part.category === "board")) return kind;
  }
  return "module";
}

/** Leaded parts: their wires end at the leads, their label stands beside them. */
export function isLeaded(kind: PictureKind): boolean {
  return kind === "resistor" || kind === "capacitor" || kind === "diode" || kind === "led";
}

/** Pictures that are only recognisable upright: they are never turned by a quarter. */
export function staysUpright(kind: PictureKind): boolean {
  return kind === "oled" || kind === "lcd" || kind === "sonar" || kind === "dht22" || kind === "power-board";
}
