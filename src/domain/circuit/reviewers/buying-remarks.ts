import { shortName } from "../compare-designs.ts";
import type { DesignPart } from "../design.ts";
import { dollars } from "../short-forms.ts";
import type { Look, Remark, Reviewed } from "./remark.ts";
import { remark } from "./remark.ts";

const bought = ({ design }: Reviewed) => design.parts.filter(({ owned }) => !owned);
const line = ({ unitPriceCents, quantity }: DesignPart) => unitPriceCents * quantity;
const called = ({ id, name }: DesignPart) => `${id} ${shortName(name)}`;

/** Things that many makers have lying about. */
function usualStock(reviewed: Reviewed): Remark | null {
  const { say } = reviewed;
  const stock = bought(reviewed).filter(({ catalogId }) =>
    /^(breadboard|jumper-wires|usb-cable|resistor)/.test(catalogId ?? ""),
  );
  const cents = stock.reduce((sum, part) => sum + line(part), 0);
  if (stock.length < 2 || cents === 0) return null;
  const names = stock.map(called).join(", ");
  return remark(
    say(
      `${dollars(cents)} of it is what many have already: ${names}. Say which you own, and it counts nothing.`,
      `${dollars(cents)} davon haben viele schon: ${names}. Sag, was du hast, dann zählt es nichts.`,
    ),
    stock.map(({ id }) => id),
  );
}

function spread({ design, say }: Reviewed): Remark | null {
  const { lowCents, highCents, totalCents } = design.cost;
  if (totalCents === 0 || highCents === lowCents) return null;
  return remark(
    say(
      `The same list is seen from ${dollars(lowCents)} to ${dollars(highCents)}.`,
      `Dieselbe Liste gibt es von ${dollars(lowCents)} bis ${dollars(highCents)}.`,
    ),
  );
}

/** The greatest saving that costs no function and that nobody refused by naming the part. */
function saving({ design, say }: Reviewed): Remark | null {
  const named = new Set(design.requirements.functions.flatMap(({ catalogId }) => catalogId ?? []));
  const options = design.parts
    .filter(({ catalogId, category, owned }) => category !== "board" && !owned && !named.has(catalogId ?? ""))
    .flatMap((part) => part.alternatives.filter(({ deltaCents }) => deltaCents < 0).map((other) => ({ part, other })));
  const [best] = options.sort((a, b) => a.other.deltaCents - b.other.deltaCents);
  if (best === undefined) return null;
  const { part, other } = best;
  return remark(
    say(
      `A ${shortName(other.name)} for ${part.id} would save ${dollars(-other.deltaCents)} (${other.effect}).`,
      `Mit ${shortName(other.name)} statt ${part.id} sparst du ${dollars(-other.deltaCents)} (${other.effect}).`,
    ),
    [part.id],
  );
}

function cheapestKinds(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const main = bought(reviewed).filter(({ category }) => category === "power" || category === "logic");
  const cents = main.reduce((sum, part) => sum + line(part), 0);
  if (main.length === 0 || cents === 0 || design.cost.totalCents === 0) return null;
  const share = Math.round((100 * cents) / design.cost.totalCents);
  return remark(
    say(
      `Supply and level shifting take ${dollars(cents)}, ${share} % of the total.`,
      `Versorgung und Pegel kosten ${dollars(cents)}, ${share} % der Summe.`,
    ),
  );
}

/** What `ohm/cost` looks at. */
export const lookAtCost: Look = (reviewed) => [
  usualStock(reviewed),
  saving(reviewed),
  cheapestKinds(reviewed),
  spread(reviewed),
];

function shops(reviewed: Reviewed): Remark | null {
  const { say } = reviewed;
  const counts = new Map<string, number>();
  for (const { supplier } of bought(reviewed))
    if (supplier !== null) counts.set(supplier, (counts.get(supplier) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  if (sorted.length < 2) return null;
  const list = sorted
    .map(([name, count]) =>
      count === 1
        ? say(`one line from ${name}`, `eine Zeile von ${name}`)
        : say(`${count} lines from ${name}`, `${count} Zeilen von ${name}`),
    )
    .join(", ");
  const slow = counts.has("AliExpress")
    ? say(
        " Parcels from China take weeks: order those first.",
        " Pakete aus China brauchen Wochen: Bestell die zuerst.",
      )
    : "";
  return remark(
    say(`It takes ${sorted.length} shops: ${list}.${slow}`, `Es braucht ${sorted.length} Händler: ${list}.${slow}`),
  );
}

/** Parts that the catalogue has no other for. */
function irreplaceable({ design, say }: Reviewed): Remark | null {
  const alone = design.parts.filter(
    ({ alternatives, category, owned }) =>
      alternatives.length === 0 && !owned && !["passive", "mechanical", "board"].includes(category),
  );
  if (alone.length === 0) return null;
  const names = alone.slice(0, 3).map(called).join(", ");
  return remark(
    say(
      `Nothing in the catalogue could stand in for ${names}: get a spare, or order it first.`,
      `Für ${names} gibt es im Katalog keinen Ersatz: Kauf eins mehr oder bestell es zuerst.`,
    ),
    alone.slice(0, 3).map(({ id }) => id),
  );
}

function clones({ design, say }: Reviewed): Remark | null {
  const risky = design.parts.find(({ catalogId }) =>
    /^(bme280|18650|cell-18650|dfplayer|nrf24l01|tp4056)/.test(catalogId ?? ""),
  );
  if (risky === undefined) return null;
  const told: Record<string, [string, string]> = {
    bme280: ["is often a BMP280 without humidity", "ist oft ein BMP280 ohne Feuchte"],
    tp4056: [
      "is sold without protection too: take the board with six pads",
      "gibt es auch ohne Schutz: Nimm die Platine mit sechs Lötpunkten",
    ],
  };
  const key = Object.keys(told).find((name) => risky.catalogId?.startsWith(name));
  const [en, de] = told[key ?? ""] ?? [
    "has many copies: buy it with its maker's name",
    "hat viele Nachbauten: Kauf es mit Herstellernamen",
  ];
  return remark(say(`${called(risky)} ${en}.`, `${called(risky)} ${de}.`), [risky.id]);
}

function cheapPieces(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const small = design.parts.filter(({ category }) => category === "passive" || category === "semiconductor");
  if (small.length === 0) return null;
  const pieces = small.reduce((sum, { quantity }) => sum + quantity, 0);
  return remark(
    say(
      `${small.map(({ id }) => id).join(", ")}: ${pieces} small ${pieces === 1 ? "piece comes" : "pieces come"} cheaper in an assortment.`,
      `${small.map(({ id }) => id).join(", ")}: ${pieces} Kleinteile sind im Sortiment billiger.`,
    ),
    small.map(({ id }) => id),
  );
}

/** What `ohm/sourcing` looks at. */
export const lookAtSourcing: Look = (reviewed) => [
  shops(reviewed),
  clones(reviewed),
  irreplaceable(reviewed),
  cheapPieces(reviewed),
];
