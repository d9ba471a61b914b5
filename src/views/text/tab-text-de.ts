import { germanWireColours } from "../../domain/circuit/german-wire-colours.ts";
import { codeTextDe } from "../code/code-text-de.ts";
import { historyTextDe } from "../history/history-text-de.ts";
import { powerTextDe } from "../power/power-text-de.ts";
import { deedTextDe } from "./deed-text-de.ts";
import type { TabText } from "./tab-text.ts";

/** Words of the tabs of the bench in German. */
export const tabTextDe: TabText = {
  wire: germanWireColours,
  parts: {
    caption: "Stückliste",
    ref: "Ref.",
    part: "Teil",
    why: "Warum",
    rail: "Schiene",
    typical: "Typ.",
    maximum: "Max.",
    quantity: "Anz.",
    unit: "Stück $",
    line: "Summe $",
    supplier: "Händler",
    datasheet: "Datenblatt",
    owned: "vorhanden",
    total: "Gesamt",
    lines: (lines) => count(lines, "Zeile", "Zeilen"),
    pricesOf: (date) => `Preise vom ${date}`,
    band: (low, high) => `Gesehen von ${low} bis ${high}`,
    under: (difference, budget) => `${difference} unter ${budget}`,
    over: (difference, budget) => `${difference} über ${budget}`,
    alternatives: (amount) => count(amount, "Alternative", "Alternativen"),
    notes: (amount) => count(amount, "Hinweis", "Hinweise"),
    insteadOf: (ref) => `Statt ${ref}`,
    price: "Preis",
    effect: "Wirkung",
  },
  wiring: {
    caption: "Drähte in der Reihenfolge des Aufbaus",
    step: "Schritt",
    from: "Von",
    to: "Nach",
    wire: "Draht",
    net: "Netz",
    level: "Pegel",
    note: "Hinweis",
    wires: (amount) => count(amount, "Draht", "Drähte"),
    nets: (amount) => count(amount, "Netz", "Netze"),
    show: (step) => `Draht ${step} im Schaltbild zeigen`,
    tick: "Gelegt",
    laid: (laid, wires) => `${laid} von ${wires} gelegt`,
    laidWire: (step) => `Draht ${step} ist gelegt`,
    ticksAreYours: "Die Haken sind nur deine, und sie bleiben.",
  },
  checks: {
    headline: {
      PASS: "Bestanden: nichts spricht dagegen, es zu bauen",
      WARNING: "Warnung: es läuft, mit Grenzen, die man kennen sollte",
      FAIL: "Durchgefallen: so nicht bauen",
    },
    scope: (rules) => `${count(rules, "Regel", "Regeln")} an diesem Entwurf geprüft`,
    errors: "Fehler",
    warnings: "Warnungen",
    advice: "Hinweise",
    passed: "Bestanden",
    at: "an",
    net: "Netz",
    findings: "Befunde",
    passedCaption: "Bestandene Regeln, die knappste zuerst",
    passedRules: (rules) => `${count(rules, "Regel", "Regeln")}, die knappste zuerst`,
    rule: "Regel",
    what: "Was",
    where: "Wo",
    measured: "Gemessen",
    margin: "Reserve",
    limit: "Grenze",
    source: (source) => `Quelle: ${source}`,
    possibleFix: (label) => `Mögliche Abhilfe: ${label}`,
    totalThen: (total) => `dann ${total}`,
  },
  diagram: {
    title: (board, parts, wires) =>
      `Schaltbild: ${board} mit ${count(parts, "Teil", "Teilen")} und ${count(wires, "Draht", "Drähten")}`,
    wire: ({ step, net, from, to, colour }) => `Schritt ${step}. ${net}: ${from} an ${to}, ${colour}`,
    part: (reference, name) => `${reference}, ${name}`,
    connections: "Verbindungen",
    holes: "Löcher gleichen Namens sind eine Reihe",
  },
  history: historyTextDe,
  code: codeTextDe,
  power: powerTextDe,
  deeds: deedTextDe,
};

/** German count with its noun: `1 Zeile`, `7 Zeilen`. */
function count(amount: number, one: string, more: string): string {
  return `${amount} ${amount === 1 ? one : more}`;
}
