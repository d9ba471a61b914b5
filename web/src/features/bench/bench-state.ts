import type { DesignRevision } from "../../../../src/domain/chat/artifact.ts";
import type { CodeFile, Design } from "../../../../src/domain/circuit/design.ts";

/** Tabs of the bench, in order. */
export const tabs = ["diagram", "parts", "wiring", "code", "checks", "power", "history"] as const;
export type Tab = (typeof tabs)[number];

/** What the bench shows of one chat's design. */
export interface BenchState {
  tab: Tab;
  /** Success Unit on the Code tab. */
  unit: CodeFile["unitNumber"];
  /** The device of that unit, null for the first one. */
  device: string | null;
  /** The current revision, 0 before the first design. */
  head: number;
  /** Step of the wire that is laid now, while somebody builds wire by wire. */
  step: number | null;
  /** A revision that somebody chose to look at; null follows the head. */
  chosen: number | null;
  designs: Readonly<Record<number, Design>>;
  /** Revision that could not be loaded. */
  failed: number | null;
  revisions: readonly DesignRevision[];
  /** Phone: the page in front. */
  page: "chat" | "bench";
}

/** What can happen on the bench. */
export type BenchAction =
  | { type: "head_moved"; revision: number }
  | { type: "design_loaded"; revision: number; design: Design }
  | { type: "design_failed"; revision: number }
  | { type: "revisions_loaded"; revisions: readonly DesignRevision[] }
  /** `stays`: an address names it, and it is shown also when a newer one comes. Else the head that is chosen is followed. */
  | {
      type: "revision_chosen";
      revision: number;
      stays?: boolean;
      tab?: Tab;
      unit?: CodeFile["unitNumber"];
      device?: string | null;
    }
  | { type: "head_followed" }
  | { type: "tab_chosen"; tab: Tab }
  | { type: "step_chosen"; step: number | null; tab?: Tab }
  | { type: "unit_chosen"; unit: CodeFile["unitNumber"]; device: string | null }
  | { type: "page_chosen"; page: BenchState["page"] }
  | { type: "retried" };

/** A bench without a design. */
export const emptyBench: BenchState = {
  tab: "diagram",
  unit: 1,
  device: null,
  head: 0,
  step: null,
  chosen: null,
  designs: {},
  failed: null,
  revisions: [],
  page: "chat",
};

/** The next state of the bench. */
export function reduceBench(state: BenchState, action: BenchAction): BenchState {
  switch (action.type) {
    case "head_moved":
      if (action.revision <= state.head) return state;
      return { ...state, head: action.revision, step: state.chosen === null ? null : state.step };
    case "design_loaded":
      return { ...state, designs: { ...state.designs, [action.revision]: action.design }, failed: null };
    case "design_failed":
      return { ...state, failed: action.revision };
    case "revisions_loaded":
      return { ...state, revisions: action.revisions };
    case "revision_chosen": {
      const chosen = action.revision === state.head && !action.stays ? null : action.revision;
      return {
        ...state,
        chosen,
        page: "bench",
        tab: action.tab ?? state.tab,
        unit: action.unit ?? state.unit,
        device: action.device === undefined ? state.device : action.device,
        step: null,
        failed: null,
      };
    }
    case "head_followed":
      return { ...state, chosen: null, failed: null, step: null };
    case "tab_chosen":
      return { ...state, tab: action.tab };
    case "step_chosen":
      return { ...state, step: action.step, tab: action.tab ?? state.tab };
    case "unit_chosen":
      return { ...state, unit: action.unit, device: action.device };
    case "page_chosen":
      return { ...state, page: action.page };
    case "retried":
      return { ...state, failed: null };
  }
}

/** The revision that should be on the bench, 0 when there is none. */
export function wantedRevision(state: BenchState): number {
  return state.chosen ?? state.head;
}

/** Whether what is shown is current, so that it can be changed. */
export function isHeadShown(state: BenchState): boolean {
  return wantedRevision(state) === state.head;
}

/** The revision that has to be fetched now, or null when nothing is missing or the last try failed. */
export function missingRevision(state: BenchState): number | null {
  const wanted = wantedRevision(state);
  return wanted === 0 || state.designs[wanted] !== undefined || state.failed === wanted ? null : wanted;
}

/**
 * The design that is drawn now. While a newer head is on its way the last one stays, so that nothing blinks; a chosen
 * revision that is not here yet shows nothing instead of another one.
 */
export function shownDesign(state: BenchState): Design | null {
  const wanted = state.designs[wantedRevision(state)];
  if (wanted !== undefined) return wanted;
  if (state.chosen !== null) return null;
  const newest = Math.max(0, ...Object.keys(state.designs).map(Number));
  return state.designs[newest] ?? null;
}
