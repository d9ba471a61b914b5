import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { isGround, sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** Below this a resistor between supply and ground is a wire. */
const shortOhms = 1;

/** A supply output joined with ground, directly or through less than 1 ohm: E. */
export const short: Rule = {
  id: "short",
  check: ({ graph, language }) => {
    const findings: FindingDraft[] = [];
    let rails = 0;
    for (const node of graph.nodes) {
      const sources = sourcesOf(node);
      if (sources.length === 0) continue;
      rails += 1;
      const grounds = node.pins.filter((pin) => pin.catalog?.type === "ground");
      const bridge = node.edges.find(
        (edge) => edge.kind === "resistor" && (edge.ohms ?? shortOhms) < shortOhms && isGround(otherEnd(edge, node)),
      );
      if (grounds.length === 0 && bridge === undefined) continue;
      const pins = [...sources.map((source) => source.pin), ...grounds];
      const supply = sources[0]?.pin.ref ?? "";
      findings.push({
        severity: "E",
        message: say(language, {
          en: `Short circuit: the supply ${supply} is joined with ground${bridge ? ` through ${bridge.part.id}` : ""}. Do not switch it on; it can burn the supply or catch fire.`,
          de: `Kurzschluss: die Versorgung ${supply} ist${bridge ? ` über ${bridge.part.id}` : ""} mit Masse verbunden. Nicht einschalten; das kann die Versorgung zerstören oder Feuer fangen.`,
        }),
        nets: netIdsOf(node),
        pins: pins.map((pin) => pin.ref),
        parts: [...new Set([...pins.map((pin) => pin.part.id), ...(bridge ? [bridge.part.id] : [])])],
        measured: { value: bridge?.ohms ?? 0, unit: "ohm" },
        limit: { value: shortOhms, unit: "ohm" },
        source: "a supply output and ground may never be one net",
      });
    }
    const what = say(language, {
      en: `no supply of ${rails} meets ground`,
      de: `keine von ${rails} Versorgungen trifft Masse`,
    });
    return { findings, passed: findings.length === 0 && rails > 0 ? { what, parts: [] } : null };
  },
};
