import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partById } from "../../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Circuit, FixPatch } from "../../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../../src/domain/circuit/design-goal.ts";
import { applyFix } from "../../../../src/domain/circuit/fixes/apply-fix.ts";
import { applyPatches } from "../../../../src/domain/circuit/fixes/apply-patch.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import type { CheckContext } from "../../../../src/domain/circuit/rules/rule.ts";
import { servedGoals } from "../../../fixtures/goals/served-goals.ts";
import { cases } from "../first-rule-cases.ts";
import { circuitOf } from "../hand-made.ts";
import { ruleCases } from "../rule-cases.ts";

const plain: CheckContext = { requirements: null, language: "en", usesWifi: null };
const seed = 20_261_129;

const designs = servedGoals.map(({ goal }): Circuit => {
  const { parts, nets } = designGoal({ goal });
  return { parts, nets };
});

/** What a beginner gets wrong in a design that was right: one or several of these, at places that numbers choose. */
type Mistake = (circuit: Circuit, at: number, to: number) => Circuit;

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(items.length, 1)];
const withNets = (circuit: Circuit, change: (pins: string[], index: number) => string[]): Circuit => ({
  ...circuit,
  nets: circuit.nets
    .map((net, index) => ({ ...net, pins: change(net.pins, index) }))
    .filter((net) => net.pins.length > 0),
});
const allPins = (circuit: Circuit) => circuit.nets.flatMap((net) => net.pins);
const ofBoard = (circuit: Circuit) => circuit.parts.find((part) => partById(part.catalogId ?? "")?.board !== undefined);

const bridgeResistor: Mistake = (circuit, at) => {
  const resistor = pick(
    circuit.parts.filter((part) => part.catalogId === "resistor"),
    at,
  )?.id;
  if (resistor === undefined) return circuit;
  const keep = circuit.nets.find((net) => net.pins.includes(`${resistor}:1`));
  const drop = circuit.nets.find((net) => net.pins.includes(`${resistor}:2`));
  const nets = circuit.nets
    .filter((net) => net !== drop || net === keep)
    .map((net) => (net === keep ? { ...net, pins: [...new Set([...net.pins, ...(drop?.pins ?? [])])] } : net))
    .map((net) => ({ ...net, pins: net.pins.filter((pin) => !pin.startsWith(`${resistor}:`)) }));
  return { parts: circuit.parts.filter((part) => part.id !== resistor), nets };
};
const removePart: Mistake = (circuit, at) => {
  const id = pick(
    circuit.parts.filter((part) => part.category === "passive"),
    at,
  )?.id;
  if (id === undefined) return circuit;
  const without = withNets(circuit, (pins) => pins.filter((pin) => !pin.startsWith(`${id}:`)));
  return { ...without, parts: circuit.parts.filter((part) => part.id !== id) };
};
const cutWire: Mistake = (circuit, at) => {
  const gone = pick(allPins(circuit), at);
  return withNets(circuit, (pins) => pins.filter((pin) => pin !== gone));
};
const exchange: Mistake = (circuit, at, to) => {
  const [a, b] = [pick(allPins(circuit), at), pick(allPins(circuit), to)];
  return withNets(circuit, (pins) => pins.map((pin) => (pin === a ? (b ?? pin) : pin === b ? (a ?? pin) : pin)));
};
const moveBoardPin: Mistake = (circuit, at, to) => {
  const board = ofBoard(circuit);
  const used = allPins(circuit).filter((pin) => pin.startsWith(`${board?.id}:`));
  const from = pick(used, at);
  const free = pick(
    (partById(board?.catalogId ?? "")?.pins ?? []).filter((pin) => !used.includes(`${board?.id}:${pin.name}`)),
    to,
  );
  return withNets(circuit, (pins) =>
    pins.map((pin) => (pin === from && free !== undefined ? `${board?.id}:${free.name}` : pin)),
  );
};
const wrongValue: Mistake = (circuit, at, to) => {
  const resistor = pick(
    circuit.parts.filter((part) => part.catalogId === "resistor"),
    at,
  );
  const ohms = pick([10, 47, 100, 1000, 47_000, 1_000_000], to) ?? 10;
  return {
    ...circuit,
    parts: circuit.parts.map((part) => (part === resistor ? { ...part, value: { kind: "ohms", ohms } } : part)),
  };
};
/** A load on a rail that is not its own: of the board's 3.3 V or 5 V, or on a signal pin. */
const wrongRail: Mistake = (circuit, at, to) => {
  const fed = circuit.parts.flatMap((part) =>
    (partById(part.catalogId ?? "")?.pins ?? [])
      .filter((pin) => pin.type === "power_in")
      .map((pin) => `${part.id}:${pin.name}`),
  );
  const [pin, target] = [pick(fed, at), pick(circuit.nets, to)?.id];
  if (pin === undefined) return circuit;
  const moved = withNets(circuit, (pins) => pins.filter((each) => each !== pin));
  return { ...moved, nets: moved.nets.map((net) => (net.id === target ? { ...net, pins: [...net.pins, pin] } : net)) };
};
/** The weakest plug where a stronger one was. */
const weakPlug: Mistake = (circuit) => ({
  ...circuit,
  parts: circuit.parts.map((part) =>
    /^adapter-5v/.test(part.catalogId ?? "") ? { ...part, catalogId: "adapter-5v-2a" } : part,
  ),
});
/** What a plug feeds hangs on the board instead. */
const noPlug: Mistake = (circuit) => {
  const plug = circuit.parts.find((part) => part.catalogId?.startsWith("adapter-5v"))?.id;
  const without = withNets(circuit, (pins) => pins.filter((pin) => !pin.startsWith(`${plug}:`)));
  return { ...without, parts: circuit.parts.filter((part) => part.id !== plug) };
};
const mistakes = fc.array(
  fc.tuple(
    fc.constantFrom(
      bridgeResistor,
      removePart,
      cutWire,
      exchange,
      moveBoardPin,
      wrongValue,
      wrongRail,
      weakPlug,
      noPlug,
    ),
    fc.nat(500),
    fc.nat(500),
  ),
  { minLength: 1, maxLength: 3 },
);
const spoiled = fc
  .tuple(fc.constantFrom(...designs), mistakes)
  .map(([design, wrong]) => wrong.reduce((circuit, [mistake, at, to]) => mistake(circuit, at, to), design));

