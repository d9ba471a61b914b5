import { ohmsText } from "../wiring/e24.ts";
import type { GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { ownRailPin, shifterFix } from "./fix-places.ts";
import type { I2cLine, PullUp } from "./i2c-lines.ts";
import { i2cLines } from "./i2c-lines.ts";
import { highLevelOf } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, round, say } from "./rule.ts";

const specification =
  "I2C-bus specification UM10204, 7.1: Rp(min) = (VDD - VOL) / IOL with 0.4 V and 3 mA, Rp(max) = tr / (0.8473 Cb)";
/** What a pin surely pulls low: 3 mA at 0.4 V. */
const sinkMa = 3;
const lowVolts = 0.4;
/** Rise time allowed at 100 kHz and at 400 kHz, in ns. */
const riseNs = { standard: 1000, fast: 300 } as const;
/** Capacity of the wires of a breadboard, and of each pin (UM10204, table 10: 10 pF), in pF. Wires: typical value. */
const wiresPf = 50;
const pinPf = 10;
const standardKhz = 100;
const usualPullUpOhms = 4700;

const busKhz = (input: RuleInput) => input.i2cKhz ?? standardKhz;
const mostOhms = (input: RuleInput, line: I2cLine): number => {
  const ns = busKhz(input) > standardKhz ? riseNs.fast : riseNs.standard;
  return (ns / (0.8473 * (wiresPf + pinPf * (line.members.length + 1)))) * 1000;
};

interface Pull {
  ohms: number;
  leastOhms: number;
}

/** All pull-ups as one: they share the current that whoever pulls low must take. */
function together(pullUps: readonly PullUp[]): Pull | null {
  const siemens = pullUps.reduce((sum, { ohms }) => sum + 1 / ohms, 0);
  const volts = pullUps.reduce((sum, each) => sum + each.volts / each.ohms, 0) / siemens;
  return siemens === 0 ? null : { ohms: 1 / siemens, leastOhms: ((volts - lowVolts) / sinkMa) * 1000 };
}

function tooStrong(input: RuleInput, line: I2cLine, { ohms, leastOhms }: Pull): FindingDraft {
  const resistors = line.pullUps.flatMap(({ edge, part }) => (edge === undefined ? [] : [part]));
  const shown = { ohms: Math.round(ohms), least: Math.round(leastOhms) };
  return {
    severity: "E",
    message: say(input.language, {
      en: `All pull-ups on ${line.role.toUpperCase()} together are ${ohmsText(shown.ohms)}, less than ${ohmsText(shown.least)}: no chip is sure to pull the line low. Take out a pull-up, or cut those of one module.`,
      de: `Alle Pull-ups an ${line.role.toUpperCase()} zusammen haben ${ohmsText(shown.ohms)}, weniger als ${ohmsText(shown.least)}: kein Chip zieht die Leitung sicher auf low. Nimm einen Pull-up heraus oder trenne die eines Moduls ab.`,
    }),
    nets: netIdsOf(line.node),
    pins: line.members.map((pin) => pin.ref),
    parts: [...new Set(line.pullUps.map(({ part }) => part.id))],
    measured: { value: shown.ohms, unit: "ohm" },
    limit: { value: shown.least, unit: "ohm" },
    source: specification,
    ...(resistors[0] === undefined
      ? {}
      : {
          fixes: [
            {
              label: say(input.language, { en: `Take ${resistors[0].id} out`, de: `${resistors[0].id} herausnehmen` }),
              deltaCents: -(resistors[0].catalog?.price.typicalCents ?? 0),
              patch: [{ op: "remove-part" as const, part: resistors[0].id }],
            },
          ],
        }),
  };
}

/** Where a new pull-up goes: to the supply of a part on the line, the lowest where they differ. */
function railFor(line: I2cLine): string | undefined {
  const rails = line.members.flatMap((pin) => ownRailPin(pin.part) ?? []);
  return rails.sort((a, b) => a.volts - b.volts)[0]?.ref;
}

