import type { Severity, SpokenLanguage, WireColour } from "../../domain/circuit/lists.ts";

/** All words of the wiring picture in one language. */
export interface DiagramWords {
  title: (board: string, parts: number, wires: number) => string;
  wire: (wire: { step: number; net: string; from: string; to: string; colour: string }) => string;
  part: (reference: string, name: string) => string;
  connections: string;
  colours: Record<WireColour, string>;
  severities: Record<Severity, string>;
}

/** The words of the picture, by language. */
export const diagramWords: Record<SpokenLanguage, DiagramWords> = {
  en: {
    title: (board, parts, wires) => `Wiring diagram: ${board} with ${parts} parts and ${wires} wires`,
    wire: ({ step, net, from, to, colour }) => `Step ${step}. ${net}: ${from} to ${to}, ${colour}`,
    part: (reference, name) => `${reference}, ${name}`,
    connections: "Connections",
    colours: {
      red: "red",
      orange: "orange",
      violet: "violet",
      brown: "brown",
      black: "black",
      blue: "blue",
      yellow: "yellow",
      green: "green",
      white: "white",
      grey: "grey",
    },
    severities: { E: "Error", W: "Warning", I: "Advice" },
  },
  de: {
    title: (board, parts, wires) => `Schaltbild: ${board} mit ${parts} Teilen und ${wires} Leitungen`,
    wire: ({ step, net, from, to, colour }) => `Schritt ${step}. ${net}: ${from} an ${to}, ${colour}`,
    part: (reference, name) => `${reference}, ${name}`,
    connections: "Verbindungen",
    colours: {
      red: "rot",
      orange: "orange",
      violet: "violett",
      brown: "braun",
      black: "schwarz",
      blue: "blau",
      yellow: "gelb",
      green: "grün",
      white: "weiß",
      grey: "grau",
    },
    severities: { E: "Fehler", W: "Warnung", I: "Hinweis" },
  },
};