const offers = (circuit: Circuit, context: CheckContext) =>
  checkCircuit(circuit, context).findings.flatMap(({ ruleId, fixes }) =>
    (fixes ?? []).map((fix) => ({ ruleId, fixId: fix.id, fix })),
  );
const weight = (circuit: Circuit, context: CheckContext) =>
  checkCircuit(circuit, context).findings.reduce(
    (sum, { severity }) => sum + { E: 1_000_000, W: 1000, I: 1 }[severity],
    0,
  );

/** Rules that no change of the circuit can mend for sure, and what their messages ask of the person instead. */
const saidInWords: Record<string, RegExp> = {
  "rail-conflict": /keep the two rails apart/,
  "i2c-pullup": /Take out a pull-up/,
  "i2c-speed": /Set the bus to 100 kHz/,
  short: /Take out the wire/,
  mains: /let a qualified electrician/,
  battery: /ask for it, or let it wake less often/,
  requirement: /no part serves it/,
  budget: /over the budget/,
  "supply-contention": /Leave only one supply/,
  "open-contacts": /Run one wire/,
  "not-checked": /were not checked/,
  "unknown-pin": /no such p/,
  "duplicate-id": /give each its own/,
};

/** The first rules' cases in the shape of the others. */
const firstCases = Object.entries(cases).map(([rule, { bad }]) => ({
  rule,
  name: "the first case",
  bad: bad[0],
  context: { requirements: null, ...bad[1] },
}));

