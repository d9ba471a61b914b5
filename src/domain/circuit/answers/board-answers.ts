import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart, CatalogPin, PinRole } from "../catalogue-part.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { Asked, Aspect } from "./asked.ts";
import { boardOf, called, colourOf, number, spoken } from "./asked.ts";

const baud = 115200;

const flashing: Aspect = {
  id: "flash",
  asks: /\bflash(ing)?\b|upload|\bprogram it\b|get the (code|program|firmware) (on|onto)|\bide\b|platformio|hochlad|hochgeladen|aufspiel|(programm|code|firmware)\b.*\b(auf|hoch)\b|\bflashe/i,
  answer: (asked) => {
    const { design, say } = asked;
    const board = boardOf(design)?.known.board;
    const first = design.codeFiles.find(({ unitNumber }) => unitNumber === 1);
    if (board === undefined || first === undefined) return null;
    const plug = { micro: "Micro-USB", mini: "Mini-USB", c: "USB-C", b: "USB-B" }[board.usb];
    const watch = say(
      `Open the serial monitor at ${baud} baud and press reset: each part must print [ok], the last line is [done].`,
      `Öffne den seriellen Monitor mit ${baud} Baud und drück Reset: Jedes Teil muss [ok] melden, die letzte Zeile ist [done].`,
    );
    const then = say(
      "Paste the log here if one does not. Then do the same with Unit 2 and Unit 3.",
      "Meldet eins das nicht, füge das Protokoll hier ein. Dann genauso Etappe 2 und Etappe 3.",
    );
    const steps =
      first.language === "python"
        ? pythonSteps(asked, { plug, board: board.shortName })
        : arduinoSteps(asked, { plug, board, filename: first.filename });
    return [...steps, watch, then].map((text, at) => `${at + 1}. ${text}`).join("\n");
  },
};

function arduinoSteps(
  { design, say }: Asked,
  { plug, board, filename }: { plug: string; board: NonNullable<CatalogPart["board"]>; filename: string },
): string[] {
  const libraries = (design.codeFiles[0]?.libraries ?? []).map(({ name, version }) => `${name} ${version}`).join(", ");
  return [
    say(
      `Download the code as ZIP in the Code tab: PlatformIO builds it as it is (\`pio run -t upload\`, board \`${board.platformio.board}\`). In the Arduino IDE choose the board “${board.arduinoName}”.`,
      `Lade den Code unter Code als ZIP: PlatformIO baut ihn, wie er ist (\`pio run -t upload\`, Board \`${board.platformio.board}\`). In der Arduino-IDE wähle das Board „${board.arduinoName}“.`,
    ),
    ...(libraries === ""
      ? []
      : [say(`Install the libraries: ${libraries}.`, `Installiere die Bibliotheken: ${libraries}.`)]),
    say(
      `Connect the board by ${plug}, choose its port and upload \`${filename}\` first.`,
      `Verbinde das Board über ${plug}, wähle seinen Anschluss und lade zuerst \`${filename}\`.`,
    ),
  ];
}

function pythonSteps({ design, say }: Asked, { plug, board }: { plug: string; board: string }): string[] {
  const modules = (design.codeFiles[0]?.modules ?? []).map(({ filename }) => `\`${filename}\``).join(", ");
  return [
    say(
      `Put MicroPython for the ${board} onto it (micropython.org/download), connected by ${plug}.`,
      `Spiel MicroPython für den ${board} auf (micropython.org/download), verbunden über ${plug}.`,
    ),
    say(
      `Copy Unit 1 as \`main.py\`${modules === "" ? "" : ` and ${modules} beside it`} with Thonny or \`mpremote cp\`.`,
      `Kopiere Etappe 1 als \`main.py\`${modules === "" ? "" : ` und ${modules} daneben`} mit Thonny oder \`mpremote cp\`.`,
    ),
  ];
}

const unit: Aspect = {
  id: "unit",
  asks: /\b(success )?units? ?[123]?\b|etappe|bring-?up/i,
  answer: ({ text, design, say }) => {
    const wanted = /(?:unit|etappe)s? ?([123])/i.exec(text)?.[1];
    const told: Record<number, string> = {
      1: say(
        "Unit 1 proves that each part is alive, one line per part ([ok], [fail], or [look] where only you can see it), and ends with [done].",
        "Etappe 1 zeigt, dass jedes Teil lebt: eine Zeile je Teil ([ok], [fail], oder [look], wo nur du es sehen kannst), am Ende [done].",
      ),
      2: say(
        "Unit 2 is the smallest device that works: it does the main job and nothing else.",
        "Etappe 2 ist das kleinste Gerät, das funktioniert: die Hauptsache und sonst nichts.",
      ),
      3: say(
        "Unit 3 is the whole device: it handles errors, saves power, keeps settings and logs.",
        "Etappe 3 ist das ganze Gerät: mit Fehlerbehandlung, Stromsparen, Einstellungen und Protokoll.",
      ),
    };
    const files = design.codeFiles.filter(({ unitNumber }) => wanted === undefined || unitNumber === Number(wanted));
    if (files.length === 0) return null;
    return files
      .map(({ unitNumber, filename, content, ladder }) => {
        const passed = ladder.filter((rung) => rung.passed && rung.evidence !== null).map(({ level }) => level);
        const lines = content.split("\n").length;
        return `${told[unitNumber] ?? ""} \`${filename}\`, ${say(`${lines} lines`, `${lines} Zeilen`)}, ${say("passed", "bestanden")}: ${passed.join(", ") || "–"}.`;
      })
      .join("\n\n");
  },
};

