import type { Finding } from "../design.ts";
import { isBusLine } from "../pins/signal-need.ts";
import type { CodeUses, PinUseInCode } from "./code-uses.ts";
import { driversOf } from "./code-uses.ts";
import { libraryOf } from "./libraries.ts";
import type { PinTrace, ReachedPin } from "./trace-pins.ts";
import { gpioByNumber, isFunctional, targetsOf, usedPins, wiringFinding, wordsOf } from "./wired-code.ts";

const verbs: Record<PinUseInCode["role"], string> = {
  output: "drives",
  input: "reads",
  analog: "reads an analog value from",
  pwm: "writes a PWM level to",
  tone: "plays a tone on",
  sda: "uses as SDA",
  scl: "uses as SCL",
  object: "gives to a library",
};

const onlyTalks = (pin: ReachedPin["pin"]) => pin.type === "output" || pin.roles.includes("echo");

/** Why the wired parts do not fit what the code does with the pin; null when they do. */
function misfit(use: PinUseInCode, targets: ReachedPin[], trace: PinTrace): string | null {
  const listed = targets.map(({ ref, pin }) => `${ref} ${pin.name}`).join(", ");
  switch (use.role) {
    case "sda":
    case "scl": {
      const { role } = use;
      return targets.some(({ pin }) => pin.roles.includes(role))
        ? null
        : `it is wired to ${listed}, no ${role.toUpperCase()}`;
    }
    case "object": {
      if (use.fits !== undefined) {
        return targets.some(use.fits) ? null : `it is wired to ${listed}, which ${use.className} does not drive`;
      }
      const { headers, serial } = driversOf(use.className ?? "");
      const fits = targets.some(
        ({ ref }) => headers.includes(headerOf(ref, trace)) || (serial && isOnSerialLine(ref, trace)),
      );
      return fits ? null : `it is wired to ${listed}, which ${use.className} does not drive`;
    }
    case "output":
    case "pwm":
    case "tone": {
      const talking = targets.find(({ pin }) => onlyTalks(pin));
      return talking === undefined ? null : `${talking.ref} ${talking.pin.name} is an output itself`;
    }
    default:
      return targets.every(({ pin }) => pin.type === "input") ? `${listed} only listens` : null;
  }
}

const isOnSerialLine = (ref: string, trace: PinTrace): boolean =>
  trace.parts.some(({ id, part }) => id === ref && part.interface === "uart");

function headerOf(ref: string, trace: PinTrace): string {
  const part = trace.parts.find((wired) => wired.id === ref)?.part;
  return part === undefined ? "" : (libraryOf(part, trace.board.figures.core)?.header ?? "");
}

/** Words by which code may name a part: its designator, its catalogue id with and without hyphens, that id's first word. */
function namesOf(trace: PinTrace, ref: string): string[] {
  const id = trace.parts.find((wired) => wired.id === ref)?.part.id ?? "";
  return [
    ref.toLowerCase(),
    id.replaceAll("-", ""),
    ...id
      .split("-")
      .slice(0, 1)
      .filter((word) => word.length > 2),
  ];
}

/** A name such as `kPinRelay` promises a part: says so when the pin leads to another one, or to another pin of it. */
function brokenPromise(use: PinUseInCode, targets: ReachedPin[], trace: PinTrace): string | null {
  const words = wordsOf(use.name);
  const named = trace.parts.filter((wired) => isFunctional(wired) && words.includes(wired.id.toLowerCase()));
  if (named.length > 0 && !named.some(({ id }) => targets.some(({ ref }) => ref === id))) {
    return `its name says ${named.map(({ id }) => id).join(", ")}`;
  }
  const reached = targets.flatMap(({ ref }) => namesOf(trace, ref));
  const promised = trace.parts
    .filter(isFunctional)
    .filter(({ id }) => namesOf(trace, id).some((name) => words.includes(name)));
  const kept = promised.length === 0 || reached.some((name) => words.includes(name));
  if (!kept) return `its name says ${promised.map(({ id }) => id).join(", ")}`;
  for (const { ref, pin } of targets) {
    const siblings = trace.parts.find((wired) => wired.id === ref)?.part.pins ?? [];
    const other = siblings.find(
      ({ name }) => name.length > 2 && name !== pin.name && words.includes(name.toLowerCase()),
    );
    if (other !== undefined && !words.includes(pin.name.toLowerCase())) return `its name says ${ref} ${other.name}`;
  }
  return null;
}

