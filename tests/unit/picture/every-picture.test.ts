import { describe, expect, it } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { inspectLayout } from "../../../src/domain/picture/inspect-layout.ts";
import { layoutDiagram } from "../../../src/domain/picture/layout-diagram.ts";
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
