import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import { pinCan } from "../pins/pin-preference.ts";
import type { SignalKind } from "../pins/signal-need.ts";
import { signalNeeds } from "../pins/signal-need.ts";
import { sleepsBetween } from "../requirements/assumptions.ts";
import type { Requirements } from "../requirements.ts";
import type { Pick } from "./candidates.ts";
import { takesCell } from "./supporting.ts";

/** What a board's drawbacks are worth beside its price, in US cents. */
const weights = {
  /** Copies of many makers differ in parts and quality. */
  manyMakers: 150,
  /** Per mA asleep, and per mA awake of what never sleeps: a larger cell, or more charging. */
  asleepMa: 25,
  awakeMa: 4,
  /** A strapping pin in use: what hangs there must be right while the board starts. */
  strapping: 60,
  /** A signal without any pin. The wiring would refuse it. */
  missingPin: 100_000,
  /** More on 3.3 V than the board gives comfortably. */
  weakRail: 300,
} as const;

/** Share of a rail that is planned for: the rail rule warns above it. */
const comfortableShare = 0.8;

const usesWifi = (requirements: Requirements) => requirements.functions.some((one) => one.id === "talk-wifi");

/** US cents that this board costs whatever parts it gets: its price, its idle current on a battery, and how reliably it is one board. */
export function boardCents(board: CatalogPart, requirements: Requirements): number {
  const figures = board.board;
  const owned = requirements.owned.includes(board.id);
  const price = owned ? 0 : board.price.typicalCents + (figures?.hasManyMakers === true ? weights.manyMakers : 0);
  if (figures === undefined || requirements.power.source !== "battery") return price;
  const awakeMa = usesWifi(requirements) ? figures.activeMa.typ : figures.awakeNoRadioMa;
  return price + (sleepsBetween(requirements) ? figures.sleepMa * weights.asleepMa : awakeMa * weights.awakeMa);
}

/** How many pins of a board can be something: all, and those that are no strapping pins. */
interface Room {
  pins: number;
  calm: number;
}

const rooms = new WeakMap<CatalogPart, Map<string, Room>>();

/** Counts the pins of a board, each once, without its bus where that is in use; a board's pins never change, and every way asks again. */
function roomFor(board: CatalogPart, kind: SignalKind, use: { wifi: boolean; bus: boolean }): Room {
  const known = rooms.get(board) ?? new Map<string, Room>();
  rooms.set(board, known);
  const key = `${kind} ${use.wifi} ${use.bus}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { i2c } = board.board ?? {};
  const taken = use.bus ? [i2c?.sda, i2c?.scl] : [];
  const able = board.pins.filter((pin) => pinCan(pin, kind, use.wifi) && !taken.includes(pin.gpio));
  const count = (pins: typeof able) => new Set(pins.map((pin) => pin.gpio)).size;
  const room = { pins: count(able), calm: count(able.filter((pin) => pin.strap === undefined)) };
  known.set(key, room);
  return room;
}

/** US cents that the signals of these parts cost on this board: strapping pins that have to serve, and pins that are not there. */
function pinCents(board: CatalogPart, picks: readonly Pick[], wifi: boolean): number {
  const kinds = picks.flatMap(({ part, quantity }) =>
    Array.from({ length: quantity }, () => signalNeeds("", part).map((need) => need.kind)).flat(),
  );
  const use = { wifi, bus: picks.some(({ part }) => part.i2c !== undefined) };
  const cents = (wanted: number, kind: SignalKind) => {
    const { pins, calm } = roomFor(board, kind, use);
    const missing = Math.max(0, wanted - pins);
    return missing * weights.missingPin + Math.max(0, Math.min(wanted, pins) - calm) * weights.strapping;
  };
  const analog = kinds.filter((kind) => kind === "analog").length;
  // One analog pin is a pin apart on some boards; several are taken from the others.
  return cents(analog, "analog") + cents(analog > 1 ? kinds.length : kinds.length - analog, "input");
}

/** US cents that these parts cost on this board beside their price: pins, the 3.3 V rail, and a converter that the cell needs. */
export function fitCents(board: CatalogPart, picks: readonly Pick[], requirements: Requirements): number {
  const parts = picks.map(({ part }) => part);
  const on3v3 = picks.filter(
    ({ part }) => board.board?.logicVolts === 3.3 && part.supplyVolts !== null && part.supplyVolts.min <= 3.3,
  );
  const railMa = on3v3.reduce((sum, { part, quantity }) => sum + quantity * (part.currentMa?.max ?? 0), 0);
  const limitMa = (board.board?.rail3v3ForOthersMa ?? 0) * comfortableShare;
  const needsBoost = requirements.power.source === "battery" && !takesCell(board, parts);
  return (
    pinCents(board, picks, usesWifi(requirements)) +
    (railMa > limitMa ? weights.weakRail : 0) +
    (needsBoost ? (partById("boost-5v")?.price.typicalCents ?? 0) : 0)
  );
}

type Say = (en: string, de: string) => string;

/** What would be different with another board, in words: radio, levels, idle current, pins. */
export function boardEffect(other: CatalogPart, board: CatalogPart, context: { battery: boolean; say: Say }): string {
  const { battery, say } = context;
  const [a, b] = [other.board, board.board];
  if (a === undefined || b === undefined) return "";
  const count = (part: CatalogPart) => roomFor(part, "input", { wifi: true, bus: false }).pins;
  const more = count(other) - count(board);
  const radio = (name: string, has: boolean, had: boolean) =>
    has === had ? [] : [has ? say(`with ${name}`, `mit ${name}`) : say(`no ${name}`, `ohne ${name}`)];
  const effects = [
    ...(a.logicVolts === b.logicVolts
      ? []
      : [say(`${a.logicVolts} V logic`, `${a.logicVolts}-V-Logik`.replace(".", ","))]),
    ...radio(say("WiFi", "WLAN"), a.hasWifi, b.hasWifi),
    ...radio("Bluetooth", a.hasBluetooth, b.hasBluetooth),
    ...(battery ? [say(`${a.sleepMa} mA asleep`, `${String(a.sleepMa).replace(".", ",")} mA im Schlaf`)] : []),
    ...(Math.abs(more) < 3
      ? []
      : [
          more > 0
            ? say(`${more} more pins`, `${more} Pins mehr`)
            : say(`${-more} fewer pins`, `${-more} Pins weniger`),
        ]),
    say("new wiring", "neue Verdrahtung"),
  ];
  return effects.join("; ");
}
