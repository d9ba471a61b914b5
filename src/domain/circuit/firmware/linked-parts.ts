import { block, cppFunction } from "./cpp-text.ts";
import type { Driver, PartUse, Reading } from "./driver.ts";
import type { RadioLink } from "./drivers/links.ts";
import { linkParts, radioLinks } from "./drivers/links.ts";
import type { FirmwareLink, LinkFigure, LinkLine } from "./link-line.ts";
import { figureList, fittingFigures, linkWord, silentMs } from "./link-line.ts";
import type { DrivenPart } from "./part-uses.ts";
import type { PinTrace } from "./trace-pins.ts";

/** More rows than any design has readings. */
const allRows = 99;

/** A figure of the sender with the C++ expression that holds it after a measurement. */
type HeldFigure = LinkFigure & { value: string };

/** `printLine`: one packet as a line of text. */
function printLine(figures: readonly HeldFigure[], { isOpen }: RadioLink): string[] {
  const word = isOpen ? [`out.print(F("${linkWord} "));  // the same at both ends`] : [];
  return cppFunction(
    `Writes one packet: ${figureList(figures)} as figures with a space between, nan where there is none.`,
    "void printLine(Print &out)",
    [
      ...word,
      ...figures.flatMap(({ value, decimals }, at) => [
        ...(at === 0 ? [] : ["out.print(' ');"]),
        `out.print(${value}, ${decimals});`,
      ]),
    ],
  );
}

/** `takeLine` and `heardFigure`: a packet read back into figures. */
function takeLine({ figures }: LinkLine, { isOpen }: RadioLink): string[] {
  const skip = isOpen
    ? [
        `if (strncmp(line, "${linkWord} ", ${linkWord.length + 1}) != 0) return;  // of somebody else`,
        `line += ${linkWord.length + 1};`,
      ]
    : [];
  return [
    ...cppFunction(
      `Reads one packet: ${figureList(figures)} as figures with a space between. Anything else changes nothing.`,
      "void takeLine(char *line)",
      [
        ...skip,
        "float figures[kFigureCount];",
        ...block("for (uint8_t at = 0; at < kFigureCount; at++)", [
          "char *end = line;",
          "figures[at] = strtod(line, &end);",
          "if (end == line) return;",
          "line = end;",
        ]),
        "memcpy(heard, figures, sizeof(heard));",
        "heardMs = millis();",
        "hasHeard = true;",
      ],
    ),
    "",
    ...cppFunction("A figure of the last packet; NAN when none came for too long.", "float heardFigure(uint8_t at)", [
      "return hasHeard && millis() - heardMs < kSilentMs ? heard[at] : NAN;",
    ]),
  ];
}

function sending(driver: Driver, link: RadioLink, figures: () => HeldFigure[]): Driver {
  return {
    ...ofLink(driver, link),
    functions: (use) => [...withGap(link.sending(use)), ...printLine(figures(), link)],
    start: link.startSending,
    display: { rows: allRows, draw: link.send, off: link.off, on: link.on },
  };
}

const withGap = (lines: string[]): string[] => (lines.length === 0 ? [] : [...lines, ""]);

function ofLink({ display: _alone, tend: _alone2, alive: _alone3, ...driver }: Driver, link: RadioLink): Driver {
  return {
    ...driver,
    headers: link.headers,
    constants: link.constants,
    globals: link.globals,
    setup: link.setup,
    ...(link.alive === undefined ? {} : { alive: link.alive }),
  };
}

function receiving(driver: Driver, link: RadioLink, line: LinkLine): Driver {
  return {
    ...ofLink(driver, link),
    globals: (use) => [
      ...link.globals(use),
      `constexpr uint8_t kFigureCount = ${line.figures.length};  // ${figureList(line.figures)}`,
      `constexpr uint32_t kSilentMs = ${silentMs(line)};  // no packet for so long: the sender is off or out of reach`,
      "float heard[kFigureCount];",
      "uint32_t heardMs = 0;",
      "bool hasHeard = false;",
    ],
    functions: (use) => [
      ...withGap(link.receiving(use)),
      ...takeLine(line, link),
      "",
      ...cppFunction("Takes what has come since it was last asked.", `void ${use.name}Listen()`, link.listen(use)),
    ],
    start: link.startListening,
    tend: ({ name }) => [`${name}Listen();`],
    // A sender out of reach is no fault of this radio.
    mayBeSilent: true,
    readings: () => line.figures.map((figure, at): Reading => ({ ...figure, expression: `heardFigure(${at})` })),
  };
}

/** The radio of the board itself, which no part of the list stands for. */
const boardRadio: Driver = {
  stem: "link",
  pins: [],
  proof: ({ typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: { statements: ['Serial.print(F(" esp-now"));'], expected: " esp-now" },
    hint: "ESP-NOW did not start",
  }),
};

function boardUse({ board }: PinTrace, setting: (name: string) => string): PartUse {
  const noPin = (): never => {
    throw new RangeError("the board's radio has no pins");
  };
  return {
    ref: board.id,
    part: board.part,
    name: "link",
    typeName: "Link",
    address: null,
    serialPort: 0,
    board: board.figures,
    pin: noPin,
    pinHas: () => false,
    activeLevel: "HIGH",
    setting,
  };
}

/** A button of the sender travels as 1 while it is held; a press between two packets is not lost. */
function pressed(driver: Driver): Driver {
  return {
    ...driver,
    globals: ({ name }) => [`bool ${name}Held = false;  // since the last packet`],
    functions: (use) =>
      cppFunction("Whether it is held, or was since it was asked last.", `float ${use.name}Pressed()`, [
        `const bool pressed = ${use.name}Held || digitalRead(${use.pin()}) == ${use.activeLevel};`,
        `${use.name}Held = false;`,
        "return pressed;",
      ]),
    tend: (use) => [`if (digitalRead(${use.pin()}) == ${use.activeLevel}) ${use.name}Held = true;`],
    isMute: true,
    readings: ({ name }) => [
      { quantity: "touch", field: `${name}Down`, label: "Btn", unit: "", decimals: 0, expression: `${name}Pressed()` },
    ],
  };
}

/** What the link needs of the firmware's plan: the settings of this unit, and what is measured, once that is known. */
export interface LinkSurroundings {
  trace: PinTrace;
  setting(name: string): string;
  figures(): HeldFigure[];
}

/**
 * The driven parts of a device on a link: its radio sends or takes lines of figures instead of texts for people, and buttons of a sender are
 * figures too.
 */
export function linkedParts(driven: readonly DrivenPart[], link: FirmwareLink, around: LinkSurroundings): DrivenPart[] {
  const radio = radioLinks[link.radio];
  const onLink = (driver: Driver) =>
    link.role === "sender"
      ? sending(driver, radio, () => {
          const all = around.figures();
          const fit = fittingFigures(all, link.radio);
          return all.filter(({ field }) => fit.some((one) => one.field === field));
        })
      : receiving(driver, radio, link.line);
  const linked = driven.map((one) => {
    if (one.use.part.id === linkParts[link.radio]) return { ...one, driver: onLink(one.driver) };
    return link.role === "sender" && one.driver.button === true ? { ...one, driver: pressed(one.driver) } : one;
  });
  if (linkParts[link.radio] !== null) return linked;
  return [...linked, { use: boardUse(around.trace, around.setting), driver: onLink(boardRadio), pins: [] }];
}