/** Why a pin is left to something else, in the order in which people ask. */
const reasons: readonly { role: PinRole; en: string; de: string }[] = [
  { role: "flash", en: "belong to the flash", de: "gehören dem Flash" },
  { role: "usb", en: "carry the USB serial port", de: "tragen die USB-Schnittstelle" },
  { role: "reset", en: "reset the board", de: "setzen das Board zurück" },
  {
    role: "strapping",
    en: "decide at reset how the board starts (strapping)",
    de: "entscheiden beim Reset, wie das Board startet (Strapping)",
  },
  { role: "input_only", en: "can only be inputs", de: "können nur Eingang sein" },
];

interface Board {
  known: CatalogPart;
  /** Printed names of the pins that are in use. */
  used: ReadonlySet<string>;
  /** A role that is told elsewhere. */
  but?: PinRole;
}

function avoided({ known, used, but }: Board, { say }: Asked): string {
  const free = known.pins.filter((pin) => pin.gpio !== undefined && !used.has(pin.name));
  const told = new Set<string>();
  const { i2c } = known.board ?? {};
  const usedGpios = new Set(known.pins.filter(({ name }) => used.has(name)).map(({ gpio }) => gpio));
  const isKept = (gpio?: string) =>
    gpio !== undefined && !usedGpios.has(gpio) && (gpio === i2c?.sda || gpio === i2c?.scl);
  const bus = free.filter(({ gpio, name }) => isKept(gpio) && !name.endsWith(".2")).map(({ name }) => name);
  const lines = reasons.flatMap(({ role, en, de }) => {
    if (role === but) return [];
    const names = free.filter((pin) => pin.roles.includes(role) && !told.has(pin.name)).map(({ name }) => name);
    for (const name of names) told.add(name);
    return names.length === 0 ? [] : [`${names.join(", ")} ${say(en, de)}`];
  });
  if (bus.length === 2) lines.push(`${bus.join(", ")} ${say("are kept for I2C", "sind für I2C frei gehalten")}`);
  return lines.length === 0 ? "" : `${say("Left alone", "Gemieden")}: ${lines.join("; ")}.`;
}

/** What a pin's silicon can do, in words. */
function abilities({ roles }: CatalogPin, { say }: Asked): string[] {
  const words: readonly [PinRole, string, string][] = [
    ["digital", "digital", "digital"],
    ["pwm", "PWM", "PWM"],
    ["adc1", "analog (ADC1, also while WiFi runs)", "analog (ADC1, auch bei laufendem WLAN)"],
    ["adc2", "analog only without WiFi (ADC2)", "analog nur ohne WLAN (ADC2)"],
    ["adc", "analog", "analog"],
    ["interrupt", "interrupt", "Interrupt"],
  ];
  return words.flatMap(([role, en, de]) => (roles.includes(role) ? [say(en, de)] : []));
}

function pinText(asked: Asked, pin: string): string | null {
  const { design, say } = asked;
  const { partId, pinName } = splitPin(pin);
  const part = design.parts.find(({ id }) => id === partId);
  const known = partById(part?.catalogId ?? "");
  const own = known?.pins.find(({ name }) => name === pinName);
  const net = design.nets.find(({ pins }) => pins.includes(pin));
  if (part === undefined || known === undefined || own === undefined || net === undefined) return null;
  const others = net.pins.filter((other) => other !== pin && !other.startsWith("BB")).map(spoken);
  const carries = say(`**${pin}** carries ${net.name}`, `**${pin}** führt ${net.name}`);
  const to =
    others.length === 0 ? "" : say(` to ${others.slice(0, 4).join(", ")}`, ` an ${others.slice(0, 4).join(", ")}`);
  if (known.board === undefined || own.gpio === undefined) return `${carries}${to}.`;
  const { i2c, spi, uart } = known.board;
  const standard = Object.entries({ ...i2c, ...spi, ...uart })
    .find(([, gpio]) => gpio === own.gpio)?.[0]
    .toUpperCase();
  const isMoved = (design.requirements.pins ?? []).some((move) => move.pin === pinName);
  const why = isMoved
    ? say("you put it there", "du hast es dorthin gelegt")
    : standard !== undefined && net.kind === "bus"
      ? say(
          `it is the board's standard pin for ${standard}, so libraries find it without a setting`,
          `das ist der Standardpin des Boards für ${standard}, Bibliotheken finden ihn ohne Einstellung`,
        )
      : say(
          `it can do that (${abilities(own, asked).join(", ")})${special(own, asked)}`,
          `er kann das (${abilities(own, asked).join(", ")})${special(own, asked)}`,
        );
  const used = new Set(
    design.nets
      .flatMap(({ pins }) => pins)
      .filter((one) => splitPin(one).partId === partId)
      .map((one) => splitPin(one).pinName),
  );
  return `${carries}${to}: ${why}. ${avoided({ known, used }, asked)}`.trim();
}