describe("fixes", () => {
  it.each([...ruleCases, ...firstCases].map((each) => [`${each.rule}: ${each.name}`, each] as const))(
    "[RULE-20] %s: has a fix, or a message that says what to do",
    (_name, { rule, bad, context }) => {
      const findings = checkCircuit(bad, { ...plain, ...context }).findings.filter((each) => each.ruleId === rule);
      expect(findings.length).toBeGreaterThan(0);
      const without = findings.filter(({ fixes = [] }) => fixes.length === 0);
      expect(without.length === 0 || rule in saidInWords, JSON.stringify(without)).toBe(true);
      for (const { message } of without) expect(message).toMatch(saidInWords[rule] ?? /^$/);
    },
  );

  it.each([...ruleCases, ...firstCases].map((each) => [`${each.rule}: ${each.name}`, each] as const))(
    "[RULE-17] of %s take the finding away and bring no other",
    (_name, { rule, bad, context }) => {
      const whole = { ...plain, ...context };
      for (const { ruleId, fixId, fix } of offers(bad, whole).filter((offer) => offer.ruleId === rule)) {
        const outcome = applyFix(bad, { ruleId, fixId }, whole);
        expect(outcome, JSON.stringify([fix, outcome.kind === "refused" ? outcome.added : null])).toMatchObject({
          kind: "applied",
        });
      }
    },
  );

  it("[RULE-17] of circuits with mistakes: no outcome but a better circuit or a refusal that changes nothing", () => {
    let [applied, refused] = [0, 0];
    fc.assert(
      fc.property(spoiled, (circuit) => {
        const before = JSON.stringify(circuit);
        for (const { ruleId, fixId } of offers(circuit, plain).slice(0, 6)) {
          const outcome = applyFix(circuit, { ruleId, fixId }, plain);
          expect(JSON.stringify(circuit)).toBe(before);
          if (outcome.kind === "refused") {
            refused += 1;
            continue;
          }
          applied += 1;
          expect(weight(outcome.circuit, plain)).toBeLessThan(weight(circuit, plain));
        }
      }),
      { seed, numRuns: 250 },
    );
    // A fix that is offered and does not help is no fix: few may be refused, where one mistake stands in the way of another.
    expect(applied).toBeGreaterThan(50);
    expect(refused / (applied + refused)).toBeLessThan(0.15);
  });

  it("[RULE-17] converge: taken one after the other they end, with nothing left that could be applied", () => {
    fc.assert(
      fc.property(spoiled, (start) => {
        let circuit = start;
        for (let round = 0; round < 40; round++) {
          const next = offers(circuit, plain)
            .map(({ ruleId, fixId }) => applyFix(circuit, { ruleId, fixId }, plain))
            .find((outcome) => outcome.kind === "applied");
          if (next?.kind !== "applied") return;
          expect(weight(next.circuit, plain)).toBeLessThan(weight(circuit, plain));
          circuit = next.circuit;
        }
        expect.unreachable("still fixes after 40 rounds");
      }),
      { seed, numRuns: 60 },
    );
  });

  it("[RULE-17] an unknown fix is refused", () => {
    const circuit = circuitOf({ U1: "uno-r3", D1: "led-5mm" }, { A: "U1:8 D1:A", GND: "D1:C U1:GND.1" });
    const why = (ruleId: string, fixId: string) => applyFix(circuit, { ruleId, fixId }, plain);
    expect(why("led-resistor", "fix-9")).toEqual({ kind: "refused", why: "unknown", added: [] });
    expect(why("short", "fix-1")).toEqual({ kind: "refused", why: "unknown", added: [] });
    expect(why("led-resistor", "fix-1")).toMatchObject({ kind: "applied", check: { verdict: "PASS" } });
  });
});

const base = () =>
  circuitOf(
    { U1: "uno-r3", U2: "bme280", D1: "led-5mm", R1: ["resistor", 330] },
    { A: "U1:8 R1:1", B: "R1:2 D1:A", GND: "U1:GND.1 D1:C U2:GND", V: "U1:5V U2:VCC", W: "U1:3.3V" },
  );
const netsAfter = (patch: FixPatch, circuit = base(), designators: Record<string, number> = {}) => {
  const changed = applyPatches(circuit, [patch], designators);
  return changed === null ? null : Object.fromEntries(changed.nets.map((net) => [net.id, net.pins.join(" ")]));
};

