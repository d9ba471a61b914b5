import type { WokwiPart } from "./diagram.ts";
import { attribute } from "./diagram.ts";
import { stockBoards } from "./stock-boards.ts";

/** How a part type of Wokwi stands in our catalogue. */
export interface StockPart {
  /** null: Wokwi has it, our catalogue does not. */
  catalogId: string | null;
  /** Pins that are called otherwise: Wokwi's name -> ours. The others have the same name. */
  pins: Readonly<Record<string, string>>;
  /** Pins of Wokwi's part that ours does not have; nothing is said about them. */
  silent: ReadonlySet<string>;
}

/** A row of the table: the catalogue id, `wokwi=ours` for pins of another name and `wokwi=` for those that ours lacks. */
export function stock(catalogId: string | null, pins = ""): StockPart {
  const pairs = pins.split(" ").flatMap((text): [string, string][] => {
    const [theirs, ours] = text.split("=");
    return theirs === undefined || theirs === "" ? [] : [[theirs, ours ?? ""]];
  });
  return {
    catalogId,
    pins: Object.fromEntries(pairs.filter(([, ours]) => ours !== "")),
    silent: new Set(pairs.flatMap(([theirs, ours]) => (ours === "" ? [theirs] : []))),
  };
}

const lacking = stock(null);

/**
 * Part types without their prefix (`wokwi-`, `board-`), which is the same thing twice for many. Pin names: Wokwi's "Diagram Reference", its
 * open boards (wokwi/wokwi-boards) and elements (`@wokwi/elements`).
 */
const parts: Readonly<Record<string, StockPart>> = {
  ...stockBoards(stock),
  resistor: stock("resistor"),
  led: stock("led-5mm"),
  pushbutton: stock("button-6mm"),
  "pushbutton-6mm": stock("button-6mm"),
  potentiometer: stock("potentiometer-10k"),
  "slide-potentiometer": stock("potentiometer-10k"),
  "analog-joystick": stock("joystick-ky-023", "VCC=+5V HORZ=VRX VERT=VRY SEL=SW"),
  "ky-040": stock("encoder-ky-040", "VCC=+"),
  "membrane-keypad": stock("keypad-4x4"),
  dht22: stock("dht22", "SDA=DATA NC="),
  "hc-sr04": stock("hc-sr04"),
  "pir-motion-sensor": stock("pir-hc-sr501"),
  "photoresistor-sensor": stock("ldr-module", "AO=S DO="),
  ds18b20: stock("ds18b20", "VCC=VDD"),
  ds1307: stock("ds1307", "5V=VCC SQW=SQ"),
  mpu6050: stock("mpu6050"),
  hx711: stock("hx711"),
  "gas-sensor": stock("mq-2", "AOUT=AO DOUT=DO"),
  "flame-sensor": stock("flame-ky-026", "AOUT=AO DOUT=DO"),
  "big-sound-sensor": stock("sound-ky-037", "AOUT=AO DOUT=DO"),
  "ir-receiver": stock("ir-receiver", "DAT=OUT"),
  servo: stock("servo-sg90"),
  buzzer: stock("buzzer-passive"),
  "relay-module": stock("relay-module-1ch"),
  a4988: stock("a4988", "GND=GND.1"),
  "stepper-motor": stock("nema17", "B+=1A B-=1B A+=2A A-=2B"),
  "microsd-card": stock("microsd-module", "DO=MISO DI=MOSI CD="),
  mfrc522: stock("mfrc522"),
  ili9341: stock("ili9341", "RST=RESET D/C=DC"),
  "ili9341-cap-touch": stock("ili9341", "RST=RESET D/C=DC SCL= SDA="),
  "tm1637-7segment": stock("tm1637"),
  "74hc595": stock("74hc595", "MR="),
  breadboard: stock("breadboard-830"),
  "breadboard-half": stock("breadboard-830"),
  "breadboard-mini": stock("breadboard-830"),
  ...Object.fromEntries(
    [
      "74hc165|7segment|attiny85|biaxial-stepper|bmp180|cd74hc4067|clock-generator|dip-switch-8|epaper-2in9",
      "franzininho|franzininho-wifi|grove-oled-sh1107|heart-beat-sensor|ili9881c-8in|ks2e-m-dc5|lcd1602|lcd2004",
      "led-bar-graph|led-matrix|led-ring|led-strip|lm35|max7219-matrix|neopixel|neopixel-canvas|neopixel-matrix",
      "nlsf595|nokia-5110|nokia-5110-screen|notecarrier-a|ntc-temperature-sensor|rgb-led|rotary-dialer|slide-switch",
      "small-sound-sensor|ssd1306|st7789|tilt-switch|tv",
    ].flatMap((line) => line.split("|").map((name) => [name, lacking])),
  ),
};

