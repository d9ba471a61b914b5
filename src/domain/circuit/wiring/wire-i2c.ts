import { shortName } from "../compare-designs.ts";
import type { ChosenPart, Refusal } from "../design-stages.ts";
import { noteIn } from "../german-notes.ts";
import type { SpokenLanguage } from "../lists.ts";
import { railVoltsOf } from "./signal-level.ts";
import { boardRailPin, groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** Strong enough for 400 kHz on short wires, and far above the 967 ohm that 3.3 V allows (I2C specification, 3 mA sink). */
const pullUpOhms = 4700;

const hex = (address: number) => `0x${address.toString(16).toUpperCase()}`;
const pinWith = (part: ChosenPart, role: "sda" | "scl") => part.part.pins.find((pin) => pin.roles.includes(role));

function clash(part: ChosenPart, language: SpokenLanguage): Refusal {
  const addresses = (part.part.i2c?.addresses ?? []).map(hex).join(", ");
  const reason: Record<SpokenLanguage, string> = {
    en: `There are more ${part.part.name} than one I2C bus can tell apart: each needs an address of its own, and it has only ${addresses}.`,
    de: `Es sind mehr ${part.part.name}, als ein I2C-Bus unterscheiden kann: jedes braucht eine eigene Adresse, und es gibt nur ${addresses}.`,
  };
  const name = shortName(part.part.name);
  const question = {
    en: { text: "Take fewer?", answers: [`Use one ${name}`] },
    de: { text: "Weniger nehmen?", answers: [`Nimm nur einen ${name}`] },
  };
  return { kind: "needs_answer", reason: reason[language], question: question[language] };
}

/** An address for each part: the one it had, else the first free one. */
function assignAddresses(draft: WiringDraft, parts: ChosenPart[]): Refusal | null {
  const used = new Set<number>();
  const kept = new Map<string, number>();
  for (const part of parts) {
    const value = draft.previous?.parts.find((each) => each.id === part.id)?.value ?? part.value;
    if (value?.kind !== "address" || used.has(value.address)) continue;
    if (!part.part.i2c?.addresses.includes(value.address)) continue;
    kept.set(part.id, value.address);
    used.add(value.address);
  }
  for (const part of parts) {
    const address = kept.get(part.id) ?? part.part.i2c?.addresses.find((each) => !used.has(each));
    if (address === undefined) return clash(part, draft.language);
    used.add(address);
    draft.setValue(part.id, { kind: "address", address });
    strap(draft, part, address);
  }
  return null;
}

/** A module as sold has its first address; another one takes a wire at SDO, or a change on the module that we can only say. */
function strap(draft: WiringDraft, part: ChosenPart, address: number): void {
  const note = part.part.i2c?.strapNote;
  if (address === part.part.i2c?.addresses[0] || note === undefined) return;
  if (part.part.pins.some((pin) => pin.name === "SDO")) {
    const rail = [...draft.nets.values()].find(
      (net) => net.kind === "supply" && net.pins.some((pin) => pin.startsWith(`${part.id}:`)),
    );
    rail?.pins.push(`${part.id}:SDO`);
    return;
  }
  const sda = pinWith(part, "sda")?.name ?? "SDA";
  draft.warn(`${part.id}:${sda}`, {
    en: `Set ${part.id} to address ${hex(address)} first, two parts would share one otherwise. ${note}`,
    de: `Stelle ${part.id} zuerst auf die Adresse ${hex(address)} ein, sonst teilen sich zwei Teile eine. ${noteIn("de", note)}`,
  });
}

/** Level of a bus line at the part: what its pull-ups go to. */
const lineVolts = (draft: WiringDraft, part: ChosenPart): number => part.part.logicVolts ?? railVoltsOf(draft, part);

/** Carries SDA and SCL to the parts at another level; answers the nets on their side. */
function shifted(
  draft: WiringDraft,
  volts: number,
  lines: { sda: NetSpec; scl: NetSpec },
): { sda: NetSpec; scl: NetSpec } {
  const logic = draft.board.part.board?.logicVolts ?? 3.3;
  const [near, far] = logic < volts ? ["LV", "HV"] : ["HV", "LV"];
  const side = volts < 4 ? "3V3" : "5V";
  const sda: NetSpec = { id: `SDA_${side}`, kind: "bus", volts };
  const scl: NetSpec = { id: `SCL_${side}`, kind: "bus", volts };
  for (const rail of [rail3v3, rail5v]) {
    const pin = boardRailPin(draft.board, rail.volts ?? 0);
    if (pin !== null) draft.join(rail, pin);
  }
  draft.join(sda);
  draft.join(scl);
  draft.support({
    catalogId: "level-shifter-4ch",
    value: null,
    serves: null,
    role: {
      en: `Carries the I2C bus between ${logic} V and ${volts} V`,
      de: `Führt den I2C-Bus zwischen ${logic} V und ${volts} V`,
    },
    why: { en: "Neither side may see the other one's level.", de: "Keine Seite darf den Pegel der anderen sehen." },
    pins: [
      ["LV", rail3v3.id],
      ["HV", rail5v.id],
      ["GND.1", groundNet.id],
      [`${near}1`, lines.sda.id],
      [`${near}2`, lines.scl.id],
      [`${far}1`, sda.id],
      [`${far}2`, scl.id],
    ],
  });
  return { sda, scl };
}

/** A bus whose modules bring no pull-ups gets two resistors. */
function pullUps(draft: WiringDraft, parts: ChosenPart[], lines: { sda: NetSpec; scl: NetSpec }): void {
  if (parts.length === 0 || parts.some((part) => part.part.i2c?.pullUpOhms !== null)) return;
  const rail = lines.sda.volts === 5 ? rail5v : rail3v3;
  for (const line of [lines.sda, lines.scl]) {
    draft.support({
      catalogId: "resistor",
      value: { kind: "ohms", ohms: pullUpOhms },
      serves: parts[0]?.id ?? null,
      role: { en: `Pulls ${line.id} up`, de: `Zieht ${line.id} hoch` },
      why: { en: "No module on this bus brings pull-ups.", de: "Kein Modul an diesem Bus hat Pull-ups." },
      pins: [
        ["1", rail.id],
        ["2", line.id],
      ],
    });
  }
}

/** Wires the shared I2C bus on the board's default pins; answers the board pins it uses, or why the addresses clash. */
export function wireI2c(draft: WiringDraft): string[] | Refusal {
  const parts = draft.parts.filter((part) => part.part.i2c !== undefined && part.part.board === undefined);
  const figures = draft.board.part.board;
  if (parts.length === 0 || figures === undefined) return [];
  const refused = assignAddresses(draft, parts);
  if (refused !== null) return refused;
  const volts = figures.logicVolts;
  const near = { sda: { id: "SDA", kind: "bus", volts }, scl: { id: "SCL", kind: "bus", volts } } as const;
  const { pins } = draft.board.part;
  const boardPin = (gpio: string) =>
    (pins.find((pin) => pin.name === gpio) ?? pins.find((pin) => pin.gpio === gpio))?.name ?? gpio;
  const [sdaPin, sclPin] = [boardPin(figures.i2c.sda), boardPin(figures.i2c.scl)];
  draft.join(near.sda, `${draft.board.id}:${sdaPin}`);
  draft.join(near.scl, `${draft.board.id}:${sclPin}`);
  const isFar = (part: ChosenPart) => lineVolts(draft, part) !== volts;
  const farParts = parts.filter(isFar);
  const farVolts = farParts[0] === undefined ? null : lineVolts(draft, farParts[0]);
  const far = farVolts === null ? near : shifted(draft, farVolts, near);
  for (const part of parts) {
    const lines = isFar(part) ? far : near;
    for (const role of ["sda", "scl"] as const) {
      const pin = pinWith(part, role);
      if (pin !== undefined) draft.join(lines[role], `${part.id}:${pin.name}`);
    }
  }
  // A shifter has pull-ups on both of its sides.
  if (farParts.length === 0) pullUps(draft, parts, near);
  return [sdaPin, sclPin];
}
