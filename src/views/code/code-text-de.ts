import type { ViewText } from "../text/view-text.ts";
import { evidenceDe } from "./evidence-de.ts";

const reasonsDe: Readonly<Record<string, string>> = {
  "not run here: no parser was at hand": "hier nicht ausgeführt: kein Parser zur Hand",
  "not run here: only MicroPython can be executed against recording stubs":
    "hier nicht ausgeführt: nur MicroPython lässt sich auf Attrappen ausführen",
  "not run here: a compiler runs in our tests only, and no stored run is of exactly this file":
    "hier nicht ausgeführt: ein Compiler läuft nur in unseren Tests, und kein gespeicherter Lauf ist von genau dieser Datei",
  "not run here: a simulator runs in our tests only, and no stored run is of exactly this file and wiring":
    "hier nicht ausgeführt: ein Simulator läuft nur in unseren Tests, und kein gespeicherter Lauf ist von genau dieser Datei und Verdrahtung",
  "not run here: the file did not pass L0": "hier nicht ausgeführt: die Datei hat L0 nicht bestanden",
  "not run here: MicroPython's compiler was not asked":
    "hier nicht ausgeführt: der Compiler von MicroPython wurde nicht gefragt",
  "not run here: the program was not executed against recording stubs":
    "hier nicht ausgeführt: das Programm lief nicht auf Attrappen",
  "not run here: MicroPython compiles on the board itself":
    "hier nicht ausgeführt: MicroPython übersetzt auf dem Board selbst",
  "not run here: no simulator of this board": "hier nicht ausgeführt: kein Simulator dieses Boards",
};

/** Words of the Code tab in German. */
export const codeTextDe: ViewText["code"] = {
  label: "Firmware",
  units: "Etappen",
  unit: {
    1: { name: "Inbetriebnahme", aim: "jedes Teil zeigt, dass es lebt" },
    2: { name: "Minimales Gerät", aim: "tut das Eine" },
    3: { name: "Ganzes Gerät", aim: "versucht es erneut, speichert, spart Strom, führt Protokoll" },
  },
  device: (deviceId) => `Gerät ${deviceId}`,
  lines: (amount) => `${amount} ${amount === 1 ? "Zeile" : "Zeilen"}`,
  evidence: "Belege",
  ladder: (passed) => (passed.length === 0 ? "Keine Sprosse bestanden" : `Bestanden: ${passed.join(", ")}`),
  rung: {
    L0: "Schema",
    L1: "Syntax",
    L2: "Pins passen zur Verdrahtung",
    L3: "auf Attrappen ausgeführt",
    L4: "übersetzt",
    L5: "simuliert",
  },
  failed: "nicht bestanden",
  notRun: "hier nicht ausgeführt",
  reason: (reason) => reasonsDe[reason] ?? reason,
  shown: evidenceDe,
  checked: (tool, version) => `mit diesem Entwurf geprüft von ${tool} ${version}`,
  stored: (tool, version, day) =>
    `in Ohms eigenen Tests am ${day} gelaufen, mit demselben Programm, unter ${tool} ${version}`,
  modules: "Treiberdateien, die daneben auf das Board gehören",
  libraries: "Bibliotheken",
  noLibraries: "keine: der Kern des Boards genügt",
  install: { cpp: "So installierst du sie im Terminal:", python: "So kommen sie im Terminal auf das Board:" },
  showPin: (pin) => `${pin} im Schaltbild zeigen`,
  language: { cpp: "Arduino-C++", python: "MicroPython" },
  expected: "Was bei 115200 Baud zu sehen sein soll",
  ready: "reif für den Einsatz",
  empty: "Noch keine Firmware.",
};
