import type { GraphPart } from "./circuit-graph.ts";
import type { Rule, RuleInput } from "./rule.ts";
import { round, say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";

const hoursText = (hours: number, language: "en" | "de") => {
  const [value, unit] =
    hours >= 48 ? [hours / 24, language === "de" ? "Tage" : "days"] : [hours, language === "de" ? "Stunden" : "hours"];
  const text = String(round(value, 1));
  return `${language === "de" ? text.replace(".", ",") : text} ${unit}`;
};

/** Cells of the same chemistry, the smallest first: they fit where another one of them is. */
const liIonIds = ["lipo-2000", "cell-18650"];

/** A larger cell in its place, where that is enough; life grows with the capacity, less by what its own module takes more. */
function largerCell({ graph, find, language, power }: RuleInput, wantedHours: number): FixDraft[] {
  const cell = graph.parts.find((part) => part.catalog?.battery !== undefined);
  const figures = cell?.catalog?.battery;
  if (cell === undefined || figures === undefined || !liIonIds.includes(cell.catalog?.id ?? "")) return [];
  const larger = liIonIds
    .flatMap((id) => find(id) ?? [])
    .find(({ battery: other }) => {
      const hours = ((other?.capacityMah ?? 0) / figures.capacityMah) * (power.batteryHours ?? 0);
      return other !== undefined && other.capacityMah > figures.capacityMah && hours >= wantedHours * 1.02;
    });
  if (larger === undefined) return [];
  return [
    {
      label: say(language, { en: `Take ${larger.name} for ${cell.id}`, de: `${larger.name} für ${cell.id} nehmen` }),
      deltaCents: larger.price.typicalCents - (cell.design.owned ? 0 : (cell.catalog?.price.typicalCents ?? 0)),
      patch: [{ op: "replace-part", part: cell.id, catalogId: larger.id, pins: [] }],
    },
  ];
}

/** The board that sleeps on least: it is named as a way out, and exchanged by asking for it, because its pins are others. */
const sparingId = "esp32-c3-supermini";

/** What a person can do where no cell is large enough. */
function wayOut({ find, language, power }: RuleInput, board: GraphPart | undefined): string {
  const sparing = find(sparingId)?.board;
  const sleepMa = board?.catalog?.board?.sleepMa ?? 0;
  if (power.boardAsleepMa === undefined) {
    return say(language, {
      en: " It is awake all the time: let it sleep (“measure every 15 minutes”), or take a larger cell.",
      de: " Es ist ständig wach: lass es schlafen („miss alle 15 Minuten“) oder nimm eine größere Zelle.",
    });
  }
  return sparing !== undefined && sparing.sleepMa < sleepMa / 2
    ? say(language, {
        en: ` An ${sparing.shortName} takes ${sparing.sleepMa} mA asleep: ask for it, or let it wake less often.`,
        de: ` Ein ${sparing.shortName} nimmt im Schlaf ${String(sparing.sleepMa).replace(".", ",")} mA: frage danach oder lass es seltener aufwachen.`,
      })
    : say(language, { en: " Let it wake less often.", de: " Lass es seltener aufwachen." });
}

/** Life on one charge below what was wanted: W, with the board's own idle named where that is why; without a wish nothing is judged. */
export const battery: Rule = {
  id: "battery",
  check: (input) => {
    const { graph, language, power } = input;
    const { batteryHours, wantedHours } = power;
    if (batteryHours === undefined || wantedHours === undefined) return { findings: [], passed: null };
    const measured = { value: batteryHours, unit: "h" };
    const limit = { value: wantedHours, unit: "h" };
    const cells = graph.parts.filter((part) => part.catalog?.battery !== undefined).map((part) => part.id);
    if (batteryHours >= wantedHours) {
      return {
        findings: [],
        passed: {
          what: say(language, { en: "hours on one charge", de: "Stunden je Ladung" }),
          parts: cells,
          measured,
          limit,
        },
      };
    }
    const board = graph.parts.find((part) => part.catalog?.board !== undefined);
    const sleepMa = board?.catalog?.board?.sleepMa ?? 0;
    const [life, wish] = [hoursText(batteryHours, language), hoursText(wantedHours, language)];
    const idle = sleepMa >= 1 && board !== undefined;
    // What an RP2040 takes is its own: its Arduino core only waits.
    const onlyWaits = board?.catalog?.board?.core === "rp2040";
    const fixes = largerCell(input, wantedHours);
    const hint = fixes.length > 0 ? "" : wayOut(input, board);
    const because = onlyWaits
      ? { en: "its Arduino core has no deep sleep", de: "sein Arduino-Core keinen Tiefschlaf hat" }
      : { en: "its USB chip, regulator and LED stay on", de: "USB-Chip, Regler und LED an bleiben" };
    return {
      findings: [
        {
          severity: "W",
          message: say(language, {
            en: `It runs ${life} on one charge, not ${wish}.${idle ? ` ${board.id} alone takes ${sleepMa} mA asleep, because ${because.en}.` : ""}${hint}`,
            de: `Es läuft ${life} mit einer Ladung, nicht ${wish}.${idle ? ` Allein ${board.id} nimmt im Schlaf ${sleepMa} mA, weil ${because.de}.` : ""}${hint}`,
          }),
          nets: [],
          pins: [],
          parts: [...(idle ? [board.id] : []), ...cells],
          measured,
          limit,
          source: board?.catalog?.sources.sleepMa ?? "typical value",
          ...(fixes.length === 0 ? {} : { fixes }),
        },
      ],
      passed: null,
    };
  },
};