function special({ roles, strap }: CatalogPin, { say }: Asked): string {
  if (roles.includes("strapping"))
    return say(
      `; it is a strapping pin, and what hangs there leaves it ${strap?.level ?? "alone"} at reset`,
      "; er ist ein Strapping-Pin, und was dort hängt, stört den Start nicht",
    );
  return say(" and is no strapping, flash or USB pin", " und ist kein Strapping-, Flash- oder USB-Pin");
}

const pinWhy: Aspect = {
  id: "pin",
  asks: /./,
  answer: (asked) => {
    const board = asked.pins.filter((pin) =>
      asked.design.parts.some(({ id, category }) => category === "board" && id === splitPin(pin).partId),
    );
    const pins = board.length > 0 ? board : asked.pins;
    const told = pins.slice(0, 3).flatMap((pin) => pinText(asked, pin) ?? []);
    if (told.length === 0) return null;
    const wires = asked.design.connections
      .filter(({ from, to }) => pins.includes(from) || pins.includes(to))
      .slice(0, 4);
    const lines = wires.map(
      (wire) =>
        `- ${spoken(wire.from)} – ${spoken(wire.to)} (${colourOf(asked, wire)}${wire.volts === null ? "" : `, ${number(asked, wire.volts)} V`})`,
    );
    return [told.join("\n\n"), lines.join("\n")].filter((text) => text !== "").join("\n\n");
  },
};

const freePins: Aspect = {
  id: "free-pins",
  asks: /\b(free|unused|spare|available|left)\b.*\bpins?\b|\bpins?\b.*\b(free|unused|spare|available|left)\b|pins?\b.*\b(frei|übrig|unbenutzt)|freie pins|pinbelegung|\bpin ?(map|out)\b/i,
  answer: (asked) => {
    const { design, say } = asked;
    const board = boardOf(design);
    if (board === null) return null;
    const used = new Set(
      design.nets
        .flatMap(({ pins }) => pins)
        .filter((pin) => splitPin(pin).partId === board.part.id)
        .map((pin) => splitPin(pin).pinName),
    );
    const delicate = new Set<PinRole>(["flash", "usb", "reset", "strapping"]);
    const free = board.known.pins.filter(
      (pin) => pin.gpio !== undefined && !used.has(pin.name) && !pin.roles.some((role) => delicate.has(role)),
    );
    const analog = free
      .filter(({ roles }) => roles.some((role) => role === "adc" || role === "adc1"))
      .map(({ name }) => name);
    const names = free.map(({ name }) => name).join(", ");
    if (free.length === 0)
      return say(
        `${called(board.part)} has no free pin without a caveat left.`,
        `${called(board.part)} hat keinen freien Pin ohne Vorbehalt mehr.`,
      );
    const list = say(
      `${called(board.part)}: ${free.length} pins are free without a caveat: ${names}.`,
      `${called(board.part)}: ${free.length} Pins sind ohne Vorbehalt frei: ${names}.`,
    );
    const analogText =
      analog.length === 0
        ? say("None of them is analog.", "Analog ist keiner davon.")
        : say(`Analog of these: ${analog.join(", ")}.`, `Analog davon: ${analog.join(", ")}.`);
    const deaf = free.filter(({ roles }) => roles.includes("input_only")).map(({ name }) => name);
    const inputs = deaf.length === 0 ? "" : say(`Inputs only: ${deaf.join(", ")}.`, `Nur Eingang: ${deaf.join(", ")}.`);
    return [list, analogText, inputs, avoided({ known: board.known, used, but: "input_only" }, asked)]
      .filter((text) => text !== "")
      .join(" ");
  },
};

/** What is asked of the board, its pins and its program. */
export const boardAspects = { flashing, unit, pinWhy, freePins };
