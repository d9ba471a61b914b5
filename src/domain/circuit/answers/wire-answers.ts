import { partById } from "../catalogue/catalogue.ts";
import type { DesignPart } from "../design.ts";
import { germanWireColours } from "../german-wire-colours.ts";
import type { WireColour } from "../lists.ts";
import { wireColours } from "../lists.ts";
import type { Asked, Aspect } from "./asked.ts";
import { boardOf, called, colourOf, number, spoken } from "./asked.ts";
import { sentence } from "./part-answers.ts";

const colour: Aspect = {
  id: "colour",
  asks: /\bcolou?r(s|ed)?\b.*\b(wires?|cables?)\b|\b(wires?|cables?)\b.*\b(colou?r|red|black|blue|yellow|green|orange|violet|brown|white|gr[ea]y)\b|\b(red|black|blue|yellow|green|orange|violet|brown|white|gr[ea]y) (wires?|cables?)\b|(draht|drähte|kabel|leitung).*(farbe|rot|schwarz|blau|gelb|grün|orange|violett|braun|weiß|grau)|farbe.*(draht|drähte|kabel|leitung)|welche farbe/i,
  answer: (asked) => {
    const { design, text, pins, parts, say } = asked;
    const named = wireColours.filter(
      (one) => new RegExp(`\\b${one}\\b`, "i").test(text) || new RegExp(germanWireColours[one], "i").test(text),
    );
    const ids = new Set(parts.map(({ id }) => id));
    const isAbout = (pin: string) => pins.includes(pin) || (pins.length === 0 && ids.has(pin.split(":")[0] ?? ""));
    const near = design.connections.filter(({ from, to }) => isAbout(from) || isAbout(to));
    const meant = near.filter((wire) => named.includes(wire.colour));
    const around = meant.length > 0 ? meant : near;
    const wires = around.length > 0 ? around : design.connections.filter((wire) => named.includes(wire.colour));
    const lines = [...new Set(wires.map(({ net }) => net))].slice(0, 6).map((net) => {
      const wire = wires.find((one) => one.net === net);
      return wire === undefined ? "" : `- ${net}: ${colourOf(asked, wire)}, ${reason(asked, wire.colour, net)}`;
    });
    const rule = say(
      "The rule: black ground, orange 3.3 V, red 5 V, violet above, brown battery, blue SDA, yellow SCL; other signals take what no neighbour has. Any colour conducts alike.",
      "Die Regel: schwarz Masse, orange 3,3 V, rot 5 V, violett darüber, braun Akku, blau SDA, gelb SCL; andere Signale nehmen, was kein Nachbar hat. Leiten tun alle gleich.",
    );
    return [...lines, "", rule].join("\n").trim();
  },
};

function reason({ say }: Asked, wire: WireColour, net: string): string {
  const fixed: Partial<Record<WireColour, [string, string]>> = {
    black: ["ground is black everywhere", "Masse ist überall schwarz"],
    red: ["5 V is red", "5 V sind rot"],
    orange: ["3.3 V is orange, so that nobody takes it for 5 V", "3,3 V sind orange, damit niemand sie für 5 V hält"],
    violet: ["more than 5 V is violet", "mehr als 5 V sind violett"],
    brown: ["the raw battery is brown", "der rohe Akku ist braun"],
  };
  if (net === "SDA" || net === "SCL")
    return say("the usual colour of this I2C line", "die übliche Farbe dieser I2C-Leitung");
  const [en, de] = fixed[wire] ?? ["no other signal at its part has it", "kein anderes Signal an seinem Teil hat sie"];
  return say(en, de);
}

const resistor: Aspect = {
  id: "resistor",
  asks: /resistor|\bohms?\b|pull-?ups?|widerst[aä]nd/i,
  answer: (asked) => {
    const { design, say } = asked;
    const named = asked.parts.filter(({ value }) => value?.kind === "ohms");
    const all = named.length > 0 ? named : design.parts.filter(({ value }) => value?.kind === "ohms");
    if (all.length > 0)
      return all
        .slice(0, 8)
        .map((part) => resistorLine(asked, part))
        .join("\n");
    const pulled = design.parts.filter(
      ({ catalogId }) => (partById(catalogId ?? "")?.i2c?.pullUpOhms ?? null) !== null,
    );
    const because =
      pulled.length > 0
        ? say(
            ` The pull-ups of the I2C bus are on the modules (${pulled.map(({ id }) => id).join(", ")}).`,
            ` Die Pull-ups des I2C-Busses sitzen auf den Modulen (${pulled.map(({ id }) => id).join(", ")}).`,
          )
        : "";
    return say(
      `No: there is none in this design. Every part is a module that brings its own, and no LED or transistor hangs bare on a pin.${because}`,
      `Nein: In diesem Entwurf ist keiner. Jedes Teil ist ein Modul mit eigenen, und keine LED und kein Transistor hängt blank an einem Pin.${because}`,
    );
  },
};

function resistorLine(asked: Asked, part: DesignPart): string {
  const ohms = part.value?.kind === "ohms" ? part.value.ohms : 0;
  return `- ${called(part)}, **${ohmText(asked, ohms)}**: ${sentence(part.role)} ${sentence(part.why)}`;
}

function ohmText(asked: Asked, ohms: number): string {
  return ohms >= 1000 ? `${number(asked, ohms / 1000)} kΩ` : `${number(asked, ohms)} Ω`;
}