function tooWeak(input: RuleInput, line: I2cLine, pull: Pull | null): FindingDraft {
  const most = Math.round(mostOhms(input, line));
  const rail = railFor(line);
  const first = line.members[0]?.ref ?? "";
  const name = line.role.toUpperCase();
  return {
    severity: "W",
    message: say(input.language, {
      en:
        pull === null
          ? `Nothing pulls ${name} up: neither a module on it nor a resistor. The bus stays silent, or works by chance with the weak pull-ups inside the board. Put 4.7k to the supply.`
          : `The pull-up on ${name} is ${ohmsText(Math.round(pull.ohms))}, more than ${ohmsText(most)}: the line rises too slowly for ${busKhz(input)} kHz. Put 4.7k beside it.`,
      de:
        pull === null
          ? `Nichts zieht ${name} hoch: weder ein Modul daran noch ein Widerstand. Der Bus bleibt stumm oder geht zufällig mit den schwachen Pull-ups im Board. Setze 4,7k an die Versorgung.`
          : `Der Pull-up an ${name} hat ${ohmsText(Math.round(pull.ohms))}, mehr als ${ohmsText(most)}: die Leitung steigt zu langsam für ${busKhz(input)} kHz. Setze 4,7k daneben.`,
    }),
    nets: netIdsOf(line.node),
    pins: line.members.map((pin) => pin.ref),
    parts: [...new Set(line.members.map((pin) => pin.part.id))],
    ...(pull === null
      ? { measured: { value: 0, unit: "pull-ups" }, limit: { value: 1, unit: "pull-ups" } }
      : { measured: { value: Math.round(pull.ohms), unit: "ohm" }, limit: { value: most, unit: "ohm" } }),
    source: `${specification}; ${wiresPf} pF of wires: typical value`,
    ...(rail === undefined
      ? {}
      : {
          fixes: [
            {
              label: say(input.language, { en: `Add 4.7k to ${name}`, de: `4,7k an ${name} setzen` }),
              deltaCents: input.find("resistor")?.price.typicalCents ?? 0,
              patch: [
                {
                  op: "insert-part" as const,
                  catalogId: "resistor",
                  between: pair(rail, first),
                  ohms: usualPullUpOhms,
                },
              ],
            },
          ],
        }),
  };
}

/** Pull-ups of a bus line together too strong for a chip to pull low: E; too weak for the speed, or none: W. Modules bring theirs. */
export const i2cPullup: Rule = {
  id: "i2c-pullup",
  check: (input) => {
    const lines = i2cLines(input.graph).filter(({ node }) => node.pins.every((pin) => pin.part.catalog !== null));
    const findings = lines.flatMap((line) => {
      const pull = together(line.pullUps);
      if (pull !== null && pull.ohms < pull.leastOhms - 1) return [tooStrong(input, line, pull)];
      return pull === null || pull.ohms > mostOhms(input, line) + 1 ? [tooWeak(input, line, pull)] : [];
    });
    const pulls = lines.flatMap((line) => together(line.pullUps) ?? []);
    const strongest = pulls.sort((a, b) => a.ohms / a.leastOhms - b.ohms / b.leastOhms)[0];
    if (strongest === undefined) return report(findings, null);
    return report(findings, {
      what: say(input.language, { en: "pull-ups of the I2C bus together", de: "Pull-ups des I2C-Busses zusammen" }),
      parts: [...new Set(lines.flatMap((line) => line.members.map((pin) => pin.part.id)))],
      measured: { value: Math.round(strongest.ohms), unit: "ohm" },
      limit: { value: Math.round(strongest.leastOhms), unit: "ohm" },
    });
  },
};

/** A CMOS pin takes its supply and this much more. */
const overSupplyVolts = 0.3;

interface Tolerance {
  pin: GraphPin;
  volts: number;
  limit: number;
  by: PullUp;
}

/** What a part's bus pin takes and what the others pull it to; null for a pin with a figure of its own, which `over-voltage-pin` judges. */
function toleranceOf(pin: GraphPin, line: I2cLine): Tolerance | null {
  if (pin.catalog?.limits?.absMaxVolts !== undefined) return null;
  const own = highLevelOf(pin);
  const others = line.pullUps.filter(({ part }) => part !== pin.part && part.catalog?.shifter === undefined);
  const here = others.filter(
    ({ part, edge }) => edge !== undefined || part.pins.some((each) => each.node === line.node),
  );
  const highest = here.sort((a, b) => b.volts - a.volts)[0];
  return own === null || highest === undefined
    ? null
    : { pin, volts: highest.volts, limit: own + overSupplyVolts, by: highest };
}

