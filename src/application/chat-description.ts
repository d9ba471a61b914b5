import { limits } from "../domain/chat/limits.ts";
import type { ChatPhase } from "../domain/chat/lists.ts";
import type { ChatMessage } from "../domain/chat/message.ts";
import type { Design } from "../domain/circuit/design.ts";
import type { Verdict } from "../domain/circuit/lists.ts";
import type { ChatDescription } from "./ports.ts";

/** Characters of an automatic title that is taken from a message. */
const titleCharacters = 60;
const missionCharacters = 280;

const phaseOf: Record<Verdict, ChatPhase> = {
  FAIL: "bom",
  WARNING: "verification",
  PASS: "done",
};

/** Title, mission and phase of a chat after a design was written. */
export function describeByDesign(design: Design): ChatDescription {
  return {
    title: shortened(design.title, limits.titleCharacters),
    missionStatement: missionStatement(design),
    phase: phaseAfterDesign(design),
  };
}

/** A design that fails is back at its parts; one that was made cheaper, smaller or to last longer is being optimized. */
function phaseAfterDesign(design: Design): ChatPhase {
  const isImproved = design.requirements.improved?.reached === true && design.verdict !== "FAIL";
  return isImproved ? "optimization" : phaseAfterCheck(design);
}

/** The phase of a chat whose design was checked once more and is as it was. */
export function phaseAfterCheck({ verdict }: Design): ChatPhase {
  return phaseOf[verdict];
}

/** What the design is for, in the person's own words. */
export function missionStatement({ requirements }: Design): string {
  return missionOf(requirements.goal);
}

/** The mission statement that a goal in words becomes. */
export function missionOf(goal: string): string {
  return shortened(goal, missionCharacters);
}

/** The title of a chat that has no design: the first 60 characters of what was said first, without whom it called on. */
export function describeByMessage({ content }: Pick<ChatMessage, "content">): ChatDescription {
  const said = content.replace(/^\s*(?:@\S+\s+)+/, "");
  return { title: shortened(said, titleCharacters) };
}

/** Where a chat stands, for the system prompt of an agent. */
export function situation(design: Design | null, head: number): string {
  if (!design) return "The chat has no design yet.";
  const parts = design.parts
    .map(({ id, name, quantity }) => `${id} ${name}${quantity > 1 ? ` x${quantity}` : ""}`)
    .join(", ");
  const { totalCents, budgetCents } = design.cost;
  const budget = budgetCents === undefined ? "" : ` of ${budgetCents} wanted`;
  return (
    `The chat has a design, revision ${head}: ${design.title}. Parts: ${parts}. ${design.connections.length} wires. ` +
    `US cents: ${totalCents}${budget}. Verdict of the engine: ${design.verdict}.`
  );
}

function shortened(text: string, characters: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const all = [...line];
  if (all.length <= characters) return line;
  return `${all
    .slice(0, characters - 1)
    .join("")
    .trimEnd()}…`;
}
