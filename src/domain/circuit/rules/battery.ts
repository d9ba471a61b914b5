import type { Rule } from "./rule.ts";
import { round, say } from "./rule.ts";

const hoursText = (hours: number, language: "en" | "de") => {
  const [value, unit] =
    hours >= 48 ? [hours / 24, language === "de" ? "Tage" : "days"] : [hours, language === "de" ? "Stunden" : "hours"];
  const text = String(round(value, 1));
  return `${language === "de" ? text.replace(".", ",") : text} ${unit}`;
};

/** Life on one charge below what was wanted: W, with the board's own idle named where that is why; without a wish nothing is judged. */
export const battery: Rule = {
  id: "battery",
  check: ({ graph, language, power }) => {
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
    return {
      findings: [
        {
          severity: "W",
          message: say(language, {
            en: `It runs ${life} on one charge, not ${wish}.${idle ? ` ${board.id} alone takes ${sleepMa} mA asleep, because its USB chip, regulator and LED stay on.` : ""}`,
            de: `Es läuft ${life} mit einer Ladung, nicht ${wish}.${idle ? ` Allein ${board.id} nimmt im Schlaf ${sleepMa} mA, weil USB-Chip, Regler und LED an bleiben.` : ""}`,
          }),
          nets: [],
          pins: [],
          parts: [...(idle ? [board.id] : []), ...cells],
          measured,
          limit,
          source: board?.catalog?.sources.sleepMa ?? "typical value",
        },
      ],
      passed: null,
    };
  },
};
