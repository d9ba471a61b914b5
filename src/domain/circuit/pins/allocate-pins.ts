import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";
import type { Refusal } from "../design-stages.ts";
import type { SpokenLanguage } from "../lists.ts";
import { pinCan, pinCost } from "./pin-preference.ts";
import type { SignalKind, SignalNeed } from "./signal-need.ts";

/** What the board is asked for. */
export interface PinRequest {
  board: CatalogPart;
  needs: SignalNeed[];
  /** Printed names of pins that a bus has already. */
  reserved: ReadonlySet<string>;
  usesWifi: boolean;
  /** Need id -> printed name of the pin that it had in the previous revision. */
  previous: ReadonlyMap<string, string>;
  /** Need id -> printed name of the pin that a person moved it to; one that cannot be that is left aside. */
  pinned?: ReadonlyMap<string, string>;
  /** Timers that a library takes from PWM (Servo, tone), and the parts that it does so for: theirs may be any pin of them. */
  taken?: { timers: ReadonlySet<string>; by: ReadonlySet<string> };
  language: SpokenLanguage;
}

/** Need id -> pin of the board. */
export interface Allocation {
  kind: "allocated";
  pins: ReadonlyMap<string, CatalogPin>;
}

interface Wish {
  need: SignalNeed;
  /** Pins that can do it, cheapest first. */
  candidates: CatalogPin[];
}

/** A pin that is printed twice (`A4` and `A4.2`) is offered once. */
function offered(request: PinRequest): CatalogPin[] {
  const seen = new Set<string>();
  const pins = [...request.board.pins].sort((a, b) => a.name.length - b.name.length);
  const unique = new Set(
    pins.filter((pin) => {
      if (pin.gpio === undefined || seen.has(pin.gpio)) return false;
      seen.add(pin.gpio);
      return true;
    }),
  );
  return request.board.pins.filter((pin) => unique.has(pin) && !request.reserved.has(pin.name));
}

/** Two pins behind one output of one timer cannot have levels of their own: the cheaper one stands for both. */
function oneOfEachOutput(pins: CatalogPin[]): CatalogPin[] {
  const seen = new Set<string>();
  return pins.filter(({ pwm }) => {
    const output = pwm === undefined ? null : `${pwm.timer} ${pwm.output}`;
    if (output === null) return true;
    if (seen.has(output)) return false;
    seen.add(output);
    return true;
  });
}

/** Pins of a Mega 2560 on which the serial line made in software hears (reference of SoftwareSerial: pin change interrupts). */
const megaReceivers = /^(1[0-5]|5[0-3]|A([89]|1[0-5]))$/;

/** Whether a serial line may be heard on this pin: the ESP8266's GPIO16 has no interrupt, a Mega has few that do. */
function canHear(board: CatalogPart, { gpio = "" }: CatalogPin): boolean {
  if (board.board?.mcu === "esp8266") return gpio !== "16";
  return board.board?.mcu !== "atmega2560" || megaReceivers.test(gpio);
}

/** Whether the pin is the receiver, or the transmitter, of the serial port that the need asks for. */
function isOnPort({ roles, units }: CatalogPin, { serialPort, hears }: SignalNeed): boolean {
  return serialPort === undefined || (units?.uart === serialPort && roles.includes(hears === true ? "rx" : "tx"));
}

