import type { ReadonlySignal, Signal } from "@preact/signals";
import { computed, effect, signal, untracked } from "@preact/signals";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import type { Name } from "../../../../src/views/names/name.ts";
import { litBy, nothingLit, spellings } from "../../../../src/views/names/name.ts";
import type { Names } from "../../../../src/views/names/names-context.tsx";
import { getJson } from "../../wire/http.ts";
import { readDesign, readRevisions } from "../../wire/read-design.ts";
import type { BenchAction, BenchState } from "./bench-state.ts";
import { emptyBench, missingRevision, reduceBench, shownDesign } from "./bench-state.ts";

/** The bench of one chat: its state, the design on it, and the name that is looked at. */
export interface BenchStore {
  state: ReadonlySignal<BenchState>;
  design: ReadonlySignal<Design | null>;
  names: ReadonlySignal<Names>;
  act: (action: BenchAction) => void;
  dispose: () => void;
}

/** Follows `head` and fetches what is missing. */
export function createBench(chatId: string, head: ReadonlySignal<number>): BenchStore {
  const state = signal(emptyBench);
  const active: Signal<Name | null> = signal(null);
  const held: Signal<Name | null> = signal(null);
  const act = (action: BenchAction) => {
    state.value = reduceBench(state.peek(), action);
  };
  const design = computed(() => shownDesign(state.value));
  const known = computed(() => (design.value === null ? new Map<string, Name>() : spellings(design.value)));
  const names = computed(() => ({
    spellings: known.value,
    active: active.value ?? held.value,
    lit: design.value === null ? nothingLit : litBy(active.value ?? held.value, design.value),
    onActivate: (name: Name | null) => {
      active.value = name;
    },
    held: held.value,
    onHold: (name: Name) => {
      held.value = held.peek()?.id === name.id ? null : name;
    },
  }));
  const missing = computed(() => missingRevision(state.value));
  const stops = [
    effect(() => act({ type: "head_moved", revision: head.value })),
    effect(() => {
      const revision = missing.value;
      if (revision !== null) untracked(() => void fetchDesign(chatId, revision).then(act));
    }),
    effect(() => {
      if (head.value > 0) untracked(() => void fetchRevisions(chatId).then((action) => action && act(action)));
    }),
  ];
  const dispose = () => {
    for (const stop of stops) stop();
  };
  return { state, design, names, act, dispose };
}

/** Fetches a revision of the design of a chat; what comes of it is an act of the bench. */
export async function fetchDesign(chatId: string, revision: number): Promise<BenchAction> {
  const answer = await getJson(`/api/chats/${chatId}/design?revision=${revision}`, readDesign);
  return answer.ok ? { type: "design_loaded", revision, design: answer.value } : { type: "design_failed", revision };
}

async function fetchRevisions(chatId: string): Promise<BenchAction | null> {
  const answer = await getJson(`/api/chats/${chatId}/design/revisions?limit=200`, readRevisions);
  return answer.ok ? { type: "revisions_loaded", revisions: answer.value } : null;
}
