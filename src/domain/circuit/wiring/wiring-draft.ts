import { partById } from "../catalogue/catalogue.ts";
import type { Design, DesignNet, PartValue } from "../design.ts";
import type { ChosenPart, Selection } from "../design-stages.ts";
import type { NetKind, SpokenLanguage } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { Requirements } from "../requirements.ts";
import { designatorSource } from "../selection/designators.ts";

/** A net's first mention: its id is its name, kept across revisions. */
export interface NetSpec {
  id: string;
  kind: NetKind;
  volts: number | null;
}

/** A part that the wiring adds for another one. */
export interface SupportSpec {
  catalogId: string;
  value: PartValue | null;
  /** Id of the part that it serves, null where it serves all. */
  serves: string | null;
  role: Record<SpokenLanguage, string>;
  why: Record<SpokenLanguage, string>;
  /** Printed pin name -> net id. */
  pins: [string, string][];
}

/** A warning that belongs at the wires of one pin. */
export interface PinWarning {
  pin: string;
  text: Record<SpokenLanguage, string>;
}

const railToken = (kind: NetKind) => (kind === "ground" ? "-" : kind === "supply" || kind === "battery" ? "+" : null);

/** What stays the same of a supporting part while its designator should: its signal nets, and how it meets supply and ground. */
function signature(pins: readonly { kind: NetKind; id: string }[]): string {
  return pins
    .map((net) => railToken(net.kind) ?? net.id)
    .sort()
    .join(" ");
}

/** The wiring while it grows: parts, nets, and warnings at pins. Order of calls is order of nets; nothing is ever removed. */
export class WiringDraft {
  readonly parts: ChosenPart[];
  readonly nets = new Map<string, DesignNet>();
  readonly warnings: PinWarning[] = [];
  readonly board: ChosenPart;
  readonly requirements: Requirements;
  readonly previous: Design | null;
  /** Pins that join nothing: an output of the board that has no volts while the board is fed elsewhere. */
  readonly leftOpen = new Set<string>();
  private readonly nextId: (prefix: string) => string;
  private readonly reused = new Set<string>();

  constructor(selection: Selection, requirements: Requirements, previous: Design | null) {
    this.board = selection.board;
    this.parts = [selection.board, ...selection.parts];
    this.requirements = requirements;
    this.previous = previous;
    const ids = this.parts.map((part) => part.id);
    for (const id of ids) this.reused.add(id);
    this.nextId = designatorSource(previous, ids);
  }

  get language(): SpokenLanguage {
    return this.requirements.language;
  }

  /** Adds pins (`part:pin`) to a net and makes it where it is new. */
  join(spec: NetSpec, ...pins: string[]): DesignNet {
    const net = this.nets.get(spec.id) ?? { id: spec.id, name: spec.id, kind: spec.kind, volts: spec.volts, pins: [] };
    this.nets.set(spec.id, net);
    for (const pin of pins) if (!net.pins.includes(pin) && !this.leftOpen.has(pin)) net.pins.push(pin);
    return net;
  }

  /** Takes other parts and nets in the place of all: what a repair made of them. */
  replace(parts: readonly ChosenPart[], nets: readonly DesignNet[]): void {
    this.parts.splice(0, this.parts.length, ...parts);
    for (const { id } of parts) this.reused.add(id);
    this.nets.clear();
    for (const net of nets) this.nets.set(net.id, net);
  }

  warn(pin: string, text: PinWarning["text"]): void {
    this.warnings.push({ pin, text });
  }

  /** The chosen part of this catalogue id, where selection or an earlier step has one. */
  find(catalogId: string): ChosenPart | undefined {
    return this.parts.find((part) => part.part.id === catalogId);
  }

  /** Adds a supporting part on nets that exist; the same place in the previous revision gives it the same designator. */
  support(spec: SupportSpec): ChosenPart {
    const part = partById(spec.catalogId);
    if (part === undefined) throw new Error(`The catalogue has no ${spec.catalogId}`);
    const id = this.previousId(spec) ?? this.nextId(part.refPrefix);
    this.reused.add(id);
    const chosen: ChosenPart = {
      id,
      part,
      functions: [],
      role: spec.role[this.language],
      why: spec.why[this.language],
      owned: this.requirements.owned.includes(part.id),
      value: spec.value,
      alternatives: [],
      quantity: 1,
      serves: spec.serves,
    };
    this.parts.push(chosen);
    for (const [pin, netId] of spec.pins) this.nets.get(netId)?.pins.push(`${id}:${pin}`);
    return chosen;
  }

  /** Replaces a part's value, such as a strapped address. */
  setValue(id: string, value: PartValue): void {
    const index = this.parts.findIndex((part) => part.id === id);
    const part = this.parts[index];
    if (part !== undefined) this.parts[index] = { ...part, value };
  }

  private previousId(spec: SupportSpec): string | null {
    const family = partById(spec.catalogId)?.family;
    const anywhere = family !== "passive" && family !== "semiconductor";
    const nets = spec.pins.flatMap(([, id]) => this.nets.get(id) ?? []);
    const wanted = signature(nets);
    const match = this.previous?.parts.find((part) => {
      if (part.catalogId !== spec.catalogId || this.reused.has(part.id)) return false;
      return anywhere || signature(this.previousNetsOf(part.id)) === wanted;
    });
    return match?.id ?? null;
  }

  private previousNetsOf(partId: string): DesignNet[] {
    return (this.previous?.nets ?? []).filter((net) => net.pins.some((pin) => splitPin(pin).partId === partId));
  }

  /** The board's pin that a net had in the previous revision, where that had the same board. */
  previousBoardPin(netId: string): string | null {
    if (this.previous?.parts.find((part) => part.id === this.board.id)?.catalogId !== this.board.part.id) return null;
    const pins = this.previous.nets.find((net) => net.id === netId)?.pins ?? [];
    const pin = pins.map(splitPin).find((each) => each.partId === this.board.id);
    return pin?.pinName ?? null;
  }
}
