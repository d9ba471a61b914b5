import type { WireColour } from "./lists.ts";

/** What a person calls the colours of wires in German; in English they are called as they are named here. */
export const germanWireColours: Readonly<Record<WireColour, string>> = {
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
};
