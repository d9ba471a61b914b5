import type { SpokenLanguage } from "../lists.ts";
import { causeWords } from "./cause-words.ts";
import { wireList, wiresOf } from "./part-wires.ts";
import type { LoggedCircuit, SpokenPart } from "./read-serial-log.ts";

/** What is known of a part that did not pass. */
export interface Silence {
  one: SpokenPart;
  /** Its line, null where it has none. */
  line: string | null;
  failed: readonly SpokenPart[];
  answered: readonly SpokenPart[];
  circuit: LoggedCircuit;
  language: SpokenLanguage;
}

/** Why a part did not pass, and what to try, as sentences. */
export interface LikelyCause {
  cause: string;
  next: string;
}

/** The most likely cause of a part's silence in this wiring: what several silent parts share goes before what one has alone. */
export function likelyCause(silence: Silence): LikelyCause {
  const { line, language } = silence;
  if (line === null) return causeWords[language].notSeen(wires(silence));
  return wrongChip(silence) ?? sharedRail(silence) ?? sharedBus(silence) ?? stuckReading(silence) ?? ownWires(silence);
}

function wires({ one, circuit, language }: Silence): string {
  const { colour } = causeWords[language];
  return wireList(wiresOf(one.id, circuit), (name) => colour[name] ?? name);
}

/** A part on the bus that names another chip than the one wanted: Bosch's ids are in their data sheets, BME280 5.4.1 and BMP280 4.3.1. */
function wrongChip({ one, line, language }: Silence): LikelyCause | null {
  const id = /\bid=0x([0-9A-Fa-f]{1,2})\b/.exec(line ?? "")?.[1]?.toUpperCase();
  if (one.part.id === "bme280" && (id === "58" || id === "56" || id === "57")) return causeWords[language].bmp280(id);
  return null;
}

/** The supply that every silent part hangs on and no part that answered. */
function sharedRail({ failed, answered, circuit, language }: Silence): LikelyCause | null {
  if (failed.length < 2) return null;
  const hangsOn = (partId: string, netPins: readonly string[]) => netPins.some((pin) => pin.startsWith(`${partId}:`));
  const rail = circuit.nets.find(
    ({ kind, pins }) =>
      (kind === "supply" || kind === "battery") &&
      failed.every(({ id }) => hangsOn(id, pins)) &&
      answered.every(({ id, part }) => part.board !== undefined || !hangsOn(id, pins)),
  );
  if (rail === undefined) return null;
  return causeWords[language].rail(rail.name, failed.map(({ id }) => id).join(", "));
}

/** All parts of the I2C bus are silent, so the bus is; one of several is alone. */
function sharedBus(silence: Silence): LikelyCause | null {
  const { one, failed, answered, circuit, language } = silence;
  if (one.part.i2c === undefined) return null;
  const onBus = ({ part }: SpokenPart) => part.i2c !== undefined;
  const say = causeWords[language];
  const list = wires(silence);
  const silent = failed.filter(onBus);
  if (silent.length > 1 && !answered.some(onBus)) return say.bus(silent.map(({ id }) => id).join(", "), list);
  const address = one.value?.kind === "address" ? one.value.address : (one.part.i2c.addresses[0] ?? 0);
  const others = one.part.i2c.addresses.filter((other) => other !== address).map(hex);
  const isBusAlive = answered.some(onBus);
  return say.address({ address: hex(address), others, isBusAlive, wires: list, shifter: shifterOf(one.id, circuit) });
}

const hex = (address: number) => `0x${address.toString(16).toUpperCase().padStart(2, "0")}`;

/** The level shifter or the like between a part and the board, by its designator; null where there is none. */
function shifterOf(partId: string, circuit: LoggedCircuit): string | null {
  const signals = circuit.nets.filter(
    ({ kind, pins }) => kind !== "supply" && kind !== "ground" && touches(pins, partId),
  );
  const others = signals.flatMap(({ pins }) => pins.map((pin) => pin.split(":")[0] ?? ""));
  const shifters = circuit.parts.filter(({ catalogId }) => catalogId?.startsWith("level-shifter"));
  return shifters.find(({ id }) => others.includes(id))?.id ?? null;
}

const touches = (pins: readonly string[], partId: string) => pins.some((pin) => pin.startsWith(`${partId}:`));

/** A raw value at one of its ends. */
function stuckReading(silence: Silence): LikelyCause | null {
  const raw = /\braw=(\d+)\b/.exec(silence.line ?? "")?.[1];
  if (raw === undefined) return null;
  const say = causeWords[silence.language];
  return Number(raw) === 0 ? say.rawLow(wires(silence)) : say.rawHigh(raw, wires(silence));
}

function ownWires(silence: Silence): LikelyCause {
  const say = causeWords[silence.language];
  const list = wires(silence);
  const { part } = silence.one;
  if (part.functions.includes("input-button")) return say.button(list);
  if (part.functions.includes("sense-distance") && part.interface === "digital") return say.echo(list);
  switch (part.interface) {
    case "spi":
      return say.spi(list);
    case "uart":
      return say.uart(list);
    case "onewire":
      return say.oneWire(list);
    default:
      return say.wires(list);
  }
}
