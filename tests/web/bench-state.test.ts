import { describe, expect, test } from "vitest";
import type { Design } from "../../src/domain/circuit/design.ts";
import { artifactPlace } from "../../web/src/features/bench/artifact-place.ts";
import type { BenchAction } from "../../web/src/features/bench/bench-state.ts";
import { emptyBench, missingRevision, reduceBench, shownDesign } from "../../web/src/features/bench/bench-state.ts";
import { fitView, panBy, zoomAt } from "../../web/src/features/bench/pan-zoom.ts";

const design = (revision: number) => ({ revision }) as Design;
const loaded = (revision: number): BenchAction => ({ type: "design_loaded", revision, design: design(revision) });
const benchAfter = (...actions: BenchAction[]) => actions.reduce(reduceBench, emptyBench);

describe("the bench", () => {
  test("[WEB-12] follows the head, and keeps the last design until the next one is here", () => {
    const moved = benchAfter({ type: "head_moved", revision: 1 }, loaded(1), { type: "head_moved", revision: 2 });
    expect(missingRevision(moved)).toBe(2);
    expect(shownDesign(moved)?.revision).toBe(1);
    expect(shownDesign(reduceBench(moved, loaded(2)))?.revision).toBe(2);
  });

  test("[WEB-12] a chosen revision stays when the head moves on, until the head is followed again", () => {
    const chosen = benchAfter(
      { type: "head_moved", revision: 2 },
      loaded(2),
      { type: "revision_chosen", revision: 1, tab: "parts" },
      { type: "head_moved", revision: 3 },
    );
    expect(chosen).toMatchObject({ chosen: 1, head: 3, tab: "parts", page: "bench" });
    expect(shownDesign(chosen)).toBeNull();
    expect(missingRevision(chosen)).toBe(1);
    expect(shownDesign(reduceBench(chosen, loaded(1)))?.revision).toBe(1);
    expect(missingRevision(reduceBench(chosen, { type: "head_followed" }))).toBe(3);
  });

  test("[WEB-12] choosing the head is following it, and an older head is ignored", () => {
    expect(benchAfter({ type: "head_moved", revision: 2 }, { type: "revision_chosen", revision: 2 }).chosen).toBeNull();
    expect(benchAfter({ type: "head_moved", revision: 2 }, { type: "head_moved", revision: 1 }).head).toBe(2);
    // Who came by the address of a version stays at it.
    const linked = benchAfter(
      { type: "head_moved", revision: 2 },
      { type: "revision_chosen", revision: 2, stays: true },
      { type: "head_moved", revision: 3 },
    );
    expect(linked).toMatchObject({ chosen: 2, head: 3 });
  });

  test("[WEB-22] a wire that is laid belongs to its revision", () => {
    const laying = benchAfter({ type: "head_moved", revision: 1 }, { type: "step_chosen", step: 4, tab: "diagram" });
    expect(laying).toMatchObject({ step: 4, tab: "diagram" });
    expect(reduceBench(laying, { type: "tab_chosen", tab: "wiring" }).step).toBe(4);
    expect(reduceBench(laying, { type: "head_moved", revision: 2 }).step).toBeNull();
    const other = benchAfter({ type: "head_moved", revision: 2 }, { type: "revision_chosen", revision: 1 });
    const laidThere = reduceBench(other, { type: "step_chosen", step: 2 });
    expect(reduceBench(laidThere, { type: "head_moved", revision: 3 }).step).toBe(2);
    expect(reduceBench(laidThere, { type: "head_followed" }).step).toBeNull();
  });

  test("a design that could not be had is asked for again only on demand", () => {
    const failed = benchAfter({ type: "head_moved", revision: 1 }, { type: "design_failed", revision: 1 });
    expect(missingRevision(failed)).toBeNull();
    expect(missingRevision(reduceBench(failed, { type: "retried" }))).toBe(1);
  });

  test("every artifact that has a tab opens it, code with its unit", () => {
    expect(artifactPlace("bom")).toEqual({ tab: "parts" });
    expect(artifactPlace("code-2")).toEqual({ tab: "code", unit: 2, device: null });
    expect(artifactPlace("code-2-receiver")).toEqual({ tab: "code", unit: 2, device: "receiver" });
    expect(artifactPlace("verification")).toEqual({ tab: "checks" });
    expect(artifactPlace("context")).toBeNull();
  });
});

describe("the picture's window", () => {
  const picture = { width: 1000, height: 500 };
  const window = { width: 400, height: 400 };

  test("shows all of a picture in its middle, or a piece of it as large as it fits", () => {
    expect(fitView({ x: 0, y: 0, ...picture }, window, 1)).toEqual({ scale: 0.4, x: 0, y: 100 });
    expect(fitView({ x: 0, y: 0, width: 10, height: 10 }, window, 1.25).scale).toBe(1.25);
    expect(fitView({ x: 300, y: 100, width: 800, height: 200 }, window, 1)).toEqual({ scale: 0.5, x: -150, y: 100 });
  });

  test("zooming keeps the point under the pointer, and the scale within its bounds", () => {
    const view = { scale: 1, x: 30, y: -20 };
    const at = { x: 120, y: 80 };
    const zoomed = zoomAt(view, 2, at);
    expect((at.x - zoomed.x) / zoomed.scale).toBeCloseTo((at.x - view.x) / view.scale);
    expect((at.y - zoomed.y) / zoomed.scale).toBeCloseTo((at.y - view.y) / view.scale);
    expect(zoomAt(view, 100, at).scale).toBe(4);
    expect(zoomAt(view, 0.001, at).scale).toBe(0.2);
  });

  test("a piece of the picture always stays in the window", () => {
    const away = panBy({ scale: 1, x: 0, y: 0 }, { x: 9999, y: -9999 }, { picture, window });
    expect(away).toEqual({ scale: 1, x: 352, y: -452 });
  });
});
