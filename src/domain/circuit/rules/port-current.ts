import type { Mcu } from "../catalogue-part.ts";
import type { FixPatch } from "../design.ts";
import type { PinLoad } from "../power/pin-loads.ts";
import { pinLoads } from "../power/pin-loads.ts";
import { e24AtLeast, ohmsText } from "../wiring/e24.ts";
import type { GraphPart } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";

interface PortGroup {
  name: string;
  /** Names that firmware has for its pins; null for all. */
  gpios: readonly string[] | null;
  direction: "source" | "sink";
  limitMa: number;
  source: string;
}

const range = (from: number, to: number, prefix = "") =>
  Array.from({ length: to - from + 1 }, (_, at) => `${prefix}${from + at}`);
const analog = range(0, 5, "A");

const atmega328 = "ATmega328P datasheet, DC Characteristics, notes 3 and 4 (sums of IOH and of IOL per group of ports)";
const atmegaChip =
  "datasheets of ATmega328P and ATmega2560, Absolute Maximum Ratings: DC current of VCC and GND pins 200 mA";
const rp2040 =
  "RP2040 datasheet, 5.2.3 Pin Specifications: maximum total IOVDD current 50 mA, maximum total VSS current due to IO 50 mA";

const all = (limitMa: number, source: string): PortGroup[] => [
  { name: "all pins", gpios: null, direction: "source", limitMa, source },
  { name: "all pins", gpios: null, direction: "sink", limitMa, source },
];

/** What the pins of a chip may carry together. Chips that name no such figure are not judged. */
const portGroups: Partial<Record<Mcu, PortGroup[]>> = {
  atmega328p: [
    { name: "A0-A5, 0-4", gpios: [...analog, ...range(0, 4)], direction: "source", limitMa: 150, source: atmega328 },
    { name: "5-13", gpios: range(5, 13), direction: "source", limitMa: 150, source: atmega328 },
    { name: "A0-A5", gpios: analog, direction: "sink", limitMa: 100, source: atmega328 },
    { name: "5-13", gpios: range(5, 13), direction: "sink", limitMa: 100, source: atmega328 },
    { name: "0-4", gpios: range(0, 4), direction: "sink", limitMa: 100, source: atmega328 },
    ...all(200, atmegaChip),
  ],
  atmega2560: all(200, atmegaChip),
  rp2040: all(50, rp2040),
};

interface GroupLoad {
  board: GraphPart;
  group: PortGroup;
  mA: number;
  pins: string[];
  loads: PinLoad[];
}

function loadsOf({ graph }: RuleInput): GroupLoad[] {
  return graph.parts.flatMap((board) => {
    const figures = board.catalog?.board;
    const groups = figures === undefined ? undefined : portGroups[figures.mcu];
    if (groups === undefined) return [];
    const loads = pinLoads(graph).filter((load) => load.pin.part === board);
    return groups.flatMap((group) => {
      const inside = loads.filter(({ pin }) => group.gpios === null || group.gpios.includes(pin.catalog?.gpio ?? ""));
      const mA = inside.reduce(
        (sum, { sourceMa, sinkMa }) => sum + (group.direction === "source" ? sourceMa : sinkMa),
        0,
      );
      return mA > 0 ? [{ board, group, mA, pins: inside.map(({ pin }) => pin.ref), loads: inside }] : [];
    });
  });
}

/** Share of the limit that larger resistors leave. */
const fixShare = 0.7;

const mAOf = ({ sourceMa, sinkMa }: PinLoad, { direction }: PortGroup) => (direction === "source" ? sourceMa : sinkMa);

