import type { GraphNode, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { bufferFix, ownRailPin } from "./fix-places.ts";
import { highLevelOf, isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";

/** Ohms that belong in the data line: Adafruit NeoPixel guide, "Best Practices" (300 to 500 ohm). */
const dataOhms = { least: 300, most: 500 } as const;
/** Above this a resistor rounds the edges of an 800 kHz signal off. Typical value. */
const tooMuchOhms = 1000;
const guide = "Adafruit NeoPixel Uberguide, Best Practices: 300 to 500 ohm in the data line";
const datasheet = "WS2812B datasheet, Electrical Characteristics: VIH 0.7 VDD";

interface DataLine {
  pin: GraphPin;
  /** What drives it, over how many ohms. */
  driver: GraphPin;
  ohms: number;
}

const driverOn = (node: GraphNode, pin: GraphPin) =>
  node.pins.find(
    (each) =>
      each.part !== pin.part &&
      (each.catalog?.type === "output" || (each.catalog?.gpio !== undefined && each.part.catalog?.board !== undefined)),
  );

function dataLine(pin: GraphPin): DataLine | null {
  const direct = driverOn(pin.node, pin);
  if (direct !== undefined) return { pin, driver: direct, ohms: 0 };
  for (const edge of pin.node.edges) {
    const far = otherEnd(edge, pin.node);
    if (edge.kind !== "resistor" || isGround(far) || railVolts(far) !== null) continue;
    const driver = driverOn(far, pin);
    if (driver !== undefined) return { pin, driver, ohms: edge.ohms ?? dataOhms.least };
  }
  return null;
}

function resistance(input: RuleInput, { pin, ohms }: DataLine): FindingDraft[] {
  const none = ohms < dataOhms.least - 80;
  if (!none && ohms <= tooMuchOhms) return [];
  return [
    {
      severity: "W",
      message: say(input.language, {
        en: none
          ? `The data line of ${pin.part.id} has ${ohms} ohm in series: the reflections of the fast edges can destroy the first LED. Put 330 ohm right before ${pin.name}.`
          : `The data line of ${pin.part.id} has ${ohms} ohm in series: that rounds its fast edges off. Take 330 ohm.`,
        de: none
          ? `In der Datenleitung von ${pin.part.id} liegen ${ohms} Ohm: die Reflexionen der schnellen Flanken können die erste LED zerstören. Setze 330 Ohm direkt vor ${pin.name}.`
          : `In der Datenleitung von ${pin.part.id} liegen ${ohms} Ohm: das verschleift die schnellen Flanken. Nimm 330 Ohm.`,
      }),
      nets: netIdsOf(pin.node),
      pins: [pin.ref],
      parts: [pin.part.id],
      measured: { value: ohms, unit: "ohm" },
      limit: { value: none ? dataOhms.least : dataOhms.most, unit: "ohm" },
      source: guide,
      ...(ohms === 0
        ? {
            fixes: [
              {
                label: say(input.language, {
                  en: `Put 330 ohm before ${pin.ref}`,
                  de: `330 Ohm vor ${pin.ref} setzen`,
                }),
                deltaCents: input.find("resistor")?.price.typicalCents ?? 0,
                patch: [{ op: "add-series-resistor" as const, pin: pin.ref, ohms: pin.catalog?.seriesOhms ?? 330 }],
              },
            ],
          }
        : {}),
    },
  ];
}

const leastHigh = ({ catalog, part }: GraphPin, pin: GraphPin) =>
  part.catalog?.board?.pinLimits.vohMinVolts ?? catalog?.limits?.vohMinVolts ?? highLevelOf(pin) ?? 0;

function level(input: RuleInput, { pin, driver, ohms }: DataLine): FindingDraft[] {
  const supply = ownRailPin(pin.part)?.volts ?? null;
  const needs = supply === null ? null : 0.7 * supply;
  const gets = leastHigh(driver, driver);
  if (needs === null || gets >= needs - 0.005) return [];
  // The resistor stays at the strip: the buffer goes before it.
  const entry =
    ohms === 0
      ? pin
      : driver.node.pins.find(
          ({ part }) => part.pins.some(({ node }) => node === pin.node) && part.catalog?.edge !== undefined,
        );
  const fixes = entry === undefined ? [] : bufferFix(input, entry);
  return [
    {
      severity: "W",
      message: say(input.language, {
        en: `${pin.ref} takes only ${round(needs)} V and more for "high", and ${driver.ref} promises ${round(gets)} V: the colours flicker or stay wrong. Lift the data line to 5 V with a 74AHCT125.`,
        de: `${pin.ref} versteht erst ab ${round(needs)} V "high", und ${driver.ref} verspricht ${round(gets)} V: die Farben flackern oder bleiben falsch. Hebe die Datenleitung mit einem 74AHCT125 auf 5 V.`,
      }),
      nets: netIdsOf(pin.node),
      pins: [pin.ref],
      parts: [pin.part.id, driver.part.id],
      measured: { value: round(gets), unit: "V" },
      limit: { value: round(needs), unit: "V" },
      source: datasheet,
      ...(fixes.length === 0 ? {} : { fixes }),
    },
  ];
}

/** The data line of addressable LEDs without its resistor, or at a level that they do not surely understand: W. Their current is `rail-budget`'s. */
export const neopixel: Rule = {
  id: "neopixel",
  check: (input) => {
    const lines = input.graph.parts
      .filter((part) => part.catalog?.functions.includes("show-pixels"))
      .flatMap((part) => part.pins.filter((pin) => pin.catalog?.roles.includes("data") && pin.catalog.type === "input"))
      .flatMap((pin) => dataLine(pin) ?? []);
    const findings = lines.flatMap((line) => [...resistance(input, line), ...level(input, line)]);
    const what = say(input.language, {
      en: "data lines of LED strips have their resistor and level",
      de: "Datenleitungen von LED-Streifen haben Widerstand und Pegel",
    });
    return report(findings, lines.length > 0 ? { what, parts: lines.map(({ pin }) => pin.part.id) } : null);
  },
};
