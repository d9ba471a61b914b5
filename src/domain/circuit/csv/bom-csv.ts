import type { Design, DesignPart, PartValue } from "../design.ts";
import type { SpokenLanguage } from "../lists.ts";
import { csvText } from "./csv-text.ts";
import { deviceColumn } from "./device-column.ts";

const headings: Record<SpokenLanguage, readonly string[]> = {
  en: [
    "Reference",
    "Part",
    "Part number",
    "Value",
    "Quantity",
    "Unit price (USD)",
    "Line total (USD)",
    "Owned",
    "Supplier",
    "Supplier link",
    "Datasheet",
    "Role",
  ],
  de: [
    "Bezeichner",
    "Teil",
    "Teilenummer",
    "Wert",
    "Menge",
    "Stückpreis (USD)",
    "Zeilensumme (USD)",
    "Vorhanden",
    "Händler",
    "Händlerlink",
    "Datenblatt",
    "Aufgabe",
  ],
};

const yesNo: Record<SpokenLanguage, readonly [string, string]> = { en: ["yes", "no"], de: ["ja", "nein"] };
const total: Record<SpokenLanguage, string> = { en: "Total", de: "Summe" };

function valueText(value: PartValue | null): string {
  switch (value?.kind) {
    case "ohms":
      return `${value.ohms} ohm`;
    case "farads":
      return `${value.nanofarads} nF`;
    case "address":
      return `0x${value.address.toString(16).toUpperCase().padStart(2, "0")}`;
    case "colour":
      return value.colour;
    default:
      return "";
  }
}

const dollars = (cents: number) => (cents / 100).toFixed(2);

function row(part: DesignPart, language: SpokenLanguage): (string | number | null)[] {
  const [yes, no] = yesNo[language];
  return [
    part.id,
    part.name,
    part.partNumber,
    valueText(part.value),
    part.quantity,
    dollars(part.unitPriceCents),
    dollars(part.owned ? 0 : part.unitPriceCents * part.quantity),
    part.owned ? yes : no,
    part.supplier,
    part.url,
    part.datasheetUrl,
    part.role,
  ];
}

/** The parts of a design as CSV, one line a part and the sum at the end. Prices in US dollars with a point; what is owned costs nothing. With several devices the last column names whose a part is. */
export function bomCsv(design: Pick<Design, "parts" | "cost" | "requirements" | "devices">): string {
  const { parts, cost, requirements } = design;
  const { language } = requirements;
  const device = deviceColumn(design);
  return csvText([
    [...headings[language], ...device.heading],
    ...parts.map((part) => [...row(part, language), ...device.of(part.deviceId)]),
    [total[language], "", "", "", "", "", dollars(cost.totalCents), "", "", "", "", "", ...device.of("")],
  ]);
}
