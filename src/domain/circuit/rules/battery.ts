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
    // What an RP2040 takes is its own: its Arduino core only waits.
    const onlyWaits = board?.catalog?.board?.core === "rp2040";
    const because = onlyWaits
      ? { en: "its Arduino core has no deep sleep", de: "sein Arduino-Core keinen Tiefschlaf hat" }
      : { en: "its USB chip, regulator and LED stay on", de: "USB-Chip, Regler und LED an bleiben" };
    return {
      findings: [
        {
          severity: "W",
          message: say(language, {
            en: `It runs ${life} on one charge, not ${wish}.${idle ? ` ${board.id} alone takes ${sleepMa} mA asleep, because ${because.en}.` : ""}`,
            de: `Es läuft ${life} mit einer Ladung, nicht ${wish}.${idle ? ` Allein ${board.id} nimmt im Schlaf ${sleepMa} mA, weil ${because.de}.` : ""}`,
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
