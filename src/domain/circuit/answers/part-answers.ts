import { partById } from "../catalogue/catalogue.ts";
import { shortName } from "../compare-designs.ts";
import type { DesignPart } from "../design.ts";
import { libraryOf } from "../firmware/libraries.ts";
import { dollars, dollarsMore } from "../short-forms.ts";
import type { Asked, Aspect } from "./asked.ts";
import { boardOf, called, mainParts, number, wireLines, wiresAt } from "./asked.ts";

/** Lines of one kind in an answer. */
const mostLines = 8;

const buy: Aspect = {
  id: "buy",
  asks: /\b(buy|order|shop|supplier|purchase|source it|where (can|do) i get)\b|kaufe?n?\b|bestell|bekomme ich (das teil|die teile|den|die|das|einen?)\b|krieg(e)? ich|lieferant|händler|woher/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    const wanted = (parts.length > 0 ? parts : design.parts).filter(({ owned }) => !owned);
    if (wanted.length === 0)
      return say("You have it already; there is nothing to buy.", "Das hast du schon; zu kaufen gibt es nichts.");
    const lines = wanted.slice(0, 2 * mostLines).map((part) => `- ${shopLine(asked, part)}`);
    const rest = wanted.length - lines.length;
    const more = rest > 0 ? [say(`- and ${rest} more under Parts`, `- und ${rest} weitere unter Teile`)] : [];
    const date = design.cost.priceDate;
    const note = say(
      `Typical prices of ${date}; the links open a search, since offers change. Parts exports the list as CSV.`,
      `Typische Preise vom ${date}; die Links öffnen eine Suche, denn Angebote wechseln. Unter Teile gibt es die Liste als CSV.`,
    );
    return [...lines, ...more, "", note].join("\n");
  },
};

function shopLine({ say }: Asked, part: DesignPart): string {
  const { partNumber, supplier, url, quantity, unitPriceCents, priceLowCents, priceHighCents } = part;
  const shop = supplier === null ? "" : url === null ? supplier : `[${supplier}](${url})`;
  const number = partNumber === null ? "" : say(`, part number ${partNumber}`, `, Bestellnummer ${partNumber}`);
  const band = `${dollars(priceLowCents)}–${dollars(priceHighCents)}`;
  return `${called(part)}${quantity > 1 ? ` × ${quantity}` : ""}: ${shop}${number}; ${dollars(unitPriceCents)} (${band}).`;
}

const library: Aspect = {
  id: "library",
  asks: /librar|bibliothek|\binclude\b/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    const named = parts.filter(({ category }) => category !== "board");
    const first = design.codeFiles.at(-1);
    if (first?.language === "python") {
      const modules = (first.modules ?? []).map(({ filename }) => `\`${filename}\``);
      return modules.length === 0
        ? say(
            "None to install: MicroPython brings all that this program uses.",
            "Keine: MicroPython bringt alles mit, was das Programm braucht.",
          )
        : say(
            `None to install: the driver files ${modules.join(", ")} come with the program and lie beside it on the board.`,
            `Keine: Die Treiberdateien ${modules.join(", ")} gehören zum Programm und liegen neben ihm auf dem Board.`,
          );
    }
    if (named.length > 0)
      return named
        .slice(0, mostLines)
        .map((part) => libraryLine(asked, part))
        .join("\n");
    const all = first?.libraries ?? [];
    const list = all.map(({ name, version }) => `- ${name} ${version}`).join("\n");
    if (all.length === 0) return say("None: the board's own core is enough.", "Keine: Der Kern des Boards genügt.");
    const commands = `\`arduino-cli lib install ${all.map(({ name, version }) => `"${name}@${version}"`).join(" ")}\``;
    return `${list}\n\n${say("In the Arduino IDE: Tools, Manage Libraries. In one line", "In der Arduino-IDE: Werkzeuge, Bibliotheken verwalten. In einer Zeile")}: ${commands}`;
  },
};

function libraryLine({ design, say }: Asked, part: DesignPart): string {
  const known = partById(part.catalogId ?? "");
  const core = boardOf(design, part)?.known.board?.core;
  const found = known === undefined || core === undefined ? null : libraryOf(known, core);
  if (found === null)
    return `${called(part)}: ${say("no library; the program drives it by itself.", "keine Bibliothek; das Programm steuert es selbst.")}`;
  const [own, ...needed] = found.libraries.map(({ name, version }) => `${name} ${version}`);
  if (own === undefined)
    return `${called(part)}: \`${found.header}\` ${say("comes with the board's core.", "gehört zum Kern des Boards.")}`;
  const extra =
    needed.length === 0 ? "" : say(`, which needs ${needed.join(" and ")}`, `; sie braucht ${needed.join(" und ")}`);
  return `${called(part)}: **${own}** (\`#include <${found.header}>\`)${extra}.`;
}

