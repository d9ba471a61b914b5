import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Circuit } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { PlainCircuit } from "../rules/circuit-from-request.ts";
import { circuitFromRequest } from "../rules/circuit-from-request.ts";
import { stripOf } from "./breadboard-holes.ts";
import type { WokwiDiagram, WokwiPart } from "./diagram.ts";
import { attribute, serialMonitor } from "./diagram.ts";
import { partValueOf } from "./part-value.ts";
import { ourPin } from "./pin-names.ts";
import type { StockPart } from "./stock-parts.ts";
import { breadboardSize, isFurniture, stock, stockPart } from "./stock-parts.ts";

/** A diagram as a circuit of ours. Part ids are the diagram's, pin names the catalogue's. */
export interface ImportedDiagram {
  circuit: Circuit;
  /** Parts that are kept and not checked: types that the catalogue does not have, custom chips, types that Wokwi does not have. */
  unknownParts: { id: string; type: string; isStock: boolean }[];
  /** Pins of known parts that do not exist, and pins of parts that are not in the diagram; they stay in the nets. */
  unknownPins: string[];
  /** Wires between two pins of the circuit, with the colour that the diagram gives them (empty where none). */
  wires: { from: string; to: string; colour: string }[];
  /** Pins on the simulator's serial monitor, in our names. */
  monitored: string[];
  /** Our `part:pin` -> the diagram's, where it differs. */
  theirPins: ReadonlyMap<string, string>;
  /** Parts that stand for one pin of a part of the diagram -> that part. */
  standIns: ReadonlyMap<string, string>;
}

/** Where a pin of a wire lies: one key for one piece of metal. `ref` is null for what no part of ours has. */
interface Spot {
  key: string;
  ref: string | null;
  isStrip?: true;
}

interface Placed {
  part: WokwiPart;
  row: StockPart | null;
  catalog: CatalogPart | null;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Volts of `wokwi-vcc` without a figure of its own. */
const defaultVccVolts = 5;

function vccVolts(part: WokwiPart): number {
  const volts = Number(attribute(part, "voltage") ?? defaultVccVolts);
  return volts > 0 && volts <= 60 ? volts : defaultVccVolts;
}

const globalSource = (type: string) => (type === "wokwi-gnd" ? "ground" : type === "wokwi-vcc" ? "supply" : null);

/** Wires as pairs of pins; those of the serial monitor apart. */
function wiresOf(diagram: WokwiDiagram): { wires: [string, string][]; colours: string[]; monitored: string[] } {
  const wires: [string, string][] = [];
  const colours: string[] = [];
  const monitored: string[] = [];
  for (const wire of diagram.connections) {
    const ends: [string, string] = "from" in wire ? [wire.from, wire.to] : [wire[0], wire[1]];
    const onMonitor = ends.filter((end) => splitPin(end).partId === serialMonitor);
    if (onMonitor.length === 0) {
      wires.push(ends);
      colours.push("from" in wire || typeof wire[2] !== "string" ? "" : wire[2]);
    } else monitored.push(...ends.filter((end) => !onMonitor.includes(end)));
  }
  return { wires, colours, monitored };
}

function usedPins(wires: readonly [string, string][]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const end of wires.flat()) {
    const { partId, pinName } = splitPin(end);
    const pins = used.get(partId) ?? new Set();
    used.set(partId, pins.add(pinName));
  }
  return used;
}

/** A part that Ohm wrote says which one of ours it is; every other one goes by its type. */
function place(part: WokwiPart, used: ReadonlySet<string>): Placed {
  const named = partById(attribute(part, "catalogId") ?? "");
  const row = stockPart(part, used);
  if (named !== undefined) return { part, row: row ?? stock(named.id), catalog: named };
  return { part, row, catalog: row?.catalogId == null ? null : (partById(row.catalogId) ?? null) };
}