function lacksCapability(use: PinUseInCode, roles: readonly string[]): string | null {
  if (use.role === "analog" && !roles.some((role) => role.startsWith("adc"))) return "it has no analog input";
  if (use.role === "pwm" && !roles.includes("pwm")) return "it has no PWM";
  if (["output", "pwm", "tone"].includes(use.role) && roles.includes("input_only")) return "it can only read";
  return null;
}

/** Every pin that the code uses: wired, to a part with that role, on a pin that can do it. One finding per pin and reason. */
export function pinFindings(uses: Pick<CodeUses, "pins">, trace: PinTrace): Finding[] {
  const gpios = gpioByNumber(trace);
  const found = new Map<string, Finding>();
  for (const use of uses.pins) {
    const finding = pinFinding(use, gpios, trace);
    if (finding !== null) found.set(`${use.pin} ${finding.message.replace(/line \d+/, "")}`, finding);
  }
  return [...found.values()];
}

function pinFinding(use: PinUseInCode, gpios: ReadonlyMap<number, string>, trace: PinTrace): Finding | null {
  const place = `line ${use.line}`;
  const { board } = trace;
  // On the Pico W it hangs on the radio, and is no GPIO at all.
  if (use.pin === null && use.name === "LED_BUILTIN") return null;
  if (use.pin === null) {
    return wiringFinding(
      "W",
      `The pin "${use.name}" in ${place} is no constant, so it could not be compared with the wiring.`,
      {},
    );
  }
  const gpio = gpios.get(use.pin);
  const pin = board.part.pins.find((each) => each.gpio !== undefined && each.gpio === gpio);
  const code = use.name === String(use.pin) ? `Pin ${use.pin}` : `Pin ${use.pin} (${use.name})`;
  if (gpio === undefined || pin === undefined) {
    // The board's own LED is on no header of some boards.
    if (use.pin === board.figures.ledPin) return null;
    return wiringFinding("E", `${code} in ${place}: ${board.part.name} has no such pin.`, {});
  }
  const targets = targetsOf(trace, gpio);
  const where = { pins: [`${board.id}:${pin.name}`], parts: targets.map(({ ref }) => ref) };
  if (targets.length === 0) {
    if (pin.roles.includes("onboard_led") || use.mayBeOpen === true) return null;
    return wiringFinding(
      "E",
      `${code} in ${place}: the code ${verbs[use.role]} it, and nothing is wired to it.`,
      where,
    );
  }
  const wrong = misfit(use, targets, trace) ?? brokenPromise(use, targets, trace) ?? lacksCapability(use, pin.roles);
  return wrong === null
    ? null
    : wiringFinding("E", `${code} in ${place}: the code ${verbs[use.role]} it, but ${wrong}.`, where);
}

/** Every signal pin of a functional part that is wired to the board must appear in the code. */
export function unusedPinFindings(uses: Pick<CodeUses, "pins">, trace: PinTrace): Finding[] {
  const used = usedPins(uses);
  const numbers = new Map([...gpioByNumber(trace)].map(([number, gpio]) => [gpio, number]));
  return trace.parts.filter(isFunctional).flatMap(({ id, part }) =>
    part.pins.flatMap((pin) => {
      // The lines of the SPI bus are the library's own.
      const reached =
        part.interface === "spi" && isBusLine(part, pin) ? undefined : trace.boardPinOf(id, pin.name)?.pin;
      const number = reached?.gpio === undefined ? undefined : numbers.get(reached.gpio);
      if (reached === undefined || number === undefined || used.has(number)) return [];
      const message = `${id} ${pin.name} is wired to pin ${reached.gpio}, and the code never uses that pin.`;
      return [
        wiringFinding("E", message, { pins: [`${id}:${pin.name}`, `${trace.board.id}:${reached.name}`], parts: [id] }),
      ];
    }),
  );
}
