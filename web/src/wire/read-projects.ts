import type { ChatPhase, ProjectStatus } from "../../../src/domain/chat/lists.ts";
import { chatPhases, projectStatuses } from "../../../src/domain/chat/lists.ts";
import type { ProjectStep } from "../../../src/domain/chat/project-steps.ts";
import { projectStepIds, stepStates } from "../../../src/domain/chat/project-steps.ts";
import type { Verdict } from "../../../src/domain/circuit/lists.ts";
import { verdicts } from "../../../src/domain/circuit/lists.ts";
import type { ListedChat } from "./read-chats.ts";
import { readChats } from "./read-chats.ts";
import type { Check, Checks } from "./shape.ts";
import { hasShape, isFlag, isNumber, isObject, isText, isWhole, listOf, oneOf, orNull, shape } from "./shape.ts";

/** A project as its person sees it in a list. Cents are US cents. */
export interface ListedProject {
  id: string;
  name: string | null;
  goal: string | null;
  location: string | null;
  status: ProjectStatus;
  phase: ChatPhase | null;
  verdict: Verdict | null;
  totalCents: number | null;
  budgetCents: number | null;
  designChatId: string | null;
  /** How many chats it has. */
  chats: number;
  costMicroUsd: number;
  updatedAt: number;
}

/** A project whole; `own` holds its chats, last changed first. */
export interface Project extends ListedProject {
  /** What nobody has said, and follows the design chat. */
  automatic: { name: boolean; goal: boolean; status: boolean };
  steps: ProjectStep[];
  successMetrics: string[];
  own: ListedChat[];
}

const listed: Checks<ListedProject> = {
  id: isText,
  name: orNull(isText),
  goal: orNull(isText),
  location: orNull(isText),
  status: oneOf(projectStatuses),
  phase: orNull(oneOf(chatPhases)),
  verdict: orNull(oneOf(verdicts)),
  totalCents: orNull(isWhole),
  budgetCents: orNull(isWhole),
  designChatId: orNull(isText),
  chats: isWhole,
  costMicroUsd: isWhole,
  updatedAt: isNumber,
};

const automatic: Check = shape<Project["automatic"]>({ name: isFlag, goal: isFlag, status: isFlag });
const step: Check = shape<ProjectStep>({ id: oneOf(projectStepIds), state: oneOf(stepStates), own: isFlag });
const whole: Checks<Omit<Project, "own">> = {
  ...{ ...listed, automatic, steps: listOf(step), successMetrics: listOf(isText) },
};

/** A page of `GET /api/projects`, or null. */
export function readProjects(value: unknown): { projects: ListedProject[]; nextCursor: string | null } | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const { nextCursor } = value;
  return {
    projects: value.items.filter((item) => hasShape<ListedProject>(item, listed)),
    nextCursor: typeof nextCursor === "string" ? nextCursor : null,
  };
}

/** A project of `GET /api/projects/{id}`, or null. */
export function readProject(value: unknown): Project | null {
  const chats = isObject(value) ? readChats({ items: value.items, nextCursor: null }) : null;
  return chats && hasShape<Omit<Project, "own">>(value, whole) ? { ...value, own: chats.chats } : null;
}
