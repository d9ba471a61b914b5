import type { GraphPart } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { Rule } from "./rule.ts";
import { pair, say } from "./rule.ts";

/** A bare coil or motor: two terminals and no electronics of its own. Servos and relay modules are exempt. */
const isBareCoil = (part: GraphPart) =>
  part.catalog?.hangsOn !== undefined &&
  part.catalog.hangsOn.kind !== "stepper" &&
  part.catalog.pins.every((pin) => pin.type === "passive");

/** A bridge has diodes of its own: a motor between its outputs needs none. */
const onBridge = (part: GraphPart) =>
  part.pins.some((pin) =>
    pin.node.pins.some(
      (other) =>
        other.part.catalog?.outputs?.kind === "h-bridge" &&
        other.part.catalog.outputs.channels.flat().includes(other.catalog?.name ?? ""),
    ),
  );

/** An inductive load without a diode across it: E. */
export const flyback: Rule = {
  id: "flyback",
  check: ({ graph, language, find }) => {
    const coils = graph.parts.filter((part) => isBareCoil(part) && part.pins.length === 2 && !onBridge(part));
    const open = coils.filter((coil) => {
      const [a, b] = coil.pins.map((pin) => pin.node);
      return !graph.edges.some(
        (edge) => edge.kind === "diode" && ((edge.from === a && edge.to === b) || (edge.from === b && edge.to === a)),
      );
    });
    const findings = open.map((coil) => {
      // By name, where the part says which end is plus: a diode the other way round is a short circuit.
      const named = coil.pins.find(({ catalog }) => catalog?.name === "+");
      const ends = named === undefined ? coil.pins : [named, ...coil.pins.filter((pin) => pin !== named)];
      const [plus, minus] = ends.map((pin) => pin.ref);
      return {
        severity: "E" as const,
        message: say(language, {
          en: `${coil.id} has no diode across it: switched off, a motor makes a voltage that destroys what switches it. Put a 1N4007 across, ring to plus.`,
          de: `${coil.id} hat keine Freilaufdiode: beim Abschalten zerstört die Spannung eines Motors das, was ihn schaltet. Setze eine 1N4007 darüber, Ring zu Plus.`,
        }),
        nets: netIdsOf(...coil.pins.map((pin) => pin.node)),
        pins: coil.pins.map((pin) => pin.ref),
        parts: [coil.id],
        source: "typical value",
        fixes: [
          {
            label: say(language, { en: `Add a 1N4007 across ${coil.id}`, de: `1N4007 über ${coil.id} setzen` }),
            deltaCents: find("diode-1n4007")?.price.typicalCents ?? 0,
            patch: [
              {
                op: "insert-part" as const,
                catalogId: "diode-1n4007",
                between: pair(minus ?? "", plus ?? ""),
              },
            ],
          },
        ],
      };
    });
    const what = say(language, { en: "coils have their diode", de: "Spulen haben ihre Diode" });
    return {
      findings,
      passed: findings.length === 0 && coils.length > 0 ? { what, parts: coils.map((coil) => coil.id) } : null,
    };
  },
};
