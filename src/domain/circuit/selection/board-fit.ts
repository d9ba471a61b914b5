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

/** Pins of the board, each once, that can be this; without strapping pins and those of its buses where these are in use. */
function pinsFor(board: CatalogPart, kind: SignalKind, use: { wifi: boolean; bus: boolean }): string[] {
  const { i2c } = board.board ?? {};
  const taken = use.bus ? [i2c?.sda, i2c?.scl] : [];
  const able = board.pins.filter((pin) => pinCan(pin, kind, use.wifi) && !taken.includes(pin.gpio));
  return [...new Set(able.flatMap((pin) => (pin.gpio === undefined ? [] : [pin.gpio])))];
}

/** US cents that the signals of these parts cost on this board: strapping pins that have to serve, and pins that are not there. */
function pinCents(board: CatalogPart, picks: readonly Pick[], wifi: boolean): number {
  const kinds = picks.flatMap(({ part, quantity }) =>
    Array.from({ length: quantity }, () => signalNeeds("", part).map((need) => need.kind)).flat(),
  );
  const use = { wifi, bus: picks.some(({ part }) => part.i2c !== undefined) };
  const straps = new Set(board.pins.flatMap((pin) => (pin.strap === undefined ? [] : [pin.gpio])));
  const room = (all: readonly SignalKind[], kind: SignalKind) => {
    const pins = pinsFor(board, kind, use);
    const calm = pins.filter((gpio) => !straps.has(gpio)).length;
    return (
      Math.max(0, all.length - pins.length) * weights.missingPin +
      Math.max(0, Math.min(all.length, pins.length) - calm) * weights.strapping
    );
  };
  const analog = kinds.filter((kind) => kind === "analog");
  return (
    room(analog, "analog") +
    room(
      kinds.filter((kind) => kind !== "analog" || analog.length > 1),
      "input",
    )
  );
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
  const count = (part: CatalogPart) => pinsFor(part, "input", { wifi: true, bus: false }).length;
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
