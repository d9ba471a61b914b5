import type { Finding } from "../design.ts";
import type { AddressUseInCode, CodeUses } from "./code-uses.ts";
import { classApis } from "./code-uses.ts";
import { hexByte } from "./cpp-text.ts";
import { libraryOf } from "./libraries.ts";
import type { PinTrace } from "./trace-pins.ts";
import { isFunctional, wiringFinding } from "./wired-code.ts";
import type { WiredPart } from "./wired-part.ts";

/** The address that a part has in this design: its strapped value, else what it has out of the box. */
function addressOf({ part, value }: WiredPart): number | null {
  return value?.kind === "address" ? value.address : (part.i2c?.addresses[0] ?? null);
}

/** I2C parts of the design that objects of this class drive. */
function membersOf(className: string, trace: PinTrace): WiredPart[] {
  const headers = classApis[className]?.headers ?? [];
  return trace.parts.filter(({ part }) => {
    const header = libraryOf(part, trace.board.figures.core)?.header;
    return part.i2c !== undefined && header !== undefined && headers.includes(header);
  });
}

function useFinding(use: AddressUseInCode, trace: PinTrace): Finding | null {
  const members = membersOf(use.className, trace);
  const parts = members.map(({ id }) => id);
  if (use.address === null) {
    return wiringFinding(
      "W",
      `The address "${use.name}" in line ${use.line} is no constant, so it could not be compared with the wiring.`,
      { parts },
    );
  }
  const { address } = use;
  if (members.some((member) => addressOf(member) === address)) return null;
  const code = `${use.className} gets address ${hexByte(address)} in line ${use.line}`;
  if (members.length === 0) return wiringFinding("E", `${code}, and no part of the design is driven by it.`, {});
  const wired = members.map((member) => `${member.id} is at ${hexByte(addressOf(member) ?? 0)}`).join(", ");
  return wiringFinding("E", `${code}, but ${wired}.`, { parts });
}

/** Every address in the code is one that a part of its class has, every I2C part is addressed, and the bus is started. */
export function addressFindings(uses: CodeUses, trace: PinTrace): Finding[] {
  const wrong = uses.addresses.flatMap((use) => useFinding(use, trace) ?? []);
  const wired = trace.parts.filter((each) => isFunctional(each) && each.part.i2c !== undefined);
  const silent = wired.filter((each) => {
    const address = addressOf(each);
    const named = uses.addresses.filter((use) => membersOf(use.className, trace).includes(each));
    return (
      !named.some((use) => use.address === null || use.address === address) &&
      !wrong.some(({ parts }) => parts.includes(each.id))
    );
  });
  const unheard = silent.map(({ id, part }) =>
    wiringFinding("E", `${id} (${part.name}) is on the I2C bus, and the code never addresses it.`, { parts: [id] }),
  );
  return [...wrong, ...unheard];
}