/** Larger values for all resistors of the group, in one proportion: the LEDs stay alike. */
function largerFix({ language }: RuleInput, { group, mA, loads }: GroupLoad): FixDraft[] {
  const carrying = loads.filter((load) => mAOf(load, group) > 0);
  const resistors = [...new Set(carrying.flatMap(({ parts }) => parts))].filter(
    (part) => part.catalog?.edge?.kind === "resistor" && part.design.value?.kind === "ohms",
  );
  const all = carrying.every(({ parts }) => parts.some((part) => resistors.includes(part)));
  if (resistors.length === 0 || !all) return [];
  const factor = mA / (fixShare * group.limitMa);
  const patch = resistors.map((part): FixPatch => {
    const ohms = part.design.value?.kind === "ohms" ? part.design.value.ohms : 0;
    return { op: "set-ohms", part: part.id, ohms: e24AtLeast(Math.max(1, ohms * factor)) };
  });
  const shown = [...new Set(patch.map((each) => (each.op === "set-ohms" ? ohmsText(each.ohms) : "")))].join(", ");
  const names = resistors.map((part) => part.id).join(", ");
  return [
    {
      label: say(language, { en: `Take ${shown} for ${names}`, de: `${shown} für ${names} nehmen` }),
      deltaCents: 0,
      patch,
    },
  ];
}

/** The greatest plain output of the group on a free pin of another one, where one is enough. */
function otherPortFix({ language }: RuleInput, { board, group, mA, loads }: GroupLoad): FixDraft[] {
  const { gpios } = group;
  if (gpios === null) return [];
  const [most] = [...loads].sort((a, b) => mAOf(b, group) - mAOf(a, group));
  const used = new Set(board.pins.map((pin) => pin.catalog?.gpio));
  const free = board.catalog?.pins.find(
    ({ gpio, type, roles }) =>
      gpio !== undefined && type === "io" && !gpios.includes(gpio) && !used.has(gpio) && !isTaken(roles),
  );
  // A pin with too much for itself is `gpio-current`'s: elsewhere it would be too much too.
  const designMa = board.catalog?.board?.pinLimits.designMa ?? 0;
  if (
    most === undefined ||
    free === undefined ||
    mAOf(most, group) > designMa ||
    mA - mAOf(most, group) > group.limitMa
  )
    return [];
  return [
    {
      label: say(language, {
        en: `Move ${most.pin.ref} to pin ${free.name}, of another port`,
        de: `${most.pin.ref} auf Pin ${free.name} eines anderen Ports legen`,
      }),
      deltaCents: 0,
      patch: [{ op: "move-pin", part: board.id, pin: most.pin.catalog?.name ?? most.pin.name, to: free.name }],
    },
  ];
}

const isTaken = (roles: readonly string[]) =>
  ["tx", "rx", "usb", "flash", "sda", "scl"].some((role) => roles.includes(role));

function finding(input: RuleInput, load: GroupLoad): FindingDraft {
  const { board, group, mA, pins } = load;
  const measured = round(mA, 1);
  const fixes = [...largerFix(input, load), ...otherPortFix(input, load)];
  const [en, de] = group.gpios === null ? ["All pins", "Alle Pins"] : [`Pins ${group.name}`, `Die Pins ${group.name}`];
  return {
    severity: "E",
    message: say(input.language, {
      en: `${en} of ${board.id} carry ${measured} mA together; the chip survives ${group.limitMa} mA. Use larger resistors, or switch some loads with transistors.`,
      de: `${de} von ${board.id} führen zusammen ${measured} mA; der Chip verträgt ${group.limitMa} mA. Nimm größere Widerstände oder schalte einige Lasten mit Transistoren.`,
    }),
    nets: [],
    pins,
    parts: [board.id],
    measured: { value: measured, unit: "mA" },
    limit: { value: group.limitMa, unit: "mA" },
    source: group.source,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** Currents of the pins of one port, or of all, together above what the chip survives: E. */
export const portCurrent: Rule = {
  id: "port-current",
  check: (input) => {
    const loads = loadsOf(input);
    const findings = loads.filter(({ mA, group }) => mA > group.limitMa + 0.05).map((load) => finding(input, load));
    const [first, ...others] = loads;
    if (first === undefined) return report(findings, null);
    const share = (load: GroupLoad) => load.mA / load.group.limitMa;
    const worst = others.reduce((most, each) => (share(each) > share(most) ? each : most), first);
    const what = say(input.language, {
      en: `current of the pins of ${worst.board.id} together`,
      de: `Strom der Pins von ${worst.board.id} zusammen`,
    });
    return report(findings, {
      what,
      parts: [worst.board.id],
      measured: { value: round(worst.mA, 1), unit: "mA" },
      limit: { value: worst.group.limitMa, unit: "mA" },
    });
  },
};
