import type { DesignNet, Finding } from "../../design.ts";
import { pinFindings, unusedPinFindings } from "../check-pins.ts";
import type { WiringCheck } from "../check-wiring.ts";
import type { AddressUseInCode } from "../code-uses.ts";
import { hexByte } from "../cpp-text.ts";
import type { PinTrace, ReachedPin } from "../trace-pins.ts";
import { tracePins } from "../trace-pins.ts";
import { isFunctional, wiringFinding } from "../wired-code.ts";
import type { WiredPart } from "../wired-part.ts";
import { pythonDriverOf } from "./python-driver-table.ts";
import type { PythonSource } from "./python-tokens.ts";
import type { PythonPinUse, PythonUses } from "./python-uses.ts";
import { readPythonUses } from "./python-uses.ts";

/** Modules of the firmware behind its classes. */
const moduleOf: Readonly<Record<string, string>> = {
  NeoPixel: "neopixel",
  DHT11: "dht",
  DHT22: "dht",
  OneWire: "onewire",
};

/** Whether a part is one that the class, or the line of the bus, is for. */
function fits(use: PythonPinUse, reached: ReachedPin, trace: PinTrace): boolean {
  const part = trace.parts.find(({ id }) => id === reached.ref)?.part;
  if (part === undefined) return false;
  const { via, as } = use;
  const { roles, name } = reached.pin;
  if (via === "SPI" || via === "SoftSPI")
    return ["sck", "mosi", "miso"].some((line) => line === as && hasRole(roles, line));
  if (via === "UART") return part.interface === "uart" && (as === "tx" ? /^RXD?$/ : /^TXD?$/).test(name);
  const module = moduleOf[via];
  return module === undefined || pythonDriverOf(part.id)?.imports?.includes(module) === true;
}

const hasRole = (roles: readonly string[], role: string) => roles.includes(role);

/** The address that a part has in this design: its strapped value, else what it has out of the box. */
function addressOf({ part, value }: WiredPart): number | null {
  return value?.kind === "address" ? value.address : (part.i2c?.addresses[0] ?? null);
}

/** I2C parts that this class of ours drives; all of them for a class that nobody knows. */
function membersOf(className: string, source: PythonSource, wired: readonly WiredPart[]): readonly WiredPart[] {
  const file = source.namesFrom.get(className);
  const own = wired.filter(({ part }) => {
    const driver = pythonDriverOf(part.id);
    return driver?.module?.file.name === file && driver?.module?.names.includes(className) === true;
  });
  return own.length > 0 ? own : wired;
}

function addressFinding(use: AddressUseInCode, members: readonly WiredPart[]): Finding | null {
  const parts = members.map(({ id }) => id);
  if (use.address === null) {
    const said = use.name === "" ? `${use.className} gets no address` : `The address "${use.name}"`;
    return wiringFinding("W", `${said} in line ${use.line}: it could not be compared with the wiring.`, { parts });
  }
  if (members.some((member) => addressOf(member) === use.address)) return null;
  const code = `${use.className} gets address ${hexByte(use.address)} in line ${use.line}`;
  if (members.length === 0) return wiringFinding("E", `${code}, and no part of the design has it.`, {});
  const wired = members.map((member) => `${member.id} is at ${hexByte(addressOf(member) ?? 0)}`).join(", ");
  return wiringFinding("E", `${code}, but ${wired}.`, { parts });
}

function addressFindings(uses: PythonUses, source: PythonSource, trace: PinTrace): Finding[] {
  const wired = trace.parts.filter((each) => isFunctional(each) && each.part.i2c !== undefined);
  const wrong = uses.addresses.flatMap((use) => addressFinding(use, membersOf(use.className, source, wired)) ?? []);
  const isNamed = (part: WiredPart) =>
    uses.addresses.some(
      (use) =>
        (use.address === null || use.address === addressOf(part)) &&
        membersOf(use.className, source, wired).includes(part),
    );
  const silent = wired.filter((part) => !isNamed(part) && !wrong.some(({ parts }) => parts.includes(part.id)));
  return [
    ...wrong,
    ...silent.map(({ id, part }) =>
      wiringFinding("E", `${id} (${part.name}) is on the I2C bus, and the code never addresses it.`, { parts: [id] }),
    ),
  ];
}

/**
 * Compares what the Python text does with what is wired, as the check of C++ does: every pin that it uses is wired to a part with that
 * role, every wired signal pin is used, every address is the one that the part is strapped to. It reads the text, not how it was made.
 */
export function checkPython(
  source: PythonSource,
  parts: readonly WiredPart[],
  nets: readonly DesignNet[],
): WiringCheck {
  const trace = tracePins(parts, nets);
  if (trace === null) {
    const message = "The circuit has no board that Ohm knows, so the code's pins cannot be compared with the wiring.";
    return { findings: [wiringFinding("W", message, {})], summary: "" };
  }
  const uses = readPythonUses(source, trace.board.figures);
  const pins = uses.pins.map((use) => ({
    ...use,
    className: use.via,
    mayBeOpen: use.via === "SPI" && use.as === "miso",
    fits: (reached: ReachedPin) => fits(use, reached, trace),
  }));
  const findings = [
    ...pinFindings({ pins }, trace),
    ...unusedPinFindings({ pins }, trace),
    ...addressFindings(uses, source, trace),
  ];
  const numbers = [...new Set(uses.pins.flatMap(({ pin }) => pin ?? []))].sort((a, b) => a - b);
  const addresses = [...new Set(uses.addresses.flatMap(({ address }) => address ?? []))].sort((a, b) => a - b);
  const counted = [
    numbers.length === 0 ? "no pins" : `pins ${numbers.join(", ")}`,
    ...(addresses.length === 0 ? [] : [`addresses ${addresses.map(hexByte).join(", ")}`]),
  ];
  return { findings, summary: counted.join("; ") };
}