describe("a patch", () => {
  it("[RULE-17] puts a resistor in series", () => {
    expect(netsAfter({ op: "add-series-resistor", pin: "D1:A", ohms: 100 })).toMatchObject({
      B: "R1:2 R2:1",
      D1_A_R: "R2:2 D1:A",
    });
    expect(applyPatches(base(), [{ op: "add-series-resistor", pin: "D1:A", ohms: 100 }])?.parts.at(-1)).toMatchObject({
      id: "R2",
      catalogId: "resistor",
      value: { kind: "ohms", ohms: 100 },
    });
  });

  it("[RULE-17] inserts a part between two pins, also on a pin that lies nowhere", () => {
    const patch: FixPatch = { op: "insert-part", catalogId: "resistor", between: ["U1:5V", "U1:9"], ohms: 10_000 };
    expect(netsAfter(patch)).toMatchObject({ V: "U1:5V U2:VCC R2:1", U1_9: "U1:9 R2:2" });
    expect(netsAfter({ op: "insert-part", catalogId: "jumper-wires", between: ["U1:5V", "U1:9"] })).toBeNull();
    expect(netsAfter({ op: "insert-part", catalogId: "no-such", between: ["U1:5V", "U1:9"] })).toBeNull();
  });

  it("[RULE-17] gives a new part a designator that nothing had", () => {
    expect(netsAfter({ op: "add-series-resistor", pin: "D1:A", ohms: 100 }, base(), { R: 7 })).toMatchObject({
      D1_A_R: "R8:2 D1:A",
    });
  });

  it("[RULE-17] divides a level", () => {
    const patch: FixPatch = { op: "add-divider", pin: "U1:8", topOhms: 1000, bottomOhms: 2000, ground: "U1:GND" };
    expect(netsAfter(patch)).toMatchObject({
      A: "R2:1 R1:1",
      U1_8_DIV: "R2:2 R3:1 U1:8",
      GND: "U1:GND.1 D1:C U2:GND R3:2",
    });
  });

  it("[RULE-17] puts a line behind a level shifter, and the next one behind the same", () => {
    const circuit = circuitOf(
      { U1: "esp32-devkitc", DS1: "lcd1602-i2c" },
      { "5V": "U1:5V DS1:VCC", "3V3": "U1:3V3", GND: "U1:GND.1 DS1:GND", SDA: "U1:21 DS1:SDA", SCL: "U1:22 DS1:SCL" },
    );
    const shift = (pin: string): FixPatch => ({
      op: "add-shifter",
      high: [pin],
      lowRail: "U1:3V3",
      highRail: "U1:5V",
      ground: "U1:GND.1",
    });
    const changed = applyPatches(circuit, [shift("DS1:SDA"), shift("DS1:SCL")]);
    expect(Object.fromEntries((changed?.nets ?? []).map((net) => [net.id, net.pins.join(" ")]))).toEqual({
      "5V": "U1:5V DS1:VCC U2:HV",
      "3V3": "U1:3V3 U2:LV",
      GND: "U1:GND.1 DS1:GND U2:GND.1",
      SDA: "U1:21 U2:LV1",
      SCL: "U1:22 U2:LV2",
      DS1_SDA_SHIFTED: "U2:HV1 DS1:SDA",
      DS1_SCL_SHIFTED: "U2:HV2 DS1:SCL",
    });
  });

  it("[RULE-17] puts a line behind a buffer with all that it needs, and the next one behind its next gate", () => {
    const buffer = (pin: string): FixPatch => ({ op: "add-buffer", pin, highRail: "U1:5V", ground: "U1:GND.1" });
    const changed = applyPatches(base(), [buffer("R1:1"), buffer("U2:VCC")]);
    const nets = Object.fromEntries((changed?.nets ?? []).map((net) => [net.id, net.pins.join(" ")]));
    expect(nets).toMatchObject({ A: "U1:8 U3:1A", R1_1_5V: "U3:1Y R1:1", U2_VCC_5V: "U3:2Y U2:VCC" });
    expect(nets.GND?.split(" ")).toEqual(expect.arrayContaining(["U3:1OE", "U3:4OE", "U3:3A", "U3:GND", "C1:2"]));
    expect(nets.GND).not.toContain("U3:1A");
    expect(nets.V).toBe("U1:5V U3:2A U3:VCC C1:1");
  });

  it("[RULE-17] joins, cuts, exchanges and moves", () => {
    expect(netsAfter({ op: "join", pins: ["U1:GND.1", "U1:GND.2"] })).toMatchObject({
      GND: "U1:GND.1 D1:C U2:GND U1:GND.2",
    });
    expect(netsAfter({ op: "join", pins: ["U1:5V", "U1:3.3V"] })).toEqual({
      A: "U1:8 R1:1",
      B: "R1:2 D1:A",
      GND: "U1:GND.1 D1:C U2:GND",
      V: "U1:5V U2:VCC U1:3.3V",
    });
    expect(netsAfter({ op: "join", pins: ["U1:9", "U1:10"] })).toMatchObject({ U1_10: "U1:10 U1:9" });
    expect(netsAfter({ op: "disconnect", pin: "U1:8" })).toMatchObject({ A: "R1:1" });
    expect(netsAfter({ op: "disconnect", pin: "U1:3.3V" })).not.toHaveProperty("W");
    expect(netsAfter({ op: "swap-pins", pins: ["D1:A", "D1:C"] })).toMatchObject({
      B: "R1:2 D1:C",
      GND: "U1:GND.1 D1:A U2:GND",
    });
    expect(netsAfter({ op: "swap-pins", pins: ["U1:2", "U1:3"] })).toBeNull();
    expect(netsAfter({ op: "move-pin", part: "U1", pin: "8", to: "9" })).toMatchObject({ A: "U1:9 R1:1" });
    expect(netsAfter({ op: "move-pin", part: "U1", pin: "8", to: "5V" })).toBeNull();
    expect(netsAfter({ op: "move-pin", part: "U1", pin: "9", to: "10" })).toBeNull();
    expect(netsAfter({ op: "move-supply", part: "U2", rail: "W" })).toMatchObject({ V: "U1:5V", W: "U1:3.3V U2:VCC" });
    expect(netsAfter({ op: "move-supply", part: "U2", rail: "none" })).toBeNull();
    expect(netsAfter({ op: "move-supply", part: "R1", rail: "W" })).toBeNull();
    expect(netsAfter({ op: "remove-part", part: "R1" })).toMatchObject({ A: "U1:8", B: "D1:A" });
    expect(netsAfter({ op: "remove-part", part: "R9" })).toBeNull();
  });

  it("[RULE-17] puts a converter before supply pins", () => {
    const patch: FixPatch = {
      op: "add-converter",
      catalogId: "ams1117-3v3",
      from: "U1:5V",
      ground: "U1:GND.1",
      feeds: ["U2:VCC", "D1:A"],
    };
    expect(netsAfter(patch)).toEqual({
      A: "U1:8 R1:1",
      B: "R1:2",
      GND: "U1:GND.1 D1:C U2:GND PS1:GND",
      V: "U1:5V PS1:VIN",
      W: "U1:3.3V",
      PS1_OUT: "PS1:OUT U2:VCC D1:A",
    });
    expect(applyPatches(base(), [patch])?.nets.at(-1)).toMatchObject({ kind: "supply", volts: 3.3 });
    expect(netsAfter({ ...patch, feeds: [] })).toBeNull();
    expect(netsAfter({ ...patch, feeds: ["U9:VCC"] })).toBeNull();
    expect(netsAfter({ ...patch, catalogId: "resistor" })).toBeNull();
  });

  it("[RULE-17] puts another part in the place of one, on the same nets, under the same designator", () => {
    const circuit = circuitOf(
      { PS1: "ams1117-3v3", PS2: "adapter-5v-2a" },
      { V: "PS2:+ PS1:VIN", O: "PS1:OUT", GND: "PS2:- PS1:GND" },
    );
    const patch: FixPatch = { op: "replace-part", part: "PS1", catalogId: "ht7333", pins: [["OUT", "VOUT"]] };
    expect(netsAfter(patch, circuit)).toEqual({ V: "PS2:+ PS1:VIN", O: "PS1:VOUT", GND: "PS2:- PS1:GND" });
    expect(applyPatches(circuit, [patch])?.parts[0]).toMatchObject({ id: "PS1", catalogId: "ht7333" });
    expect(netsAfter({ ...patch, pins: [] }, circuit)).toBeNull();
    expect(netsAfter({ ...patch, catalogId: "no-such" }, circuit)).toBeNull();
    expect(netsAfter({ ...patch, part: "PS9" }, circuit)).toBeNull();
  });

  it("[RULE-17] sets a value, and nothing of a part that is not there", () => {
    const values = (patch: FixPatch) => applyPatches(base(), [patch])?.parts.map((part) => part.value);
    expect(values({ op: "set-ohms", part: "R1", ohms: 470 })?.[3]).toEqual({ kind: "ohms", ohms: 470 });
    expect(values({ op: "set-address", part: "U2", address: 0x77 })?.[1]).toEqual({ kind: "address", address: 0x77 });
    expect(values({ op: "set-ohms", part: "R9", ohms: 470 })).toBeUndefined();
    expect(values({ op: "disconnect", pin: "U9:1" })).toBeUndefined();
  });
});
