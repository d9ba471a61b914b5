import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allParts, partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Circuit } from "../../../src/domain/circuit/design.ts";
import { powerBudget } from "../../../src/domain/circuit/power/power-budget.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../../../src/domain/circuit/rules/circuit-from-request.ts";
import { requirementsWith } from "./hand-made.ts";

const requirements = requirementsWith({ power: { source: "battery", named: true, lifeHours: 100, wakeMinutes: 10 } });
const context = { requirements, language: "en" as const, usesWifi: true };
const seed = 20_261_122;

const pinNames = ["1", "2", "GND", "VCC", "SDA", "+", "-", "A", "C", "5V", "3V3", "21", "99", ""];
const part = fc.record({
  id: fc.constantFrom("U1", "U2", "R1", "D1", "M1", "X1", "BT1"),
  catalogId: fc.option(fc.constantFrom(...allParts.map((each) => each.id), "mystery")),
  value: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant("ohms" as const), ohms: fc.double({ min: 0, max: 1e9, noNaN: true }) }),
      fc.record({ kind: fc.constant("address" as const), address: fc.integer({ min: 0, max: 127 }) }),
      fc.record({ kind: fc.constant("colour" as const), colour: fc.string({ maxLength: 5 }) }),
    ),
  ),
});
/** Half of the pins exist: they are picked from the part's catalogue entry by number. */
const circuits = fc
  .record({
    parts: fc.array(part, { maxLength: 8 }),
    nets: fc.array(
      fc.record({
        id: fc.constantFrom("N1", "N2", "N3", "GND", "5V", "N4"),
        kind: fc.constantFrom("ground" as const, "supply" as const, "signal" as const),
        volts: fc.option(fc.double({ min: -400, max: 400, noNaN: true })),
        ends: fc.array(fc.tuple(fc.nat(7), fc.nat(40), fc.constantFrom(...pinNames), fc.boolean()), { maxLength: 6 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(
    ({ parts, nets }): Circuit =>
      circuitFromRequest({
        parts,
        nets: nets.map(({ ends, ...net }) => ({
          ...net,
          pins: ends.map(([index, pin, name, real]) => {
            const owner = parts[index % Math.max(parts.length, 1)];
            const known = owner?.catalogId == null ? undefined : partById(owner.catalogId)?.pins;
            return `${owner?.id ?? "U9"}:${(real ? known?.[pin % Math.max(known.length, 1)]?.name : undefined) ?? name}`;
          }),
        })),
      }),
  );

describe("any circuit", () => {
  it("[RULE-1] never makes the check throw, and each finding names things of the circuit", () => {
    fc.assert(
      fc.property(circuits, (circuit) => {
        const { findings } = checkCircuit(circuit, context);
        const nets = new Set(circuit.nets.map((net) => net.id));
        const parts = new Set(circuit.parts.map((each) => each.id));
        for (const finding of findings) {
          expect(finding.nets.every((id) => nets.has(id))).toBe(true);
          expect(finding.parts.every((id) => parts.has(id))).toBe(true);
          if (finding.measured) expect(Number.isFinite(finding.measured.value)).toBe(true);
        }
        for (const rail of powerBudget(circuit, requirements).rails) expect(Number.isFinite(rail.maxMa)).toBe(true);
      }),
      { seed, numRuns: 600 },
    );
  });

  it("[RULE-1] the order of parts, nets and pins changes nothing", () => {
    fc.assert(
      fc.property(circuits, fc.infiniteStream(fc.nat()), (circuit, random) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map((row) => row.item);
        const other = {
          parts: shuffled(circuit.parts),
          nets: shuffled(circuit.nets).map((net) => ({ ...net, pins: shuffled(net.pins) })),
        };
        expect(checkCircuit(other, context)).toEqual(checkCircuit(circuit, context));
        expect(powerBudget(other, requirements)).toEqual(powerBudget(circuit, requirements));
      }),
      { seed, numRuns: 400 },
    );
  });
});
