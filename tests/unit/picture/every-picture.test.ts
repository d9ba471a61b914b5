import { describe, expect, it, vi } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { inspectLayout } from "../../../src/domain/picture/inspect-layout.ts";
import { layoutDiagram } from "../../../src/domain/picture/layout-diagram.ts";
import { Workings } from "../../../src/domain/picture/trial.ts";
import { twoDeviceGoals } from "../../fixtures/goals/two-device-goals.ts";
import { goalPictures, mixedPictures, partPictures } from "./pictured-designs.ts";

/** `node tests/bench/pictures.ts` measures more of them, with their times. */
describe.each([
  ["goals", goalPictures, 60],
  ["parts on their own", () => partPictures(8), 100],
  ["parts by lot", () => mixedPictures(60), 50],
] as const)("pictures of %s", (_, pictures, least) => {
  it("[PIC-1] [PIC-2] none has a fault, and none crosses more often than it has parts", () => {
    const drawn = pictures();
    expect(drawn.length).toBeGreaterThanOrEqual(least);
    const faulty = drawn.flatMap(({ name, design }) => {
      const { crossings, ...faults } = inspectLayout(layoutDiagram(design, (id) => partById(id) ?? null));
      const all = Object.values(faults).flat();
      return all.length === 0 && crossings <= design.parts.length ? [] : [`${name}: ${all.join(", ")} x${crossings}`];
    });
    expect(faulty).toEqual([]);
  });
});

describe("the search for a picture", () => {
  it("[PIC-18] tries at most so many arrangements, fewer where each of them costs more", () => {
    const solve = vi.spyOn(Workings.prototype, "solve");
    const tooMany = [...goalPictures(), ...mixedPictures(60)].flatMap(({ name, design }) => {
      solve.mockClear();
      layoutDiagram(design, (id) => partById(id) ?? null);
      const tries = solve.mock.calls.length / Math.max(1, design.devices?.length ?? 1);
      // One arrangement costs as much as its trees in pairs, and what it costs at least.
      const pairs = solve.mock.contexts[0] instanceof Workings ? solve.mock.contexts[0].ground.trees.length ** 2 : 0;
      return tries <= 175 && tries * (150 + pairs) <= 220_000 ? [] : [`${name}: ${tries} x ${pairs}`];
    });
    solve.mockRestore();
    expect(tooMany).toEqual([]);
  });
});

describe("two devices in one picture", () => {
  it.each(twoDeviceGoals.filter(({ status }) => status === undefined).map(({ goal }) => goal))(
    "[PIC-22] each stands under its name, and no wire leaves it: %s",
    (goal) => {
      const design = designGoal({ goal });
      const layout = layoutDiagram(design, (id) => partById(id) ?? null);
      const titles = layout.devices ?? [];
      expect(titles.map(({ text }) => text)).toEqual(design.devices.map(({ name, board }) => `${name}: ${board.name}`));
      const ends = titles.map((_, at) => titles[at + 1]?.box.y ?? layout.height);
      const clusterOf = (y: number) => titles.findIndex(({ box }, at) => y >= box.y && y < (ends[at] ?? 0));
      const ids = new Map(
        design.parts.map(({ id, deviceId }) => [id, design.devices.findIndex((one) => one.id === deviceId)]),
      );
      for (const part of layout.parts) expect(clusterOf(part.box.y)).toBe(ids.get(part.id));
      for (const { points, far = [] } of layout.wires)
        expect(new Set([...points, ...far].map(({ y }) => clusterOf(y))).size).toBe(1);
      const { crossings, ...faults } = inspectLayout(layout);
      expect(Object.values(faults).flat()).toEqual([]);
      expect(crossings).toBeLessThanOrEqual(design.parts.length);
      const again = layoutDiagram(design, (id) => partById(id) ?? null, layout);
      expect(Object.values({ ...inspectLayout(again), crossings: [] }).flat()).toEqual([]);
    },
  );
});
