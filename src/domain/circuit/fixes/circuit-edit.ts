import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPin } from "../catalogue-part.ts";
import type { Circuit, DesignNet, DesignPart, PartValue } from "../design.ts";
import type { NetKind } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { partFrom } from "../rules/circuit-from-request.ts";
import { resolvePin } from "../rules/circuit-graph.ts";

const kindAt = ({ type }: CatalogPin): NetKind =>
  type === "power_out" ? "supply" : type === "ground" ? "ground" : "signal";

/** A circuit under change. Methods answer whether they could do it; the circuit that it was made from stays as it is. */
export class CircuitEdit {
  private parts: DesignPart[];
  private nets: DesignNet[];
  private readonly greatest: Map<string, number>;

  /** `designators`: greatest number ever given per prefix, so that no designator comes back. */
  constructor(circuit: Circuit, designators: Readonly<Record<string, number>> = {}) {
    this.parts = [...circuit.parts];
    this.nets = circuit.nets.map((net) => ({ ...net, pins: [...net.pins] }));
    this.greatest = new Map(Object.entries(designators));
    for (const { id } of circuit.parts) {
      const [, prefix, number] = /^(\D+)(\d{1,9})$/.exec(id) ?? [];
      if (prefix !== undefined) this.greatest.set(prefix, Math.max(this.greatest.get(prefix) ?? 0, Number(number)));
    }
  }

  /** The circuit as it is now; nets without pins are gone. */
  circuit(): Circuit {
    return { parts: this.parts, nets: this.nets.filter((net) => net.pins.length > 0) };
  }

  part(id: string): DesignPart | undefined {
    return this.parts.find((each) => each.id === id);
  }

  /** Adds a part of the catalogue; answers its designator. */
  addPart(catalogId: string, value: PartValue | null = null): string {
    const prefix = partById(catalogId)?.refPrefix ?? "X";
    const number = (this.greatest.get(prefix) ?? 0) + 1;
    this.greatest.set(prefix, number);
    const id = `${prefix}${number}`;
    this.parts.push(partFrom({ id, catalogId, value }));
    return id;
  }

  setValue(id: string, value: PartValue): boolean {
    if (this.part(id) === undefined) return false;
    this.parts = this.parts.map((each) => (each.id === id ? { ...each, value } : each));
    return true;
  }

  /**
   * Puts another part of the catalogue in the place of one, on the nets where that lay: old pin name -> new one, for those that differ. Not
   * where a wired pin would have no fellow.
   */
  replacePart(id: string, catalogId: string, pins: ReadonlyMap<string, string>): boolean {
    const [next, old] = [partById(catalogId), this.part(id)];
    if (next === undefined || old === undefined) return false;
    const wired = this.nets.flatMap((net) => net.pins).filter((ref) => splitPin(ref).partId === id);
    const names = new Map<string, string>();
    for (const ref of wired) {
      const { pinName } = splitPin(this.canonical(ref));
      const fellow = resolvePin(next, pins.get(pinName) ?? pinName);
      if (fellow === null) return false;
      names.set(this.canonical(ref), `${id}:${fellow.name}`);
    }
    this.rename(names);
    this.parts = this.parts.map((part) =>
      part.id === id ? { ...partFrom({ id, catalogId, value: null }), role: part.role } : part,
    );
    return true;
  }

  removePart(id: string): boolean {
    if (this.part(id) === undefined) return false;
    this.parts = this.parts.filter((each) => each.id !== id);
    for (const net of this.nets) net.pins = net.pins.filter((ref) => splitPin(ref).partId !== id);
    return true;
  }

  /** One name for one pin, however it is written: `U1:gnd` and `U1:GND.1` are the same. */
  canonical(ref: string): string {
    const { partId, pinName } = splitPin(ref);
    const catalogId = this.part(partId)?.catalogId;
    const catalog = catalogId == null ? undefined : partById(catalogId);
    return `${partId}:${(catalog && resolvePin(catalog, pinName)?.name) ?? pinName}`;
  }

  /** Nets that name the pin. */
  netsOf(ref: string): DesignNet[] {
    const wanted = this.canonical(ref);
    return this.nets.filter((net) => net.pins.some((each) => this.canonical(each) === wanted));
  }

  /** A new net with these pins; its id is made from `hint`. */
  addNet(hint: string, pins: string[], kind: NetKind = "signal"): DesignNet {
    const taken = new Set(this.nets.map((net) => net.id));
    let id = hint;
    for (let copy = 2; taken.has(id); copy++) id = `${hint}_${copy}`;
    const net: DesignNet = { id, name: id, kind, volts: null, pins };
    this.nets.push(net);
    return net;
  }

  /** Wires `end` to where `ref` lies; a pin that lies nowhere gets a net, of the kind that a supply or ground pin makes it. */
  attach(end: string, ref: string): void {
    const [net] = this.netsOf(ref);
    if (net !== undefined) {
      net.pins.push(end);
      return;
    }
    const { partId, pinName } = splitPin(ref);
    const catalog = partById(this.part(partId)?.catalogId ?? "");
    const pin = catalog === undefined ? null : resolvePin(catalog, pinName);
    const made = this.addNet(hintOf(ref), [ref, end], pin === null ? "signal" : kindAt(pin));
    if (pin?.type === "power_out") made.volts = pin.volts ?? catalog?.supply?.volts ?? null;
  }

  /** Takes a pin off all its nets. */
  detach(ref: string): void {
    const wanted = this.canonical(ref);
    for (const net of this.nets) net.pins = net.pins.filter((each) => this.canonical(each) !== wanted);
  }

  /** Writes other pins in the place of some, on all nets at once: canonical name -> new name. */
  rename(names: ReadonlyMap<string, string>): void {
    for (const net of this.nets) net.pins = net.pins.map((each) => names.get(this.canonical(each)) ?? each);
  }

  /** Makes the nets of two pins one; of two the first keeps its id, kind and volts. */
  join(a: string, b: string): void {
    const [first] = this.netsOf(a);
    const others = this.netsOf(b).filter((net) => net !== first);
    if (first === undefined) this.attach(a, b);
    else if (others.length === 0 && !this.netsOf(b).includes(first)) first.pins.push(b);
    else {
      first.pins.push(...others.flatMap((net) => net.pins));
      this.nets = this.nets.filter((net) => !others.includes(net));
    }
  }
}

/** `U1:GPIO 4` -> `U1_GPIO 4`: the id of a net that begins at a pin. */
export const hintOf = (ref: string): string => ref.replace(":", "_");