/** Reads where pins lie; what a reader has seen of unknown pins and other names is kept on it. */
class PinReader {
  readonly unknown = new Set<string>();
  readonly theirs = new Map<string, string>();
  readonly foreignPins = new Map<string, { partId: string; ref: string }>();

  private readonly parts: ReadonlyMap<string, Placed>;

  constructor(parts: ReadonlyMap<string, Placed>) {
    this.parts = parts;
  }

  read(end: string): Spot {
    const { partId, pinName } = splitPin(end);
    const placed = this.parts.get(partId);
    if (placed === undefined) return this.missing(`${partId}:${pinName}`);
    const { part, row, catalog } = placed;
    const source = globalSource(part.type);
    if (source === "ground") return { key: "GND", ref: null };
    if (source === "supply") return { key: `VCC ${vccVolts(part)}`, ref: null };
    if (isFurniture(part.type) && catalog === null)
      return part.type === "wokwi-junction"
        ? { key: `joint ${partId}`, ref: null }
        : { key: `label ${end}`, ref: null };
    if (catalog === null || row === null) return { key: end, ref: end };
    const size = breadboardSize(part.type);
    const ours = size === null ? ourPin(row, catalog, pinName) : stripOf(pinName, size);
    if (ours === "silent") return this.foreign(partId, pinName);
    if (ours === null) return this.missing(end);
    const ref = `${partId}:${ours}`;
    if (ref !== end && size === null) this.theirs.set(ref, end);
    return { key: ref, ref, ...(size === null ? {} : { isStrip: true as const }) };
  }

  /** A pin that only Wokwi's part has may do anything: it stands as a part of its own that nobody knows. */
  private foreign(partId: string, pinName: string): Spot {
    const id = `${partId} ${pinName}`;
    const ref = `${id}:${pinName}`;
    this.foreignPins.set(id, { partId, ref });
    this.theirs.set(ref, `${partId}:${pinName}`);
    return { key: ref, ref };
  }

  private missing(end: string): Spot {
    this.unknown.add(end);
    return { key: end, ref: end };
  }
}

/** Joined spots by the root of their tree. */
function joinedSpots(wires: readonly [Spot, Spot][]): Spot[][] {
  const parent = new Map<string, string>();
  const spots = new Map<string, Spot>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const [from, to] of wires) {
    spots.set(from.key, from).set(to.key, to);
    const [a, b] = [rootOf(from.key), rootOf(to.key)];
    if (a !== b) parent.set(byText(a, b) < 0 ? b : a, byText(a, b) < 0 ? a : b);
  }
  const groups = new Map<string, Spot[]>();
  for (const [key, spot] of spots) {
    const root = rootOf(key);
    const group = groups.get(root) ?? [];
    groups.set(root, group);
    group.push(spot);
  }
  return [...groups.values()];
}

type PlainNet = PlainCircuit["nets"][number];

/** The net of joined spots: named after a global source, else a pin of a board, else its first pin. null where it joins nothing. */
function netOf(group: Spot[], boards: ReadonlySet<string>): PlainNet | null {
  const refs = group.flatMap(({ ref }) => (ref === null ? [] : [ref])).sort(byText);
  const ground = group.some(({ key }) => key === "GND");
  const supplies = group.flatMap(({ key }) => (key.startsWith("VCC ") ? [Number(key.slice(4))] : [])).sort();
  const ends = group.filter(({ ref, isStrip }) => ref !== null && isStrip !== true).length;
  const [volts] = supplies;
  if (ends === 0 || (ends === 1 && !ground && volts === undefined)) return null;
  const name = refs.find((ref) => boards.has(splitPin(ref).partId)) ?? refs[0] ?? "";
  if (ground) return { id: "GND", name: "GND", kind: "ground", volts: 0, pins: refs };
  if (volts === undefined) return { id: name, name, kind: "signal", pins: refs };
  return { id: `VCC ${volts} V`, name: "VCC", kind: "supply", volts, pins: refs };
}