const isShifter = ({ catalogId }: DesignPart) => /level-shifter|74ahct/.test(catalogId ?? "");

const levels: Aspect = {
  id: "levels",
  asks: /level.?(shift|convert)|logic level|pegel|5 ?v tolerant/i,
  answer: (asked) => {
    const { design, say } = asked;
    const shifters = design.parts.filter(isShifter);
    if (shifters.length > 0)
      return shifters.map((part) => `${called(part)}: ${sentence(part.role)} ${sentence(part.why)}`).join("\n\n");
    const board = boardOf(design);
    const volts = board?.known.board?.logicVolts ?? 3.3;
    const signals = design.nets.filter(
      ({ kind, volts: level }) => ["signal", "bus", "analog"].includes(kind) && level !== null,
    );
    const highest = Math.max(0, ...signals.map(({ volts: level }) => level ?? 0));
    const measured = [...design.passed].find(({ ruleId }) => ruleId === "level-margin");
    const margin =
      measured?.measured && measured.limit
        ? ` ${sentence(`${measured.what}: ${number(asked, measured.measured.value)} ${measured.measured.unit}, ${say("needed", "nötig")} ${number(asked, measured.limit.value)} ${measured.limit.unit}`)}`
        : "";
    return say(
      `None is needed: the board's pins work at ${number(asked, volts)} V, and the highest signal here is ${number(asked, highest)} V.${margin}`,
      `Es braucht keinen: Die Pins des Boards arbeiten mit ${number(asked, volts)} V, und das höchste Signal hier hat ${number(asked, highest)} V.${margin}`,
    );
  },
};

const swapped: Aspect = {
  id: "swapped",
  asks: /\b(swap(ped)?|mix(ed)? up|reverse[ds]?|wrong way|backwards|exchange[ds]?)\b.*\?*$|vertausch|verpol|falsch ?(he)?rum|andersrum/i,
  answer: (asked) => {
    const { text, design, pins, parts, say } = asked;
    const onBus = /\b(sda|scl|i2c)\b/i.test(text);
    if (onBus) {
      const ids = design.parts
        .filter(({ value }) => value?.kind === "address")
        .map(({ id }) => id)
        .join(", ");
      return say(
        `Nothing breaks, and nothing on the bus answers (${ids}): Unit 1 prints [fail] for each. Swap the two wires back and press reset.`,
        `Es geht nichts kaputt, aber am Bus antwortet nichts (${ids}): Etappe 1 schreibt [fail] für jedes. Tausch die zwei Drähte zurück und drück Reset.`,
      );
    }
    const supply = /\b(vcc|gnd|power|plus|minus|supply|battery|polarity|\+|-)\b|akku|batterie|versorgung|verpol/i.test(
      text,
    );
    const told = parts.flatMap((part) =>
      design.connections
        .filter(
          ({ warning, from, to }) => warning !== undefined && [from, to].some((pin) => pin.startsWith(`${part.id}:`)),
        )
        .map(({ warning }) => warning ?? ""),
    );
    const first = told[0] === undefined ? "" : ` ${sentence(told[0])}`;
    if (supply || parts.length > 0)
      return say(
        `Plus and ground swapped destroy most parts at once: check the supply wires before you switch on, with the power off.${first}`,
        `Plus und Masse vertauscht zerstört die meisten Teile sofort: Prüf die Versorgungsdrähte vor dem Einschalten, ohne Strom.${first}`,
      );
    return pins.length > 0
      ? say(
          `Then ${pins.map(spoken).join(" and ")} no longer do what the program expects; Unit 1 prints [fail] for that part.`,
          `Dann tun ${pins.map(spoken).join(" und ")} nicht mehr, was das Programm erwartet; Etappe 1 schreibt [fail] für dieses Teil.`,
        )
      : null;
  },
};

const counts: Aspect = {
  id: "counts",
  asks: /how many (wires|cables|connections|parts|pins|pieces)|wie ?viele (drähte|kabel|verbindungen|teile|pins)/i,
  answer: ({ design, say }) => {
    const pieces = design.parts.reduce((sum, { quantity }) => sum + quantity, 0);
    const wires = design.connections.length;
    const nets = design.nets.length;
    return say(
      `${wires} wires in ${nets} nets, and ${pieces} parts in ${design.parts.length} lines.`,
      `${wires} Drähte in ${nets} Netzen und ${pieces} Teile in ${design.parts.length} Zeilen.`,
    );
  },
};

const solder: Aspect = {
  id: "solder",
  asks: /solder|breadboard|löt|steckbrett/i,
  answer: ({ design, say }) => {
    const board = design.parts.find(({ catalogId }) => /^breadboard/.test(catalogId ?? ""));
    if (board === undefined)
      return say(
        "There is no breadboard in this design: every wire goes from part to part.",
        "Dieser Entwurf hat kein Steckbrett: Jeder Draht geht von Teil zu Teil.",
      );
    return say(
      `No soldering for the build: ${called(board)} holds the parts, and ${design.connections.length} jumper wires join them. Some modules come with loose pin headers; those must be soldered on first.`,
      `Zum Aufbau ohne Löten: ${called(board)} hält die Teile, ${design.connections.length} Steckdrähte verbinden sie. Manche Module kommen mit losen Stiftleisten; die müssen vorher angelötet werden.`,
    );
  },
};

/** What is asked of wires and what stands between them. */
export const wireAspects = { colour, resistor, levels, swapped, counts, solder };
