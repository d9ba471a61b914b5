import { partById } from "../catalogue/catalogue.ts";
import { readTokens } from "./cpp-tokens.ts";
import type { Circuit, Finding } from "../design.ts";
import { checkWiring } from "./check-wiring.ts";

/**
 * Rule `firmware-wiring`: the pins, buses and addresses of a C++ file against a circuit, as findings. Parts that the
 * catalogue does not know cannot be compared and are left out. Works on any sketch, not only on those that Ohm wrote.
 */
export function checkFirmware(file: { content: string }, circuit: Circuit): Finding[] {
  const parts = circuit.parts.flatMap(({ id, catalogId, value }) => {
    const part = catalogId === null ? undefined : partById(catalogId);
    return part === undefined ? [] : [{ id, part, value }];
  });
  return checkWiring(readTokens(file.content), parts, circuit.nets).findings;
}
