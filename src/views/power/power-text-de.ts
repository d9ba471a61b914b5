import type { PowerText } from "./power-text.ts";

/** Words of the Power tab in German. */
export const powerTextDe: PowerText = {
  rails: "Strom je Schiene",
  railsNote: "kräftig ist typisch, blass die Spitze, die Marke das, was die Quelle liefert",
  railsCaption: "Strom je Schiene gegen das, was ihre Quelle liefert",
  rail: "Schiene",
  source: "Quelle",
  load: "Last, Spitze je Teil",
  typical: "Typisch",
  peak: "Spitze",
  limit: "Grenze",
  used: "Genutzt",
  life: "Laufzeit pro Ladung",
  fromCell: (hours, capacity, usable) => `etwa ${hours} Stunden aus ${capacity} mAh, davon ${usable} nutzbar, in`,
  every: "Wacht auf alle",
  always: "immer wach",
  awakeFor: "Wach für",
  onlyReckoned: "Nur gerechnet: die Regler ändern nichts am Entwurf.",
  ask: (interval) => `${interval} verlangen`,
  askMessage: (minutes) =>
    minutes % 60 === 0
      ? minutes === 60
        ? "Miss jede Stunde"
        : `Miss alle ${minutes / 60} Stunden`
      : minutes === 1
        ? "Miss jede Minute"
        : `Miss alle ${minutes} Minuten`,
  back: "Zurück zum Entwurf",
  chart: "Laufzeit über der Zeit zwischen zwei Wachzeiten; beide Skalen sind logarithmisch.",
  thisDesign: "dieser Entwurf",
  withoutBoard: (board) => `wenn ${board} selbst schlafend nichts nähme`,
  charge: "Wohin die Ladung geht",
  flows: "Solange es dauert",
  time: "Der Zeit",
  mean: "Im Mittel, aus der Zelle",
  share: "Der Ladung",
  average: "Mittel",
  goes: {
    board: "Schlafend: das Board allein, mit Regler, USB-Chip und LED",
    others: "Schlafend: alles andere",
    awake: "Wach: messen, zeigen, senden",
    module: "Lader und Wandler, immer",
  },
  assumptions: "Was angenommen wurde",
  noFigures: "Diese Revision ist älter als die Zahlen hinter ihrer Laufzeit. Die nächste Änderung bringt sie mit.",
  noBattery: (source) => `Kein Akku: es läuft an ${source}.`,
  noBatteryTeaches:
    "Also gibt es keine Laufzeit zu rechnen. Mit einer Zelle stünde sie hier, und wie sie mit der Schlafzeit wächst. Ein Beispiel: eine Zelle mit 3250 mAh bei 23 mA im Mittel: 3250 × 0,8 ÷ 23 = 113 Stunden, knapp fünf Tage.",
  askBattery: "Nimm einen Akku",
};