function wishOf(request: PinRequest, need: SignalNeed, pins: CatalogPin[]): Wish {
  const candidates = pins
    .filter((pin) => isOnPort(pin, need))
    .filter((pin) => need.hears !== true || canHear(request.board, pin))
    .map((pin, order) => ({ pin, order, cost: pinCost(request.board, pin, need.kind) }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order)
    .map((row) => row.pin);
  return { need, candidates: need.kind === "pwm" ? oneOfEachOutput(candidates) : candidates };
}

/** Finds a pin for the wish; where all are taken, moves another signal that can go elsewhere. `held`: pin name -> wish. */
function place(wish: Wish, held: Map<string, Wish>, fixed: ReadonlySet<string>): boolean {
  const tried = new Set<string>();
  const attempt = (one: Wish): boolean => {
    const free = one.candidates.find((pin) => !held.has(pin.name) && !tried.has(pin.name));
    if (free !== undefined) {
      held.set(free.name, one);
      return true;
    }
    for (const pin of one.candidates) {
      const holder = held.get(pin.name);
      if (holder === undefined || fixed.has(holder.need.id) || tried.has(pin.name)) continue;
      tried.add(pin.name);
      if (!attempt(holder)) continue;
      held.set(pin.name, one);
      return true;
    }
    return false;
  };
  return attempt(wish);
}

function solve(wishes: Wish[], { previous, pinned }: PinRequest, keep: boolean): Map<string, Wish> | Wish {
  const held = new Map<string, Wish>();
  const fixed = new Set<string>();
  const before = [...wishes.map((wish) => [wish, pinned?.get(wish.need.id)] as const)];
  if (keep) before.push(...wishes.map((wish) => [wish, previous.get(wish.need.id)] as const));
  for (const [wish, name] of before) {
    if (fixed.has(wish.need.id)) continue;
    const pin = wish.candidates.find((each) => each.name === name);
    if (pin === undefined || held.has(pin.name)) continue;
    held.set(pin.name, wish);
    fixed.add(wish.need.id);
  }
  const rarestFirst = wishes
    .filter((wish) => !fixed.has(wish.need.id))
    .map((wish, order) => ({ wish, order }))
    .sort((a, b) => a.wish.candidates.length - b.wish.candidates.length || a.order - b.order);
  for (const { wish } of rarestFirst) if (!place(wish, held, fixed)) return wish;
  return held;
}

const kindWords: Record<SpokenLanguage, Record<SignalKind, string>> = {
  en: {
    analog: "analog inputs",
    pwm: "PWM outputs",
    output: "outputs",
    input: "inputs",
    "input-pull-up": "inputs with a pull-up",
    "both-ways": "pins that both drive and listen",
  },
  de: {
    analog: "analoge Eingänge",
    pwm: "PWM-Ausgänge",
    output: "Ausgänge",
    input: "Eingänge",
    "input-pull-up": "Eingänge mit Pull-up",
    "both-ways": "Pins für beide Richtungen",
  },
};

function refusal(request: PinRequest, wishes: Wish[], failed: Wish): Refusal {
  const { kind } = failed.need;
  const same = wishes.filter((wish) => wish.need.kind === kind);
  const words = kindWords[request.language][kind];
  const who = same.map((wish) => `${wish.need.partId} ${wish.need.pinName}`).join(", ");
  const left = failed.candidates.length;
  const wifi = request.usesWifi && kind === "analog" && request.board.pins.some((pin) => pin.roles.includes("adc2"));
  const reason: Record<SpokenLanguage, string> = {
    en: `The ${request.board.name} has not enough pins: ${same.length} ${words} are needed (${who}), and ${left} of its pins can be that${wifi ? " while WiFi runs" : ""}; all ${wishes.length} signals together do not fit.`,
    de: `Das ${request.board.name} hat nicht genug Pins: gebraucht werden ${same.length} ${words} (${who}), und ${left} seiner Pins können das${wifi ? ", solange WLAN läuft" : ""}; alle ${wishes.length} Signale zusammen passen nicht.`,
  };
  return { kind: "unsupported", reason: reason[request.language], question: null };
}

/**
 * Gives each signal a pin of the board that can do it: what had a pin keeps it, the rarest is placed first, cheap pins before
 * strapping and bus pins; the same request has the same answer. Signals move from where they were only where nothing else fits.
 */
export function allocatePins(request: PinRequest): Allocation | Refusal {
  const allocation = allocate(request, (need, pin) => pinCan(pin, need.kind, request.usesWifi));
  if (allocation.kind !== "allocated" || !request.needs.some((need) => losesTimer(request, need, allocation)))
    return allocation;
  // A servo on pin 9 of an Uno ends PWM on pins 9 and 10: what dims goes to other pins, and the servo may go to these.
  const apart = allocate(
    request,
    (need, pin) => pinCan(pin, need.kind, request.usesWifi) && !isTakenFrom(request, need, pin),
  );
  return apart.kind === "allocated" ? apart : allocation;
}

/** Whether a library takes the timer of this pin from what the need dims. */
function isTakenFrom({ taken }: PinRequest, need: SignalNeed, pin: CatalogPin | undefined): boolean {
  if (taken === undefined || need.kind !== "pwm" || taken.by.has(need.partId)) return false;
  return taken.timers.has(pin?.pwm?.timer ?? "");
}

const losesTimer = (request: PinRequest, need: SignalNeed, { pins }: Allocation): boolean =>
  isTakenFrom(request, need, pins.get(need.id));

function allocate(request: PinRequest, can: (need: SignalNeed, pin: CatalogPin) => boolean): Allocation | Refusal {
  const pins = offered(request);
  const wishes = request.needs.map((need) =>
    wishOf(
      request,
      need,
      pins.filter((pin) => can(need, pin)),
    ),
  );
  let solved = solve(wishes, request, true);
  if (!(solved instanceof Map)) solved = solve(wishes, request, false);
  if (!(solved instanceof Map)) return refusal(request, wishes, solved);
  const byName = new Map(request.board.pins.map((pin) => [pin.name, pin]));
  const allocated = new Map<string, CatalogPin>();
  for (const [name, wish] of solved) {
    const pin = byName.get(name);
    if (pin !== undefined) allocated.set(wish.need.id, pin);
  }
  return { kind: "allocated", pins: allocated };
}
