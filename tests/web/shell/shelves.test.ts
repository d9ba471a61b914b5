import { describe, expect, it } from "vitest";
import type { ShelvesAction, ShelvesState } from "../../../web/src/features/chats/shelves.ts";
import { chatsOn, emptyShelves, isUnread, lagMs, reduceShelves } from "../../../web/src/features/chats/shelves.ts";
import type { ListedChat } from "../../../web/src/wire/read-chats.ts";

function chat(id: string, updatedAt: number, more: Partial<ListedChat> = {}): ListedChat {
  const head = {
    id,
    title: `chat ${id}`,
    mode: "workbench" as const,
    phase: "discovery" as const,
    projectId: null,
    missionStatement: null,
    modelId: null,
    lastSequence: 4,
    lastMessageAt: updatedAt,
    isPublic: false,
    createdAt: 1,
    updatedAt,
  };
  return { head, role: "owner", verdict: null, totalCents: null, lastReadSequence: 4, memberCount: 1, ...more };
}

function stateOf(...actions: ShelvesAction[]): ShelvesState {
  return actions.reduce(reduceShelves, emptyShelves);
}

function loaded(chats: ListedChat[], askedAt = 0): ShelvesAction {
  return { type: "loaded", shelf: "recent", askedAt, chats, nextCursor: null };
}

const ids = (state: ShelvesState, shelf: "recent" | "archived" | "trash") =>
  chatsOn(state, shelf).map(({ head }) => head.id);
const trash: ShelvesAction = { type: "changed", id: "one", chatId: "a", change: { kind: "move", to: "trash" } };

describe("the lists of chats", () => {
  it("[WEB-74] show a change at once, and as it was when the server refuses it", () => {
    const moved = stateOf(loaded([chat("a", 2), chat("b", 1)]), trash);
    expect([ids(moved, "recent"), ids(moved, "trash")]).toEqual([["b"], ["a"]]);
    const refused = reduceShelves(moved, { type: "refused", id: "one" });
    expect([ids(refused, "recent"), ids(refused, "trash")]).toEqual([["a", "b"], []]);
  });

  it("[WEB-74] take a change back by its opposite, in its old place", () => {
    const back = stateOf(loaded([chat("a", 2), chat("b", 1), chat("c", 3)]), trash, {
      type: "changed",
      id: "two",
      chatId: "a",
      change: { kind: "move", to: "recent" },
    });
    expect([ids(back, "recent"), ids(back, "trash")]).toEqual([["c", "a", "b"], []]);
  });

  it("[WEB-74] hold a change against a list that was asked for before the server could know it, and no longer", () => {
    const settled = stateOf(loaded([chat("a", 2)]), trash, { type: "settled", id: "one", at: 50_000 });
    const stale = reduceShelves(settled, loaded([chat("a", 2)], 50_000 + lagMs - 1));
    expect(ids(stale, "recent")).toEqual([]);
    const fresh = reduceShelves(settled, loaded([chat("a", 2)], 50_000 + lagMs));
    expect(ids(fresh, "recent")).toEqual(["a"]);
    const open = reduceShelves(stateOf(loaded([chat("a", 2)]), trash), loaded([chat("a", 2)], 9e9));
    expect(ids(open, "recent"), "not answered yet").toEqual([]);
  });

  it("[WEB-74] rename and drop", () => {
    const state = stateOf(
      loaded([chat("a", 2), chat("b", 1)]),
      { type: "changed", id: "one", chatId: "a", change: { kind: "rename", title: "new" } },
      { type: "changed", id: "two", chatId: "b", change: { kind: "drop" } },
      { type: "changed", id: "three", chatId: "nobody", change: { kind: "drop" } },
    );
    expect(chatsOn(state, "recent").map(({ head }) => head.title)).toEqual(["new"]);
    expect([ids(state, "archived"), ids(state, "trash")]).toEqual([[], []]);
  });

  it("[WEB-75] stay when they cannot be refreshed; one that never came says so", () => {
    const kept = stateOf(
      loaded([chat("a", 1)]),
      { type: "asked", shelf: "recent" },
      { type: "failed", shelf: "recent" },
    );
    expect([kept.stocks.recent.status, ids(kept, "recent")]).toEqual(["loaded", ["a"]]);
    const never = stateOf({ type: "asked", shelf: "trash" }, { type: "failed", shelf: "trash" });
    expect(never.stocks.trash.status).toBe("failed");
  });

  it("[WEB-75] name a chat once, whichever pages hold it, last changed first", () => {
    const state = stateOf(loaded([chat("a", 9), chat("b", 8)]), {
      type: "more_loaded",
      shelf: "recent",
      chats: [chat("b", 8), chat("c", 8), chat("d", 2)],
      nextCursor: "more",
    });
    expect(ids(state, "recent")).toEqual(["a", "c", "b", "d"]);
    expect(state.stocks.recent.nextCursor).toBe("more");
  });

  it("[WEB-76] know what an open chat says before the server's list does; news that come late take nothing back", () => {
    const state = stateOf(
      loaded([chat("a", 1, { lastReadSequence: 2 }), chat("b", 2)]),
      { type: "noted", chatId: "a", news: { lastReadSequence: 7, lastSequence: 7, title: "named", lastMessageAt: 99 } },
      { type: "noted", chatId: "a", news: { lastReadSequence: 3, lastSequence: 5, lastMessageAt: 20 } },
      { type: "noted", chatId: "b", news: { lastSequence: 5 } },
    );
    const [b, a] = chatsOn(state, "recent");
    expect(a).toMatchObject({ head: { title: "named", lastSequence: 7, lastMessageAt: 99 }, lastReadSequence: 7 });
    expect([a, b].map((each) => each !== undefined && isUnread(each))).toEqual([false, true]);
  });

  it("[WEB-76] keep as read what was read here, whatever a list says that was told before", () => {
    const state = stateOf(
      { type: "noted", chatId: "a", news: { lastReadSequence: 7, lastSequence: 7 } },
      loaded([chat("a", 1, { lastReadSequence: 2 })]),
    );
    expect(chatsOn(state, "recent").map((each) => each.lastReadSequence)).toEqual([7]);
  });

  it("[WEB-75] know nothing of the person who was here before", () => {
    expect(stateOf(loaded([chat("a", 1)]), trash, { type: "cleared" })).toEqual(emptyShelves);
  });
});
