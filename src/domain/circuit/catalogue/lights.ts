import type { CatalogPart } from "../catalogue-part.ts";
import { aka, byLibrary, coreOnly, definePart } from "./define-part.ts";
import { aliexpress, price, typicalValue } from "./facts.ts";
import { libraries } from "./libraries.ts";
import { ground, signal, supplyIn } from "./pins.ts";

const worldsemi = "Worldsemi WS2812B datasheet";

interface Strip {
  id: string;
  name: string;
  partNumber: string;
  description: string;
  aliases: CatalogPart["aliases"];
  pixels: number;
  special?: true;
  price: CatalogPart["price"];
  search: string;
  sizeMm: CatalogPart["sizeMm"];
}

/** Addressable LEDs: 60 mA each at white, data at 0.7 of their supply, 330 ohm in the data line, a large capacitor, 5 V of their own. */
function strip({ pixels, search, ...facts }: Strip): CatalogPart {
  return definePart({
    ...facts,
    family: "actuator",
    refPrefix: "LS",
    functions: ["show-pixels"],
    interface: "digital",
    supplyVolts: { min: 4.5, max: 5.3 },
    logicVolts: 5,
    chipAbsMaxVolts: 5.3,
    currentMa: { typ: pixels * 20, max: pixels * 60 },
    sleepMa: pixels,
    motorVolts: 5,
    figures: { pixels },
    pins: [
      supplyIn("5V", { volts: 5 }),
      signal("DIN", "input", {
        roles: ["data"],
        seriesOhms: 330,
        limits: { absMaxVolts: 5.5, vihMinVolts: 3.5, vilMaxVolts: 1.5 },
      }),
      ground(),
    ],
    drivers: byLibrary("Adafruit_NeoPixel.h", libraries.neoPixel),
    supplier: aliexpress(search),
    datasheetUrl: "https://cdn-shop.adafruit.com/datasheets/WS2812B.pdf",
    gotchas: [
      "Ground first, power before data: data into an unfed strip kills its first LED.",
      "White at full brightness takes 60 mA a LED; the firmware keeps to a fifth of it.",
    ],
    sources: {
      supplyVolts: `${worldsemi}: 3.5-5.3 V at most; from 4.5 V, where its levels are specified`,
      logicVolts: `${worldsemi}: levels follow its supply`,
      chipAbsMaxVolts: `${worldsemi}, absolute maximum ratings: 5.3 V`,
      currentMa: `${typicalValue}: 20 mA a colour, 60 mA a LED at white`,
      sleepMa: `${typicalValue}: 1 mA a LED while dark`,
      figures: "count of the LEDs",
      pinLimits: `${worldsemi}, electrical characteristics: VIH 0.7 VDD, VIL 0.3 VDD; inputs up to VDD + 0.5 V`,
    },
  });
}

/** Lights with colours. */
export const lights: CatalogPart[] = [
  strip({
    id: "neopixel-strip-30",
    name: "WS2812B LED strip, 30 LEDs",
    partNumber: "WS2812B-30",
    description: "One metre with 30 LEDs, each with a colour of its own",
    aliases: aka(
      "ws2812|ws2812b|neopixel|neopixel strip|ws2812 strip|ws2812b strip|sk6812",
      "neopixel-streifen|ws2812-streifen|ws2812b-streifen",
    ),
    pixels: 30,
    price: price(590, 350, 1490),
    search: "WS2812B strip 30 LED 1m 5V",
    sizeMm: { width: 1000, height: 10 },
  }),
  strip({
    id: "neopixel-ring-12",
    name: "NeoPixel ring, 12 LEDs",
    partNumber: "WS2812-RING-12",
    description: "Ring of 12 LEDs, each with a colour of its own",
    aliases: aka("neopixel ring|ws2812 ring|12 led ring|pixel ring", "neopixel-ring|ws2812-ring"),
    pixels: 12,
    special: true,
    price: price(290, 150, 790),
    search: "WS2812B ring 12 LED",
    sizeMm: { width: 37, height: 37 },
  }),
  strip({
    id: "neopixel-stick-8",
    name: "NeoPixel stick, 8 LEDs",
    partNumber: "WS2812-STICK-8",
    description: "Row of 8 LEDs, each with a colour of its own",
    aliases: aka("neopixel stick|ws2812 stick|8 led stick|neopixel 8", "neopixel-stick|led-leiste"),
    pixels: 8,
    special: true,
    price: price(190, 90, 590),
    search: "WS2812B stick 8 LED",
    sizeMm: { width: 54, height: 10 },
  }),
  definePart({
    id: "rgb-led",
    name: "RGB LED, 5 mm, common cathode",
    partNumber: "WP154A4SUREQBFZGW",
    family: "actuator",
    refPrefix: "D",
    description: "Red, green and blue in one LED; a resistor for each",
    aliases: aka("rgb led|rgb leds|rgb-led|multicolour led|multicolor led|ky-016", "rgb-leds|mehrfarbige led"),
    functions: ["show-colour"],
    interface: "pwm",
    currentMa: { typ: 25, max: 60 },
    figures: { forwardVoltsRed: 2.0, forwardVoltsGreen: 3.2, forwardVoltsBlue: 3.2 },
    pins: [
      signal("R", "anode", { roles: ["control"], forwardVolts: 2.0 }),
      { name: "C", type: "cathode", roles: [] },
      signal("G", "anode", { roles: ["control"], forwardVolts: 3.2 }),
      signal("B", "anode", { roles: ["control"], forwardVolts: 3.2 }),
    ],
    drivers: coreOnly,
    price: price(45, 15, 190),
    supplier: aliexpress("RGB LED 5mm common cathode"),
    datasheetUrl: "https://www.kingbrightusa.com/images/catalog/SPEC/WP154A4SUREQBFZGW.pdf",
    gotchas: ["The longest leg is the common one. Common anode looks the same and works the other way round."],
    sources: {
      currentMa: `Fedy FD-5WSRGB datasheet, absolute maximum ratings: 20 mA a colour; with our resistors 10 mA: ${typicalValue}`,
      figures: `${typicalValue}: forward volts by colour at 10-20 mA`,
    },
    sizeMm: { width: 5, height: 8.6 },
  }),
];
