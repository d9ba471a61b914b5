import type { HeadText } from "./head-text.ts";

/** Words of the views that a chat shows at once, in German. */
export const headTextDe: HeadText = {
  verdict: { PASS: "Bestanden", WARNING: "Warnung", FAIL: "Durchgefallen" },
  severity: { E: "Fehler", W: "Warnung", I: "Hinweis" },
  readouts: {
    label: "Kennzahlen des Entwurfs",
    verdict: "Urteil",
    revision: (number) => `Revision ${number}`,
    counts: (errors, warnings, advice) =>
      `${errors} Fehler · ${warnings} Warnung${warnings === 1 ? "" : "en"} · ${advice} Hinweis${advice === 1 ? "" : "e"}`,
    parts: "Teile",
    of: (limit) => `von ${limit}`,
    noBudget: "kein Budget genannt",
    peak: "Spitze",
    peakOn: (rail) => `Spitze an ${rail}`,
    noLimit: "keine Grenze bekannt",
    perCharge: "Pro Ladung",
    wanted: (life) => `gewünscht ${life}`,
    power: "Strom",
    source: { usb: "USB", battery: "Akku", adapter: "Netzteil", mains: "Netzstrom" },
    noBattery: "kein Akku",
    average: (current) => `${current} im Mittel`,
    none: "–",
    empty: "noch kein Entwurf",
  },
  artifact: {
    context: "Kontext",
    bom: "Teile",
    wiring: "Verdrahtung",
    code: "Code",
    verification: "Prüfung",
    budget: "Budget",
    datasheet: "Datenblatt",
    image: "Bild",
    document: "Dokument",
  },
  markdown: { image: (alt) => `Bild: ${alt}` },
};
