import type { ViewText } from "../text/view-text.ts";

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
  by: (tool, version) => `${tool} ${version}`,
  modules: "Treiberdateien, die daneben auf das Board gehören",
  libraries: "Bibliotheken",
  noLibraries: "keine: der Kern des Boards genügt",
  language: { cpp: "Arduino-C++", python: "MicroPython" },
  expected: "Was bei 115200 Baud zu sehen sein soll",
  ready: "reif für den Einsatz",
  empty: "Noch keine Firmware.",
};
