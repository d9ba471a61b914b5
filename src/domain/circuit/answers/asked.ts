import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import { shortName } from "../compare-designs.ts";
import type { Connection, Design, DesignPart } from "../design.ts";
import { germanWireColours } from "../german-wire-colours.ts";
import type { SpokenLanguage } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { figure } from "../short-forms.ts";

/** A question about a design, with what it names of it. `design` is told in `language`. */
export interface Asked {
  text: string;
  design: Design;
  language: SpokenLanguage;
  /** Parts that it names, in the order of the design. */
  parts: readonly DesignPart[];
  /** Pins that it names and that a wire ends at, as `part:pin`. */
  pins: readonly string[];
  /** The sentence in the language of the question. */
  say(en: string, de: string): string;
}

/** One thing that people ask: how to tell that it is asked, and the answer from the design's own figures; null where there is none. */
export interface Aspect {
  id: string;
  asks: RegExp;
  answer(asked: Asked): string | null;
}

/** `**U2 BME280**`. */
export function called({ id, name }: DesignPart): string {
  return `**${id} ${shortName(name)}**`;
}

/** A figure as the language writes it. */
export function number({ language }: Pick<Asked, "language">, value: number): string {
  const text = figure(value);
  return language === "de" ? text.replace(".", ",") : text;
}

/** The board of a part's device. */
export function boardOf(design: Design, part?: DesignPart): { part: DesignPart; known: CatalogPart } | null {
  const boards = design.parts.filter(({ category }) => category === "board");
  const own = boards.find(({ deviceId }) => deviceId === part?.deviceId) ?? boards[0];
  const known = own === undefined ? undefined : partById(own.catalogId ?? "");
  return own === undefined || known === undefined ? null : { part: own, known };
}

/** Parts that do something by themselves: no wires, resistors, breadboards. */
export function mainParts({ parts }: Design): DesignPart[] {
  return parts.filter(({ category }) => !["passive", "semiconductor", "mechanical", "board"].includes(category));
}

export function colourOf({ language }: Pick<Asked, "language">, { colour }: Connection): string {
  return language === "de" ? germanWireColours[colour] : colour;
}

/** `U2 SDA`. */
export function spoken(pin: string): string {
  return pin.replace(":", " ");
}

/** Wires at a part, in build order. */
export function wiresAt({ connections }: Design, partId: string): Connection[] {
  return connections.filter(({ from, to }) => [from, to].some((pin) => splitPin(pin).partId === partId));
}

/** The board's pin of a net, where the other end of a wire is only the breadboard. */
export function leadsTo(design: Design, net: string, own: string): string[] {
  const boards = new Set(design.parts.filter(({ category }) => category === "board").map(({ id }) => id));
  const pins = design.nets.find(({ id, name }) => id === net || name === net)?.pins ?? [];
  return pins.filter((pin) => pin !== own && boards.has(splitPin(pin).partId));
}

/** One line per wire: step, both ends, colour, net and level. */
export function wireLines(asked: Asked, wires: readonly Connection[], own?: string): string {
  const { design, say } = asked;
  return wires
    .map((wire) => {
      const { step, from, to, net, volts, warning } = wire;
      const [near, far] = own !== undefined && splitPin(to).partId === own ? [to, from] : [from, to];
      const level = volts === null || volts === 0 ? "" : `, ${number(asked, volts)} V`;
      const joints = leadsTo(design, net, near).filter((pin) => pin !== far);
      const isJoint = design.parts.some(({ id, category }) => id === splitPin(far).partId && category === "mechanical");
      const on =
        isJoint && joints[0] !== undefined
          ? say(`, on to ${spoken(joints[0])}`, `, weiter an ${spoken(joints[0])}`)
          : "";
      const caution = warning === undefined ? "" : ` ${warning}`;
      return `- ${say("Step", "Schritt")} ${step}: ${spoken(near)} – ${spoken(far)}${on} (${colourOf(asked, wire)}, ${net}${level}).${caution}`;
    })
    .join("\n");
}
