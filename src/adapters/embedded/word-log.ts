import { shortName } from "../../domain/circuit/compare-designs.ts";
import type { LogReading } from "../../protocol/tool-results.ts";
import { listed, paragraphs, sentence } from "./word-design.ts";
import type { Words } from "./words.ts";

/** Parts that are told at length; the rest are named. */
const mostParts = 4;

type Part = LogReading["parts"][number];

const called = ({ partId, name }: Part) => `${partId} ${shortName(name)}`;

/** Tells a serial log: what failed, why most likely, the wires to look at and what to try next; then what is well. */
export function wordLog(words: Words, reading: LogReading): string {
  const say = words.log;
  if (!reading.hasDesign) return say.noDesign;
  const { parts, foreign, recognised, complete, advice } = reading;
  const advised = advice === null ? "" : sentence(advice);
  const stranger = foreign.length > 0 ? say.foreign(listed(words, foreign)) : "";
  if (!recognised) return paragraphs([stranger === "" ? advised : stranger, say.unchanged]);
  const having = (outcome: Part["outcome"]) => parts.filter((part) => part.outcome === outcome);
  const passed = having("passed");
  // What has no line in a log that was cut off is told by the advice.
  const ill = complete ? [...having("failed"), ...having("not_seen")] : having("failed");
  return paragraphs([
    stranger,
    ill.length === 0 && complete && stranger === "" ? say.allWell(passed.length) : "",
    ...byCause(ill.slice(0, mostParts)).map((silent) => wordIll(words, silent)),
    ill.length > mostParts ? say.more(listed(words, ill.slice(mostParts).map(called))) : "",
    passed.length > 0 && (ill.length > 0 || !complete) ? say.passed(listed(words, passed.map(called))) : "",
    ...having("look").map((part) => say.look(called(part), part.line ?? "")),
    advised,
    say.unchanged,
  ]);
}

/** Parts that are silent for one reason are told together. */
function byCause(parts: readonly Part[]): Part[][] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.cause} ${part.next}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

function wordIll(words: Words, parts: readonly Part[]): string {
  const lines = parts.map((part) => `**${called(part)}**${part.line === null ? "" : `: \`${part.line}\``}`);
  const { cause = "", next = "" } = parts[0] ?? {};
  return [...lines, cause, next === "" ? "" : `${words.log.next} ${next}`].filter((text) => text !== "").join("\n");
}
