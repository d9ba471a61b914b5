import type { AgentId, Intent } from "../../chat/lists.ts";
import { shortName } from "../compare-designs.ts";
import type { Design } from "../design.ts";
import { lookAtCost, lookAtSourcing } from "./buying-remarks.ts";
import { lookAtPower, lookAtSafety } from "./electric-remarks.ts";
import { lookAtFirmware } from "./firmware-remarks.ts";
import type { Look, Remark } from "./remark.ts";
import { figuresIn } from "./remark.ts";

/** A perspective of the built-in engine: whose name it speaks under, and what it looks at. */
interface Reviewer {
  modelId: string;
  agent: AgentId;
  intent: Intent;
  look: Look;
}

/** The five perspectives, in the order in which they speak. */
const reviewers: readonly Reviewer[] = [
  { modelId: "ohm/safety", agent: "verifier", intent: "VERIFY", look: lookAtSafety },
  { modelId: "ohm/power", agent: "verifier", intent: "VERIFY", look: lookAtPower },
  { modelId: "ohm/cost", agent: "budget", intent: "BUDGET", look: lookAtCost },
  { modelId: "ohm/firmware", agent: "code", intent: "CODE", look: lookAtFirmware },
  { modelId: "ohm/sourcing", agent: "bom", intent: "BOM", look: lookAtSourcing },
];

/** What one perspective says beside the lead; `text` is null where it has nothing to add. */
export interface Review {
  modelId: string;
  agent: AgentId;
  intent: Intent;
  text: string | null;
}

/** Remarks of one reviewer in one answer: a perspective is no second answer. */
const mostRemarks = 2;

/**
 * What the perspectives say of a design beside what was said already: each only with a finding, a figure or a part that nobody has told,
 * and with none that somebody has. Later ones hear the earlier ones. Pure: same design and words, same reviews.
 */
export function reviewDesign(design: Design, said: string): Review[] {
  const german = design.requirements.language === "de";
  let told = said;
  return reviewers.map(({ modelId, agent, intent, look }) => {
    const remarks: string[] = [];
    for (const one of look({ design, say: (en, de) => (german ? de : en) })) {
      if (remarks.length === mostRemarks) break;
      if (one === null || !isNews(one, design, told)) continue;
      remarks.push(one.text);
      told = `${told}\n${one.text}`;
    }
    return { modelId, agent, intent, text: remarks.length === 0 ? null : remarks.join(" ") };
  });
}

/** None of the five says anything: the answer was no work on a design. */
export const silence: Review[] = reviewers.map(({ modelId, agent, intent }) => ({
  modelId,
  agent,
  intent,
  text: null,
}));

/** Whether a remark tells something, and nothing of it was told. */
function isNews({ text, parts, findings }: Remark, design: Design, told: string): boolean {
  const figures = figuresIn(text);
  const known = new Set(figuresIn(told));
  if (figures.some((figure) => known.has(figure)) || findings.some((message) => told.includes(message))) return false;
  const meant = new Set([...parts, ...design.parts.map(({ id }) => id).filter((id) => isWord(id, text))]);
  if ([...meant].some((id) => isNamed(id, design, told))) return false;
  return figures.length + parts.length + findings.length > 0;
}

function isNamed(id: string, { parts }: Design, told: string): boolean {
  const part = parts.find((one) => one.id === id);
  return isWord(id, told) || (part !== undefined && told.includes(shortName(part.name)));
}

function isWord(id: string, text: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9])${id}(?![A-Za-z0-9])`).test(text);
}
