import type { Design } from "../design.ts";
import { germanWireColours } from "../german-wire-colours.ts";
import type { SpokenLanguage } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { csvText } from "./csv-text.ts";
import { deviceColumn } from "./device-column.ts";

const headings: Record<SpokenLanguage, readonly string[]> = {
  en: ["Step", "From", "To", "Net", "Voltage (V)", "Wire colour", "Note", "Warning"],
  de: ["Schritt", "Von", "Nach", "Netz", "Spannung (V)", "Drahtfarbe", "Hinweis", "Warnung"],
};

/** The wires of a design as CSV in build order. Volts with a point; empty where the level is not known. With several devices the last column names whose a wire is. */
export function wiringCsv(design: Pick<Design, "connections" | "nets" | "requirements" | "devices" | "parts">): string {
  const { connections, nets, requirements, parts } = design;
  const { language } = requirements;
  const device = deviceColumn(design);
  const owners = new Map(parts.map(({ id, deviceId }) => [id, deviceId]));
  const names = new Map(nets.map((net) => [net.id, net.name]));
  const wires = [...connections].sort((one, other) => one.step - other.step);
  return csvText([
    [...headings[language], ...device.heading],
    ...wires.map((wire) => [
      wire.step,
      wire.from,
      wire.to,
      names.get(wire.net) ?? wire.net,
      wire.volts,
      language === "de" ? germanWireColours[wire.colour] : wire.colour,
      wire.note,
      wire.warning,
      ...device.of(owners.get(splitPin(wire.from).partId) ?? ""),
    ]),
  ]);
}
