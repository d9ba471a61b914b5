import type { SpokenLanguage } from "../lists.ts";
import type { LoggedPart } from "./read-serial-log.ts";

interface WholeLog {
  text: string;
  recognised: boolean;
  complete: boolean;
  restarts: number;
  parts: readonly LoggedPart[];
}

const words = {
  en: {
    baud: "The text is mostly broken characters: set the serial monitor to 115200 baud and press reset.",
    later: "These are lines of a running device, not of its start: upload Unit 1, open the monitor and press reset.",
    none: "This is no log of Unit 1: upload Unit 1, open the serial monitor at 115200 baud, press reset and copy all lines.",
    restarts: (times: number) =>
      `The board started ${times + 1} times. That is mostly its supply breaking down when a part switches on: take a short, good USB cable or a stronger supply, and try without the part that was next.`,
    stopped: (name: string) =>
      `The log ends before ${name} has said anything and without [done]: the board waits or hangs there, or the text was cut off. Unplug that part, press reset and see whether the log reaches [done].`,
    cut: "The last line, [done], is not there: copy the log again after a few seconds more.",
  },
  de: {
    baud: "Der Text besteht vor allem aus kaputten Zeichen: Stell den seriellen Monitor auf 115200 Baud und drück Reset.",
    later:
      "Das sind Zeilen eines laufenden Geräts, nicht seines Starts: Lade Etappe 1, öffne den Monitor und drück Reset.",
    none: "Das ist kein Protokoll von Etappe 1: Lade Etappe 1, öffne den seriellen Monitor mit 115200 Baud, drück Reset und kopiere alle Zeilen.",
    restarts: (times: number) =>
      `Das Board ist ${times + 1}-mal gestartet. Meist bricht seine Versorgung ein, wenn ein Teil einschaltet: Nimm ein kurzes, gutes USB-Kabel oder ein stärkeres Netzteil und versuch es ohne das Teil, das als nächstes dran war.`,
    stopped: (name: string) =>
      `Das Protokoll endet, bevor ${name} sich gemeldet hat, und ohne [done]: Das Board wartet oder hängt dort, oder der Text wurde abgeschnitten. Zieh dieses Teil ab, drück Reset und schau, ob das Protokoll bis [done] kommt.`,
    cut: "Die letzte Zeile, [done], fehlt: Kopiere das Protokoll ein paar Sekunden später noch einmal.",
  },
};

/** Whether most of a text is what a wrong baud rate makes of one. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/\s/g, "");
  const strange = letters.replace(/[\x20-\x7e°µäöüÄÖÜß→]/g, "").length;
  return letters.length >= 8 && strange > letters.length * 0.3;
}

/** What a log as a whole says, null where it says nothing. */
export function wholeLogAdvice(log: WholeLog, language: SpokenLanguage): string | null {
  const say = words[language];
  if (!log.recognised) {
    if (isGarbled(log.text)) return say.baud;
    return /\[(?:read|raw|press|done)\]|^\d+ [EWID] /m.test(log.text) ? say.later : say.none;
  }
  if (log.restarts > 0) return say.restarts(log.restarts);
  if (log.complete) return null;
  const next = log.parts.find(({ outcome }) => outcome === "not_seen");
  return next === undefined ? say.cut : say.stopped(`${next.name} (${next.partId})`);
}
