import type { ChatPhase, ProjectStatus } from "./lists.ts";

/** The steps of a project in their order, named by the phase of its design chat in which each is worked on. */
export const projectStepIds = ["discovery", "bom", "wiring", "code", "verification", "build"] as const;
export type ProjectStepId = (typeof projectStepIds)[number];

export const stepStates = ["done", "current", "open"] as const;
export type StepState = (typeof stepStates)[number];

/** A step of a project. `own`: a person has set it, which wins over the phase. */
export interface ProjectStep {
  id: ProjectStepId;
  state: StepState;
  own: boolean;
}

/** How many steps a phase has behind it. Optimisation goes on from a design that is checked. */
const behind: Record<ChatPhase, number> = {
  discovery: 0,
  bom: 1,
  wiring: 2,
  code: 3,
  verification: 4,
  optimization: 4,
  done: 5,
};

/** The steps after the phase of the design chat (null without one), where a person's own word wins. The first that is not done is current. */
export function projectSteps(
  phase: ChatPhase | null,
  own: Readonly<Partial<Record<ProjectStepId, "done" | "open">>>,
): ProjectStep[] {
  const finished = projectStepIds.map((id, at) => own[id] ?? (at < behind[phase ?? "discovery"] ? "done" : "open"));
  const current = finished.indexOf("open");
  return projectStepIds.map((id, at) => ({
    id,
    state: at === current ? "current" : (finished[at] ?? "open"),
    own: own[id] !== undefined,
  }));
}

const statusOf: Record<ChatPhase, ProjectStatus> = {
  discovery: "planning",
  bom: "designing",
  wiring: "designing",
  code: "designing",
  verification: "checking",
  optimization: "checking",
  done: "ready",
};

/** Where a project stands: as a person said, else after the phase of its design chat. */
export function projectStatus(own: ProjectStatus | null, phase: ChatPhase | null): ProjectStatus {
  return own ?? statusOf[phase ?? "discovery"];
}
