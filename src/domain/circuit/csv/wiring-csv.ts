import type { Design } from "../design.ts";
import { germanWireColours } from "../german-wire-colours.ts";
import type { SpokenLanguage } from "../lists.ts";
import { csvText } from "./csv-text.ts";

const headings: Record<SpokenLanguage, readonly string[]> = {
  en: ["Step", "From", "To", "Net", "Voltage (V)", "Wire colour", "Note", "Warning"],
  de: ["Schritt", "Von", "Nach", "Netz", "Spannung (V)", "Drahtfarbe", "Hinweis", "Warnung"],
};

/** The wires of a design as CSV in build order. Volts with a point; empty where the level is not known. */
export function wiringCsv({
  connections,
  nets,
  requirements,
}: Pick<Design, "connections" | "nets" | "requirements">): string {
  const { language } = requirements;
  const names = new Map(nets.map((net) => [net.id, net.name]));
  const wires = [...connections].sort((one, other) => one.step - other.step);
  return csvText([
    headings[language],
    ...wires.map((wire) => [
      wire.step,
      wire.from,
      wire.to,
      names.get(wire.net) ?? wire.net,
      wire.volts,
      language === "de" ? germanWireColours[wire.colour] : wire.colour,
      wire.note,
      wire.warning,
    ]),
  ]);
}
