import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import type { Also, Outcome } from "../../fixtures/conversations/talks.ts";
import { talks } from "../../fixtures/conversations/talks.ts";
import { TestChat } from "./turn-fixture.ts";

const catalogIds = (design: Design) => design.parts.map(({ catalogId }) => catalogId ?? "");

/** What a person asked for and named, apart from what this message gives up, is still there. */
function expectKept(before: Design, after: Design, { drops = [] }: Also): void {
  if (drops.includes("*")) return;
  const asked = before.requirements.functions.filter(({ source, id }) => source === "asked" && !drops.includes(id));
  const now = after.requirements.functions.map(({ id }) => id);
  expect(now).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
  const named = before.requirements.functions.flatMap(({ catalogId }) => catalogId ?? []);
  const board = before.requirements.board.named ? [before.board.id] : [];
  const kept = [...named, ...board].filter((id) => !drops.includes(id));
  expect(catalogIds(after)).toEqual(expect.arrayContaining(kept));
}

/** Signals whose parts stay keep their pins and their colour, as long as the board stays. */
function expectWiresKept(before: Design, after: Design): void {
  if (before.board.id !== after.board.id || before.requirements.imported) return;
  const isSignal = ({ kind }: Design["nets"][number]) => kind === "signal" || kind === "analog" || kind === "bus";
  const same = before.nets.filter(isSignal).flatMap((net) => {
    const other = after.nets.find(({ id }) => id === net.id);
    return other && JSON.stringify(other.pins) !== JSON.stringify(net.pins) && samePartsOf(net, other, [before, after])
      ? [net.id]
      : [];
  });
  const pins = (one: Design, id: string) =>
    one.nets.find((net) => net.id === id)?.pins.filter((pin) => pin.startsWith("U1:"));
  for (const id of same) expect(pins(after, id), id).toEqual(pins(before, id));
  const colour = (one: Design, id: string) => one.connections.find(({ net }) => net === id)?.colour;
  for (const net of before.nets.filter(isSignal)) {
    if (colour(after, net.id) !== undefined) expect(colour(after, net.id), net.id).toBe(colour(before, net.id));
  }
}

function samePartsOf(net: Design["nets"][number], other: Design["nets"][number], designs: readonly Design[]): boolean {
  const kinds = (one: typeof net, design: Design | undefined) =>
    [...new Set(one.pins.map((pin) => pin.split(":")[0]))]
      .map((id) => design?.parts.find((part) => part.id === id)?.catalogId)
      .sort();
  return JSON.stringify(kinds(net, designs[0])) === JSON.stringify(kinds(other, designs[1]));
}

function expectOutcome(outcome: Outcome, also: Also, [before, after]: [Design | null, Design | null]): void {
  if (outcome === "nothing") expect(after).toBe(before);
  else expect(after).not.toBe(before);
  if (outcome === "nothing" || after === null) return;
  expect(after.findings.filter(({ severity }) => severity === "E")).toEqual([]);
  expect(catalogIds(after)).toEqual(expect.arrayContaining(also.parts ?? []));
  for (const id of also.without ?? []) expect(catalogIds(after)).not.toContain(id);
  if (before === null || outcome !== "change") return;
  expectKept(before, after, also);
  expectWiresKept(before, after);
  if (also.isCheaper) expect(after.cost.totalCents).toBeLessThan(before.cost.totalCents);
}

describe("forty conversations through the turn", () => {
  test("[TURN-58] there are forty, of four to eight turns", () => {
    const all = Object.values(talks);
    expect(all).toHaveLength(40);
    for (const turns of all) expect(turns.length).toSatisfy((length: number) => length >= 4 && length <= 8);
  });

  test.each(Object.entries(talks))("[TURN-58] %s", async (_, turns) => {
    const chat = new TestChat(circuitEngine);
    for (const [say, outcome, also = {}] of turns) {
      const before = chat.room.headDesign();
      const told = `${say.slice(0, 120)}`;
      expect(await chat.say(say), told).toEqual({ status: "complete" });
      const after = chat.room.headDesign();
      const answer = `${told}\n-> ${chat.room.text}`;
      expect(after.head - before.head, answer).toBe(outcome === "nothing" ? 0 : 1);
      for (const piece of also.has ?? []) expect(chat.room.text, answer).toMatch(piece);
      expect(chat.room.text, answer).not.toMatch(/undefined|NaN|\[object|Infinity/);
      expectOutcome(outcome, also, [before.design, after.design]);
    }
    expect(chat.reported).toEqual([]);
  });
});