const address: Aspect = {
  id: "address",
  asks: /address|adresse/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    const wanted = parts.some(({ value }) => value?.kind === "address") ? parts : design.parts;
    const lines = wanted.flatMap((part) => {
      if (part.value?.kind !== "address") return [];
      const others = (partById(part.catalogId ?? "")?.i2c?.addresses ?? []).filter(
        (other) => part.value?.kind === "address" && other !== part.value.address,
      );
      const strap =
        others.length === 0
          ? ""
          : say(
              `; by its solder jumper also ${others.map(hex).join(", ")}`,
              `; per Lötbrücke auch ${others.map(hex).join(", ")}`,
            );
      return [`- ${called(part)}: **${hex(part.value.address)}**${strap}.`];
    });
    if (lines.length === 0)
      return say("Nothing in this design has an I2C address.", "Nichts in diesem Entwurf hat eine I2C-Adresse.");
    return [
      ...lines,
      "",
      say(
        "Unit 1 looks for each at its address and prints [fail] where nobody answers.",
        "Etappe 1 sucht jedes unter seiner Adresse und schreibt [fail], wo niemand antwortet.",
      ),
    ].join("\n");
  },
};

const hex = (value: number) => `0x${value.toString(16).toUpperCase().padStart(2, "0")}`;

const wiring: Aspect = {
  id: "wiring",
  asks: /\b(wire|wires|wired|wiring|connect|connected|connection|hook|attach|plug|goes|go to|leads? to)\b|verdraht|anschl|angeschl|verbind|verbunden|wohin|wo kommt|kommt .* hin|schließ\w*.*\ban\b|häng\w* .*\ban\b|draht|drähte|kabel/i,
  answer: (asked) => {
    const { design, parts, pins, say } = asked;
    if (pins.length > 0) {
      const wires = design.connections.filter(({ from, to }) => pins.includes(from) || pins.includes(to));
      if (wires.length > 0) return wireLines(asked, wires);
    }
    const lines = parts
      .filter(({ category }) => category !== "board" || parts.length === 1)
      .slice(0, 3)
      .flatMap((part) => {
        const wires = wiresAt(design, part.id);
        const open = design.findings.filter(
          ({ ruleId, parts: about }) => ruleId === "open-contacts" && about.includes(part.id),
        );
        const notes = open.map(({ message }) => `\n\n${message}`).join("");
        return wires.length === 0 ? [] : [`${called(part)}\n\n${wireLines(asked, wires, part.id)}${notes}`];
      });
    if (lines.length === 0) return null;
    const last = say(
      "Power off while you wire; the diagram lights each one up.",
      "Strom aus beim Verdrahten; im Plan leuchtet jeder Draht auf.",
    );
    return [...lines, last].join("\n\n");
  },
};

const current: Aspect = {
  id: "current",
  asks: /\b(current|draws?|drain|m?amps?|ma|milliamp\w*|consum\w*|power does)\b|strom|verbrauch|zieht|milliampere/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    const lines = parts.flatMap((part) => {
      const { id, currentMa } = part;
      const rails = design.power.rails.filter(({ loads }) => loads.some((load) => load.part === id));
      const rail = rails.find(({ id: net }) => net === part.rail) ?? rails[0];
      const load = rail?.loads.find((one) => one.part === id);
      if (currentMa === null && load === undefined) return [];
      const typ = number(asked, load?.typMa ?? currentMa?.typ ?? 0);
      const max = number(asked, load?.maxMa ?? currentMa?.max ?? 0);
      const share =
        rail === undefined || rail.limitMa === null
          ? ""
          : say(
              ` Its rail ${rail.name} carries ${number(asked, rail.maxMa)} of ${number(asked, rail.limitMa)} mA at most.`,
              ` Seine Schiene ${rail.name} trägt höchstens ${number(asked, rail.maxMa)} von ${number(asked, rail.limitMa)} mA.`,
            );
      return [
        `- ${called(part)}: ${say(`typically ${typ} mA, at most ${max} mA.`, `typisch ${typ} mA, höchstens ${max} mA.`)}${share}`,
      ];
    });
    return lines.length === 0 ? null : lines.slice(0, mostLines).join("\n");
  },
};

