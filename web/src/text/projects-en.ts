import type { ProjectStatus } from "../../../src/domain/chat/lists.ts";
import type { ProjectStepId } from "../../../src/domain/chat/project-steps.ts";

const statuses: Record<ProjectStatus, string> = {
  planning: "Planning",
  designing: "Designing",
  checking: "Checking",
  ready: "Ready to build",
  building: "Building",
  paused: "Paused",
  finished: "Finished",
};

const steps: Record<ProjectStepId, string> = {
  discovery: "Goal",
  bom: "Parts",
  wiring: "Wiring",
  code: "Firmware",
  verification: "Checks",
  build: "Build it",
};

/** Words of projects in English. */
export const projectsEn = {
  projects: {
    title: "Projects",
    explain: "A project holds the chats about one thing that you build. The first design of a chat makes one.",
    empty: "No projects yet. Say what you want to build: with the first design its project stands here.",
    start: "Start a design",
    untitled: "Untitled project",
    newName: "Name of the project",
    create: "New project",
    chats: (chats: number) => (chats === 1 ? "1 chat" : `${chats} chats`),
    more: "Show more",
    loading: "Loading…",
    missing: "There is no such project, or it is not yours to see.",
    back: "All projects",
    statuses,
    steps,
    status: "Status",
    follows: (status: string) => `${status} (follows the design)`,
    workflow: "Steps",
    workflowHint: "They follow the design. Tick one yourself, and it stays as you set it.",
    stepAgain: (step: string) => `${step}: follow the design again`,
    stepStates: { done: "done", current: "now", open: "open" },
    details: "Details",
    name: "Name",
    goal: "Goal",
    location: "Place",
    budget: "Budget (US dollars)",
    budgetWrong: "An amount such as 45 or 45.50.",
    metrics: "What makes it a success, one a line",
    save: "Save",
    saved: "Saved",
    follow: "Empty fields follow the design chat.",
    design: "Design",
    openDesign: "Open the design chat",
    noDesign: "No design yet: its first one comes from the first chat in this project that has one.",
    spent: "Spent on models",
    inChats: "Chats",
    noChats: "No chat is in this project.",
    designChat: "Design chat",
    makeDesign: "Make it the design chat",
    takeOut: "Take out of the project",
    newChat: "New chat in this project",
    addChat: "Add a chat",
    add: "Add",
    remove: "Delete project",
    sureToRemove: "The project goes, its chats stay. This cannot be undone.",
    removed: (name: string) => `“${name}” is deleted. Its chats are in your list.`,
    notDone: (why: string) => `Nothing was changed: ${why}`,
  },
};

/** The words of projects. */
export type ProjectsText = typeof projectsEn;
