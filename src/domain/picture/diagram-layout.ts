import type { Design, PartValue } from "../circuit/design.ts";
import type { Severity, WireColour } from "../circuit/lists.ts";
import type { PictureKind } from "./picture-kind.ts";

/** A point of the picture in its own units; one unit is one CSS pixel at 100 %. */
export interface Point {
  x: number;
  y: number;
}

/** An upright rectangle; `x` and `y` are its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An edge of a part. */
export type Side = "left" | "right" | "top" | "bottom";

/** What the picture needs of a design. */
export type PictureDesign = Pick<Design, "board" | "parts" | "nets" | "connections" | "findings"> &
  Partial<Pick<Design, "devices">>;

/** What the picture needs of a catalogue part: the pins in their real order with their sides, and its size in mm. */
export interface PartShape {
  pins: { name: string; side?: Side }[];
  sizeMm: { width: number; height: number };
}

/** Finds the shape of a catalogue part; null where the catalogue does not know it. */
export type ShapeOf = (catalogId: string) => PartShape | null;

/** A solder pad or lead end, at its place in the picture. `silk` is what is printed beside it. */
export interface PlacedPad {
  pin: string;
  silk: string;
  side: Side;
  x: number;
  y: number;
  /** Net id, null while nothing is connected. */
  net: string | null;
}

/** A part at its place. */
export interface PlacedPart {
  id: string;
  kind: PictureKind;
  name: string;
  box: Box;
  pads: PlacedPad[];
  value: PartValue | null;
}

/**
 * One wire from pad to pad: corners of an orthogonal line, both ends included. Where the whole line would cross too many others it
 * is drawn as its two ends, each with the name of the other: `points` from the one pad, `far` to the other.
 */
export interface WirePath {
  id: string;
  step: number;
  net: string;
  netName: string;
  from: string;
  to: string;
  colour: WireColour;
  points: Point[];
  far?: Point[];
}

/** Wires of one net that join away from a pad. `wires` are the ids of those that meet here. */
export interface Junction extends Point {
  net: string;
  colour: WireColour;
  wires: string[];
}

/**
 * A place on a breadboard where wires of one net meet: drawn on their lane, as the tie point it is. A row whose wires are not drawn
 * as one line is drawn as a hole at each of them.
 */
export interface TiePoint extends Point {
  part: string;
  pin: string;
  net: string;
}

/** The name of a net on its wire. */
export interface NetTag {
  net: string;
  text: string;
  box: Box;
  wires: string[];
}

/** Reference, name and one line of fact, beside the part. */
export interface PartLabel {
  part: string;
  reference: string;
  name: string;
  fact: string;
  box: Box;
}

/** A finding pinned above the part it is about. */
export interface ProblemPin {
  part: string;
  ruleId: string;
  severity: Severity;
  /** Rule and measured figure, short enough for a tag. */
  text: string;
  message: string;
  box: Box;
}

/** The name of one of several devices, above its part of the picture. */
export interface DeviceTitle {
  id: string;
  text: string;
  box: Box;
}

/** The whole wiring picture as plain geometry: the same design gives the same layout, byte for byte. */
export interface DiagramLayout {
  width: number;
  height: number;
  parts: PlacedPart[];
  wires: WirePath[];
  junctions: Junction[];
  ties: TiePoint[];
  tags: NetTag[];
  labels: PartLabel[];
  problems: ProblemPin[];
  /** Present where the design has several devices, which stand one beneath the other. */
  devices?: DeviceTitle[];
}