/** Pull-ups to more than a part on the bus takes (its supply or level and 0.3 V): E. */
export const i2cRail: Rule = {
  id: "i2c-rail",
  check: (input) => {
    const all = i2cLines(input.graph).flatMap((line) => line.members.flatMap((pin) => toleranceOf(pin, line) ?? []));
    const findings = all
      .filter(({ volts, limit }) => volts > limit + 0.001)
      .map(({ pin, volts, limit, by }): FindingDraft => {
        const [gets, takes] = [round(volts), round(limit)];
        const fixes = shifterFix(input, pin.node, limit);
        return {
          ...(fixes.length === 0 ? {} : { fixes }),
          severity: "E",
          message: say(input.language, {
            en: `${by.part.id} pulls ${pin.ref} up to ${gets} V, but ${pin.part.id} takes only ${takes} V there: current flows into it backwards and harms it. Put a level shifter between them.`,
            de: `${by.part.id} zieht ${pin.ref} auf ${gets} V, aber ${pin.part.id} verträgt dort nur ${takes} V: Strom fließt rückwärts hinein und schadet ihm. Setze einen Pegelwandler dazwischen.`,
          }),
          nets: netIdsOf(pin.node),
          pins: [pin.ref],
          parts: [pin.part.id, by.part.id],
          measured: { value: gets, unit: "V" },
          limit: { value: takes, unit: "V" },
          source:
            "I2C-bus specification UM10204, table 9: at most VDD + 0.5 V; most chips' absolute maximum VDD + 0.3 V: typical value",
        };
      });
    const least = all.sort((a, b) => a.limit - a.volts - (b.limit - b.volts))[0];
    if (least === undefined) return report(findings, null);
    return report(findings, {
      what: say(input.language, {
        en: "highest pull-up at any part on the I2C bus",
        de: "höchster Pull-up an einem Teil am I2C-Bus",
      }),
      parts: [least.pin.part.id],
      measured: { value: round(least.volts), unit: "V" },
      limit: { value: round(least.limit), unit: "V" },
    });
  },
};

/** A bus that the firmware runs faster than its slowest part: W. Without a word of the firmware it is the library's 100 kHz. */
export const i2cSpeed: Rule = {
  id: "i2c-speed",
  check: (input) => {
    const khz = busKhz(input);
    const parts = [...new Set(i2cLines(input.graph).flatMap((line) => line.members.map((pin) => pin.part)))];
    const limits = parts.flatMap((part) =>
      part.catalog?.i2c === undefined ? [] : [{ part, khz: part.catalog.i2c.maxKhz }],
    );
    const findings = limits
      .filter((each) => khz > each.khz)
      .map(
        ({ part, khz: most }): FindingDraft => ({
          severity: "W",
          message: say(input.language, {
            en: `The firmware runs the I2C bus at ${khz} kHz, and ${part.id} (${part.catalog?.name}) takes ${most} kHz: it may answer nonsense or hold the bus. Set the bus to ${most} kHz.`,
            de: `Die Firmware betreibt den I2C-Bus mit ${khz} kHz, und ${part.id} (${part.catalog?.name}) verträgt ${most} kHz: es antwortet vielleicht Unsinn oder hält den Bus fest. Stelle den Bus auf ${most} kHz.`,
          }),
          nets: netIdsOf(...part.pins.filter((pin) => pin.catalog?.roles.includes("scl")).map((pin) => pin.node)),
          pins: part.pins.filter((pin) => pin.catalog?.roles.includes("scl")).map((pin) => pin.ref),
          parts: [part.id],
          measured: { value: khz, unit: "kHz" },
          limit: { value: most, unit: "kHz" },
          source: part.catalog?.sources.i2c ?? part.catalog?.datasheetUrl ?? "typical value",
        }),
      );
    const slowest = limits.sort((a, b) => a.khz - b.khz)[0];
    if (slowest === undefined) return report(findings, null);
    return report(findings, {
      what: say(input.language, { en: "speed of the I2C bus", de: "Takt des I2C-Busses" }),
      parts: [slowest.part.id],
      measured: { value: khz, unit: "kHz" },
      limit: { value: slowest.khz, unit: "kHz" },
    });
  },
};