function plainPart({ part, catalog }: Placed): PlainCircuit["parts"][number] {
  const quantity = Number(attribute(part, "quantity") ?? "1");
  return {
    id: part.id,
    catalogId: catalog?.id ?? null,
    name: catalog?.name ?? part.type,
    quantity: Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 ? quantity : 1,
    value: catalog === null ? null : partValueOf(part, catalog.id, catalog.i2c !== undefined),
  };
}

/** The simulator's ground symbol is the ground of its boards too. */
function groundWires(placed: readonly Placed[]): [string, string][] {
  const symbol = placed.find(({ part }) => globalSource(part.type) === "ground");
  if (symbol === undefined) return [];
  return placed.flatMap(({ part, catalog }): [string, string][] => {
    const ground = catalog?.board === undefined ? undefined : catalog.pins.find((pin) => pin.type === "ground");
    return ground === undefined ? [] : [[`${symbol.part.id}:GND`, `${part.id}:${ground.name}`]];
  });
}

const isPart = ({ part, catalog }: Placed) =>
  globalSource(part.type) === null && (catalog !== null || !isFurniture(part.type));

/**
 * A Wokwi diagram as a circuit. Breadboard holes join by their strips, all `wokwi-gnd` and all `wokwi-vcc` of one voltage are one net each,
 * rotation, place and hiding change nothing, wires to the serial monitor are no part of the circuit. A net that joins only holes of a
 * breadboard with one pin is none. Of two parts with one id the first decides the pins. Never throws.
 */
export function importDiagram(diagram: WokwiDiagram): ImportedDiagram {
  const { wires, colours, monitored } = wiresOf(diagram);
  const used = usedPins(wires);
  const placed = diagram.parts.map((part) => place(part, used.get(part.id) ?? new Set()));
  const byId = new Map([...placed].reverse().map((each) => [each.part.id, each]));
  const reader = new PinReader(byId);
  const joined = [...wires, ...groundWires(placed)].map(([from, to]): [Spot, Spot] => [
    reader.read(from),
    reader.read(to),
  ]);
  const boards = new Set(placed.flatMap(({ part, catalog }) => (catalog?.board === undefined ? [] : [part.id])));
  const nets = joinedSpots(joined)
    .flatMap((group) => netOf(group, boards) ?? [])
    .sort((a, b) => byText(a.id, b.id));
  const parts = placed.filter(isPart);
  const wired = new Set(nets.flatMap((net) => net.pins));
  const standIns = [...reader.foreignPins].filter(([, { ref }]) => wired.has(ref));
  return {
    circuit: circuitFromRequest({
      parts: [...parts.map(plainPart), ...standIns.map(([id]) => ({ id, name: id }))],
      nets,
    }),
    unknownParts: parts
      .filter(({ catalog }) => catalog === null)
      .map(({ part, row }) => ({ id: part.id, type: part.type, isStock: row !== null })),
    unknownPins: [...reader.unknown].sort(byText),
    wires: joined.flatMap(([from, to], index) =>
      index >= wires.length || from.ref === null || to.ref === null || from.ref === to.ref
        ? []
        : [{ from: from.ref, to: to.ref, colour: colours[index] ?? "" }],
    ),
    monitored: monitored.flatMap((end) => reader.read(end).ref ?? []),
    theirPins: reader.theirs,
    standIns: new Map(standIns.map(([id, { partId }]) => [id, partId])),
  };
}

/** The same findings with parts and pins called as the diagram calls them. */
export function inTheirWords<T extends { pins: string[]; parts: string[] }>(
  findings: readonly T[],
  imported: ImportedDiagram,
): T[] {
  return findings.map((finding) => ({
    ...finding,
    pins: finding.pins.map((pin) => imported.theirPins.get(pin) ?? pin),
    parts: [...new Set(finding.parts.map((part) => imported.standIns.get(part) ?? part))],
  }));
}