const price: Aspect = {
  id: "price",
  asks: /\b(costs?|pric(e|ey|es)|expensive|cheap|how much is|how much for)\b|kostet|kosten|preis|teuer|wie viel/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    if (parts.length === 0) return null;
    const lines = parts.slice(0, 4).map((part) => {
      const { owned, quantity, unitPriceCents, priceLowCents, priceHighCents } = part;
      const line = unitPriceCents * quantity;
      const share = design.cost.totalCents === 0 ? 0 : Math.round((100 * line) / design.cost.totalCents);
      const count = quantity > 1 ? ` (${quantity} × ${dollars(unitPriceCents)})` : "";
      const told = owned
        ? say(
            `you have it, so it counts $0.00; new it is ${dollars(line)}`,
            `du hast es, es zählt $0.00; neu kostet es ${dollars(line)}`,
          )
        : say(
            `${dollars(line)}${count}, ${share} % of ${dollars(design.cost.totalCents)}; seen from ${dollars(priceLowCents)} to ${dollars(priceHighCents)}`,
            `${dollars(line)}${count}, ${share} % von ${dollars(design.cost.totalCents)}; gesehen von ${dollars(priceLowCents)} bis ${dollars(priceHighCents)}`,
          );
      return `${called(part)}: ${told}. ${cheaperText(asked, part)}`.trimEnd();
    });
    return lines.join("\n\n");
  },
};

function cheaperText({ say }: Asked, part: DesignPart): string {
  const cheaper = [...part.alternatives]
    .filter(({ deltaCents }) => deltaCents < 0)
    .sort((a, b) => a.deltaCents - b.deltaCents);
  if (cheaper.length === 0)
    return say("Nothing in the catalogue does the same for less.", "Im Katalog tut nichts dasselbe für weniger.");
  const list = cheaper
    .slice(0, 2)
    .map(
      ({ name, deltaCents, effect }) =>
        `${shortName(name)} (${dollarsMore(deltaCents)}${effect === "" ? "" : `; ${effect}`})`,
    );
  return say(`Cheaper: ${list.join(", ")}.`, `Billiger: ${list.join(", ")}.`);
}

const alternatives: Aspect = {
  id: "alternatives",
  asks: /alternativ|\binstead\b|\bother (part|sensor|board|display)s?\b|what else|stattdessen|statt dessen|sonst noch|besser|\bbetter\b|andere(r|n|s)? (teil|sensor|board|display)/i,
  answer: ({ parts, say }) => {
    const lines = parts
      .slice(0, 3)
      .flatMap((part) =>
        part.alternatives.map(
          ({ name, deltaCents, effect }) =>
            `- ${shortName(name)}: ${dollarsMore(deltaCents)}${effect === "" ? "" : `, ${effect}`}`,
        ),
      );
    if (parts.length === 0) return null;
    const [first] = parts;
    if (first === undefined) return null;
    if (lines.length === 0)
      return say(
        `Nothing else in the catalogue could stand for ${called(first)} here.`,
        `Für ${called(first)} kommt hier nichts anderes aus dem Katalog in Frage.`,
      );
    return `${say(`Instead of ${called(first)}`, `Statt ${called(first)}`)}:\n\n${lines.slice(0, mostLines).join("\n")}`;
  },
};

const purpose: Aspect = {
  id: "purpose",
  asks: /what('s| is| are| does)\b.*\b(for|do|doing|this|that)\b|\bpurpose\b|what does|do i (really )?need|wozu|wofür|was (macht|tut|ist|bringt)|brauche ich|zweck/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    if (parts.length === 0) return null;
    return parts
      .slice(0, 4)
      .map((part) => {
        const role = `${called(part)}: ${sentence(part.role)}`;
        const why = part.why === "" ? "" : sentence(part.why);
        const wires = wiresAt(design, part.id).length;
        const more = wires === 0 ? "" : say(`${wires} wires end at it.`, `An ihm enden ${wires} Drähte.`);
        return [role, why, more].filter((text) => text !== "").join(" ");
      })
      .join("\n\n");
  },
};

/** A text as a sentence. */
export function sentence(text: string): string {
  const start = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}

const parts: Aspect = {
  id: "parts",
  asks: /\b(what|which|list).*\bparts?\b|shopping list|bill of materials|\bbom\b|welche teile|stückliste|einkaufsliste/i,
  answer: ({ design, say }) => {
    const lines = design.parts.map(
      (part) => `- ${called(part)}${part.quantity > 1 ? ` × ${part.quantity}` : ""}: ${sentence(part.role)}`,
    );
    const all = mainParts(design).length;
    const total = dollars(design.cost.totalCents);
    return [
      ...lines,
      "",
      say(
        `${design.parts.length} lines, ${all} that do something by themselves; ${total} together.`,
        `${design.parts.length} Zeilen, ${all} davon tun selbst etwas; zusammen ${total}.`,
      ),
    ].join("\n");
  },
};

/** What is asked of single parts. */
export const partAspects = { buy, library, address, wiring, current, price, alternatives, purpose, parts };
