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

/** Pictures from @wokwi/elements (MIT), each in `web/public/parts` under its name: `scripts/part-pictures.mjs` makes them. */
export const elementKinds = [
  "seven-segment",
  "joystick",
  "sound",
  "rtc",
  "flame",
  "gas",
  "tft",
  "ir-receiver",
  "encoder",
  "lcd2004",
  "lcd1602",
  "led-ring",
  "keypad",
  "micro-sd",
  "mpu6050",
  "rgb-led",
  "slide-switch",
  "stepper",
  "tilt-switch",
] as const;
export type ElementKind = (typeof elementKinds)[number];

/** How a part is drawn. `module` is a plain board with its pin names, for what has no picture of its own. */
export const pictureKinds = [
  ...boardKinds,
  ...elementKinds,
  "bme280",
  "dht22",
  "oled",
  "lcd",
  "sonar",
  "servo",
  "relay",
  "relays",
  "cell",
  "charger",
  "boost",
  "converter",
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
  "probe",
  "bead",
  "reed",
  "obstacle",
  "comb",
  "touch",
  "load-cell",
  "gps",
  "coin-clock",
  "terminal",
  "to92",
  "to220",
  "dip",
  "digits",
  "matrix",
  "light-strip",
  "speaker",
  "geared-stepper",
  "gear-motor",
  "solenoid",
  "fan",
  "pouch",
  "cell-pack",
  "block-battery",
  "solar",
  "rfid",
  "radio",
  "driver",
  "bridge",
  "load-switch",
  "module",
] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Whether a kind is a board, with headers along two sides. */
export function isBoardKind(kind: PictureKind): kind is BoardKind {
  return boardKinds.some((each) => each === kind);
}

/** Whether a kind is a picture from @wokwi/elements. */
export function isElementKind(kind: PictureKind): kind is ElementKind {
  return elementKinds.some((each) => each === kind);
}

/** Parts of the catalogue whose name alone would not say how they look, or would say it wrongly. */
const kindById: Readonly<Record<string, PictureKind>> = {
  bmp280: "module",
  dht11: "module",
  ds18b20: "probe",
  "ntc-10k": "bead",
  mpu6050: "mpu6050",
  "reed-switch": "reed",
  "tilt-switch": "tilt-switch",
  "hall-ss49e": "to92",
  "ir-obstacle": "obstacle",
  "vibration-module": "obstacle",
  "sound-ky-037": "sound",
  "flame-ky-026": "flame",
  "rain-fc-37": "comb",
  "water-level": "comb",
  "mq-2": "gas",
  "mq-135": "gas",
  ina219: "terminal",
  "acs712-5a": "terminal",
  "load-cell-5kg": "load-cell",
  hx711: "module",
  "gps-neo-6m": "gps",
  ds3231: "coin-clock",
  ds1307: "rtc",
  sh1106: "oled",
  "lcd2004-i2c": "lcd2004",
  "lcd1602-parallel": "lcd1602",
  tm1637: "digits",
  "max7219-matrix": "matrix",
  ili9341: "tft",
  "seven-segment": "seven-segment",
  "keypad-4x4": "keypad",
  "joystick-ky-023": "joystick",
  "encoder-ky-040": "encoder",
  ttp223: "touch",
  "ir-receiver": "ir-receiver",
  "slide-switch": "slide-switch",
  "neopixel-strip-30": "light-strip",
  "neopixel-stick-8": "light-strip",
  "neopixel-ring-12": "led-ring",
  "rgb-led": "rgb-led",
  "speaker-8ohm": "speaker",
  "stepper-28byj-48": "geared-stepper",
  nema17: "stepper",
  "dc-motor-tt": "gear-motor",
  "solenoid-12v": "solenoid",
  "fan-5v": "fan",
  "relay-module-2ch": "relays",
  "relay-module-4ch": "relays",
  "lipo-2000": "pouch",
  "aa-pack-3": "cell-pack",
  "battery-9v": "block-battery",
  "solar-panel-6v": "solar",
  cn3791: "converter",
  "buck-mp1584": "converter",
  "buck-lm2596": "converter",
  ht7333: "to92",
  "npn-2n2222": "to92",
  irlz44n: "to220",
  "74ahct125": "dip",
  "74hc4050": "dip",
  "74hc595": "dip",
  txs0108e: "module",
  pca9685: "module",
  ads1115: "module",
  mfrc522: "rfid",
  nrf24l01: "radio",
  "lora-rfm95": "radio",
  "hc-05": "radio",
  "microsd-module": "micro-sd",
  "mosfet-module": "load-switch",
  a4988: "driver",
  drv8833: "driver",
  tb6612: "driver",
  l298n: "bridge",
};

/** For all others, and for parts that no catalogue knows. First match wins, so the more special words stand first. */
const kindWords: [RegExp, PictureKind][] = [
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
  const known = part.catalogId === null ? undefined : kindById[part.catalogId];
  if (known !== undefined) return known;
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
  return (
    kind === "oled" ||
    kind === "lcd" ||
    kind === "lcd1602" ||
    kind === "sonar" ||
    kind === "dht22" ||
    kind === "power-board"
  );
}
