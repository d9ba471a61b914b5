import { maxFileLength } from "../firmware/check-file.ts";
import { checkFirmware } from "../firmware/check-firmware.ts";
import type { Rule } from "./rule.ts";
import { report, say } from "./rule.ts";

/** What the firmware does with pins, buses, addresses, timers and RAM, against the wiring: E or W as the check of the text says. */
export const firmwareWiring: Rule = {
  id: "firmware-wiring",
  check: ({ graph, language, sketch }) => {
    const hasBoard = graph.parts.some((part) => part.catalog?.board !== undefined);
    if (sketch == null || sketch.length > maxFileLength || !hasBoard) return report([], null);
    const parts = graph.parts.map((part) => part.design);
    const nets = graph.nodes.flatMap((node) => node.nets);
    const findings = checkFirmware({ content: sketch }, { parts, nets }).map(
      ({ ruleId: _, fixes: __, ...draft }) => draft,
    );
    const what = say(language, {
      en: "the firmware's pins and addresses are those of the wiring",
      de: "Pins und Adressen der Firmware sind die der Verdrahtung",
    });
    return report(findings, { what, parts: [] });
  },
};
