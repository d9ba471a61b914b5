import type { DiagramLayout, WirePath } from "../../domain/picture/diagram-layout.ts";

/** What a person points at. `pin` ids are `part:pin`. */
export interface ActiveThing {
  kind: "net" | "part" | "pin" | "wire";
  id: string;
}

/** Everything that lights up with the active thing. */
export interface Lit {
  wires: ReadonlySet<string>;
  pins: ReadonlySet<string>;
  parts: ReadonlySet<string>;
}

function isMeant(wire: WirePath, active: ActiveThing): boolean {
  if (active.kind === "net") return wire.net === active.id;
  if (active.kind === "wire") return wire.id === active.id;
  const ends = [wire.from, wire.to];
  if (active.kind === "pin") return ends.includes(active.id);
  return ends.some((end) => end.startsWith(`${active.id}:`));
}

/** The twins of the active thing in the picture: its wires and the pads at their ends. */
export function litBy(layout: DiagramLayout, active: ActiveThing | null): Lit {
  if (active === null) return { wires: new Set(), pins: new Set(), parts: new Set() };
  const wires = layout.wires.filter((wire) => isMeant(wire, active));
  const pins = new Set(wires.flatMap((wire) => [wire.from, wire.to]));
  if (active.kind === "pin") pins.add(active.id);
  return {
    wires: new Set(wires.map((wire) => wire.id)),
    pins,
    parts: new Set(active.kind === "part" ? [active.id] : []),
  };
}

/** What the picture calls when a person points at something; absent on pages without a script. */
export type OnActivate = ((thing: ActiveThing | null) => void) | undefined;

/** Attributes with which pointer and touch activate a thing; the innermost thing under the pointer wins. */
export function pointing(onActivate: OnActivate, thing: ActiveThing) {
  if (onActivate === undefined) return {};
  const point = (event: Event) => {
    event.stopPropagation();
    onActivate(thing);
  };
  return { onMouseOver: point, onMouseLeave: () => onActivate(null), onClick: point };
}

/** Attributes with which the keyboard reaches and activates a thing. */
export function focusing(onActivate: OnActivate, thing: ActiveThing) {
  if (onActivate === undefined) return {};
  return {
    tabindex: 0,
    role: "button" as const,
    onFocus: () => onActivate(thing),
    onBlur: () => onActivate(null),
  };
}
