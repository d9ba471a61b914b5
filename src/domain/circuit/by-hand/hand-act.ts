import type { Design } from "../design.ts";

/** What a person does to a design without words: takes a fix of a finding, another part, or marks a part as owned or pinned. */
export type HandAct =
  | { kind: "fix"; ruleId: string; fixId: string }
  | { kind: "swap"; partId: string; catalogId: string }
  | { kind: "mark"; partId: string; owned?: boolean | undefined; pinned?: boolean | undefined };

/**
 * What became of an act. `unknown`: it names something that is not there, in the field `path`; `misfit`: it cannot be done with this
 * thing; `impossible`: the engine finds no sound design with it. `reason` is a sentence for people.
 */
export type HandOutcome =
  | { kind: "changed"; design: Design; summary: string }
  | { kind: "refused"; why: "unknown" | "misfit" | "impossible"; path?: string; reason: string };

/** A refusal in the language of the design. */
export function refused(
  why: Extract<HandOutcome, { kind: "refused" }>["why"],
  reason: string,
  path?: string,
): HandOutcome {
  return { kind: "refused", why, reason, ...(path === undefined ? {} : { path }) };
}