/** Instruments and labels of a diagram: nothing that a maker solders. A joint only joins its wires. */
const furniture = new Set([
  "text",
  "logic-analyzer",
  "wifi-ap",
  "serial-monitor",
  "serial-port",
  "terminal",
  "ir-remote",
  "junction",
]);

const bare = (type: string) => type.replace(/^(?:wokwi|board)-/, "");

/** Whether a type is a label, an instrument or a joint of wires, not a part. */
export function isFurniture(type: string): boolean {
  return type.startsWith("wokwi-") && furniture.has(bare(type));
}

/** The name of a breadboard's size, where the type is one. */
export function breadboardSize(type: string): "full" | "half" | "mini" | null {
  if (!type.startsWith("wokwi-breadboard")) return null;
  const size = bare(type);
  return size === "breadboard"
    ? "full"
    : size === "breadboard-half"
      ? "half"
      : size === "breadboard-mini"
        ? "mini"
        : null;
}

const two = (pins: readonly string[], used: ReadonlySet<string>) => pins.filter((pin) => used.has(pin));

/** Of a switch with a middle contact: that one and the first other one that is wired. */
function slideSwitch(used: ReadonlySet<string>): StockPart {
  const [outer = "1", ...others] = two(["1", "3"], used);
  return stock("slide-switch", `${outer}=1 2=2 ${others.map((pin) => `${pin}=`).join(" ")}`);
}

const pixelParts: Readonly<Record<string, string>> = {
  "strip 8": "neopixel-stick-8",
  "strip 30": "neopixel-strip-30",
  "ring 12": "neopixel-ring-12",
};

function pixels(shape: "strip" | "ring", count: string): StockPart {
  const catalogId = pixelParts[`${shape} ${count}`] ?? null;
  return stock(catalogId, "VDD=5V VCC=5V VDD.2=5V VSS=GND VSS.2=GND DOUT=");
}

/** Types whose attributes or wires say which part it is. `used` are the pins that wires name. */
const byAttributes: Readonly<Record<string, (part: WokwiPart, used: ReadonlySet<string>) => StockPart>> = {
  "slide-switch": (_, used) => slideSwitch(used),
  lcd1602: (part, used) =>
    attribute(part, "pins") === "i2c" || used.has("SDA")
      ? stock("lcd1602-i2c")
      : stock("lcd1602-parallel", "A=LED+ K=LED-"),
  lcd2004: (part, used) => (attribute(part, "pins") === "i2c" || used.has("SDA") ? stock("lcd2004-i2c") : lacking),
  ssd1306: (_, used) => {
    if (used.has("DC") || used.has("CS")) return lacking;
    const supply = used.has("VIN") ? "VIN=VCC 3V3=" : "3V3=VCC";
    return stock("ssd1306", `DATA=SDA CLK=SCL RST= DC= CS= ${supply}`);
  },
  "rgb-led": (part) => (attribute(part, "common") === "cathode" ? stock("rgb-led", "COM=C") : lacking),
  "7segment": (part) =>
    attribute(part, "common") === "cathode" && (attribute(part, "digits") ?? "1") === "1"
      ? stock("seven-segment", "COM=COM.1")
      : lacking,
  "max7219-matrix": (part) => (attribute(part, "chain") === "4" ? stock("max7219-matrix", "V+=VCC") : lacking),
  "led-strip": (part) => pixels("strip", attribute(part, "pixels") ?? "8"),
  "led-ring": (part) => pixels("ring", attribute(part, "pixels") ?? "16"),
};

/** The row of a part, by its type and attributes; null for a type that is not Wokwi's own. */
export function stockPart(part: WokwiPart, used: ReadonlySet<string>): StockPart | null {
  if (!/^(?:wokwi|board)-/.test(part.type)) return null;
  const name = bare(part.type);
  if (Object.hasOwn(byAttributes, name)) return byAttributes[name]?.(part, used) ?? null;
  return Object.hasOwn(parts, name) ? (parts[name] ?? null) : null;
}
