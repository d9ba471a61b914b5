import { describe, expect, it } from "vitest";
import type { DiagramLayout, PictureDesign } from "../../../src/domain/picture/diagram-layout.ts";
import { inspectLayout } from "../../../src/domain/picture/inspect-layout.ts";
import { layoutDiagram } from "../../../src/domain/picture/layout-diagram.ts";
import { drawnGoals, goalDesign } from "./goal-designs.ts";
import { handMade, handMadeDesigns, shapeOf } from "./hand-made-designs.ts";

const designs: [string, PictureDesign][] = [
  ...Object.entries(handMadeDesigns),
  ...drawnGoals.map((goal): [string, PictureDesign] => [goal, goalDesign(goal)]),
];

function pad(layout: DiagramLayout, part: string, pin: string) {
  const found = layout.parts.find((each) => each.id === part)?.pads.find((each) => each.pin === pin);
  if (found === undefined) throw new Error(`no pad ${part}:${pin}`);
  return found;
}

/** Parts left and right of the board, from the top. */
function columns(layout: DiagramLayout): { left: string[]; right: string[] } {
  const [board, ...others] = layout.parts;
  const sorted = others.toSorted((a, b) => a.box.y - b.box.y);
  const isLeft = (x: number) => x < (board?.box.x ?? 0);
  return {
    left: sorted.filter((part) => isLeft(part.box.x)).map((part) => part.id),
    right: sorted.filter((part) => !isLeft(part.box.x)).map((part) => part.id),
  };
}

describe("layoutDiagram", () => {
  it.each(designs)("[PIC-1] lays nothing over anything else: %s", (_, design) => {
    const faults = inspectLayout(layoutDiagram(design, shapeOf));
    expect(faults.overlaps).toEqual([]);
    expect(faults.wiresThroughThings).toEqual([]);
    expect(faults.collinear).toEqual([]);
    expect(faults.stray).toEqual([]);
  });

  it.each(designs)("[PIC-2] crosses at most as often as there are parts: %s", (_, design) => {
    const layout = layoutDiagram(design, shapeOf);
    expect(inspectLayout(layout).crossings).toBeLessThanOrEqual(design.parts.length);
  });

  it.each(designs)("[PIC-3] draws every connection, from its pad to its pad or breadboard row: %s", (_, design) => {
    const layout = layoutDiagram(design, shapeOf);
    expect(layout.wires.map((wire) => wire.id).toSorted()).toEqual(
      design.connections.map((each) => each.id).toSorted(),
    );
    const padPlaces = layout.parts.flatMap((part) => part.pads.map(({ pin, x, y }) => `${part.id}:${pin} ${x} ${y}`));
    const places = new Set([...padPlaces, ...layout.ties.map(({ part, pin, x, y }) => `${part}:${pin} ${x} ${y}`)]);
    for (const { from, to, points, far } of layout.wires) {
      expect(places).toContain(`${from} ${points[0]?.x} ${points[0]?.y}`);
      const last = (far ?? points).at(-1);
      expect(places).toContain(`${to} ${last?.x} ${last?.y}`);
    }
  });

  it.each(designs)("[PIC-3] [PIC-19] what is not one line is named at each of its ends: %s", (_, design) => {
    const layout = layoutDiagram(design, shapeOf);
    const holes = (net: string) => layout.ties.filter((tie) => tie.net === net);
    for (const wire of layout.wires.filter((each) => each.far !== undefined)) {
      const said = layout.tags.filter((tag) => tag.wires.includes(wire.id)).map((tag) => tag.text);
      for (const end of [wire.from, wire.to]) expect(said.join(" ")).toContain(end.replace(":", "."));
    }
    for (const net of new Set(layout.ties.map((tie) => tie.net))) {
      if (holes(net).length === 1) continue;
      const name = design.nets.find((each) => each.id === net)?.name ?? net;
      const named = layout.tags.filter((tag) => tag.net === net && tag.text.startsWith(name));
      expect(named.length, net).toBeGreaterThan(0);
    }
    const labelled = layout.labels.map((label) => label.part);
    for (const tie of layout.ties) expect(labelled).toContain(tie.part);
  });

  it.each(designs)("[PIC-4] gives the same bytes for the same design: %s", (_, design) => {
    const once = JSON.stringify(layoutDiagram(design, shapeOf));
    expect(JSON.stringify(layoutDiagram(structuredClone(design), shapeOf))).toBe(once);
  });

  it("[PIC-5] keeps the printed order of the headers of both boards", () => {
    const esp32 = layoutDiagram(goalDesign(drawnGoals[0] ?? ""), shapeOf);
    const left = ["3V3", "EN", "VP", "VN", "34", "35", "32", "33", "25", "26", "27", "14", "12", "GND.1", "13"];
    const ys = left.map((pin) => pad(esp32, "U1", pin));
    expect(ys.map((each) => each.y)).toEqual(ys.map((_, index) => (ys[0]?.y ?? 0) + 20 * index));
    expect(new Set(ys.map((each) => each.side))).toEqual(new Set(["left"]));
    // The Uno is turned with its USB socket up: the digital header comes to the right, 13 above 0.
    const uno = layoutDiagram(goalDesign(drawnGoals[1] ?? ""), shapeOf);
    expect([pad(uno, "U1", "13"), pad(uno, "U1", "0")].map((each) => each.side)).toEqual(["right", "right"]);
    expect(pad(uno, "U1", "13").y).toBeLessThan(pad(uno, "U1", "0").y);
    expect(pad(uno, "U1", "A0").side).toBe("left");
    expect(pad(uno, "U1", "IOREF").y).toBeLessThan(pad(uno, "U1", "A5").y);
  });

  it("[PIC-6] turns a module and never mirrors it", () => {
    const right = layoutDiagram(
      handMadeDesigns["weather station on an ESP32 with a battery"] ?? handMade([], []),
      shapeOf,
    );
    // VCC GND SCL SDA from the left on a header below: turned to face left they follow from the top.
    const order = ["VCC", "GND", "SCL", "SDA"].map((pin) => pad(right, "U2", pin));
    const facesLeft = order[0]?.side === "left";
    const ys = order.map((each) => each.y);
    expect(ys).toEqual(facesLeft ? ys.toSorted((a, b) => a - b) : ys.toSorted((a, b) => b - a));
  });

  it("[PIC-7] stands the supply on the left of the board and keeps pads on the grid", () => {
    const layout = layoutDiagram(goalDesign(drawnGoals[0] ?? ""), shapeOf);
    const board = layout.parts.find((part) => part.id === "U1");
    for (const id of ["BT1", "PS1", "PS2"]) {
      const box = layout.parts.find((part) => part.id === id)?.box;
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(board?.box.x ?? 0);
    }
    const pads = layout.parts.flatMap((part) => part.pads);
    expect(pads.filter(({ x, y }) => !Number.isInteger(x) || !Number.isInteger(y))).toEqual([]);
  });

  it("[PIC-8] pins errors and warnings above their part, with the figure, and no advice", () => {
    const [goal] = drawnGoals;
    const finding = { ruleId: "battery", message: "short", nets: [], pins: [], parts: ["PS1"] };
    const design = {
      ...goalDesign(goal ?? ""),
      findings: [
        { ...finding, severity: "W" as const, measured: { value: 6.13, unit: "d" } },
        { ...finding, severity: "E" as const, ruleId: "short", parts: [], pins: ["U2:VCC"] },
        { ...finding, severity: "I" as const, ruleId: "decoupling" },
      ],
    };
    const layout = layoutDiagram(design, shapeOf);
    expect(layout.problems.map((each) => `${each.part} ${each.text}`).toSorted()).toEqual([
      "PS1 battery 6.13 d",
      "U2 short",
    ]);
    for (const problem of layout.problems) {
      const box = layout.parts.find((part) => part.id === problem.part)?.box;
      expect(problem.box.y + problem.box.height).toBeLessThanOrEqual(box?.y ?? 0);
    }
    expect(inspectLayout(layout).overlaps).toEqual([]);
  });

  it("[PIC-9] draws what it can of a circuit that makes no sense", () => {
    expect(layoutDiagram(handMade([], []), shapeOf).parts).toEqual([]);
    const broken = handMade(
      [
        ["R1", "resistor"],
        ["U9", "bme280"],
      ],
      [["N", "signal", null, "green", ["R1:1 U9:SDA", "R1:2 X1:9", "U9:nope R1:2"]]],
    );
    const layout = layoutDiagram(broken, () => null);
    expect(layout.wires.map((wire) => wire.from)).toEqual(["R1:1"]);
    expect(layout.parts).toHaveLength(2);
  });

  it.each(designs.filter(([, design]) => design.parts.length > 5))(
    "[PIC-21] an added part leaves the others their side and order: %s",
    (_, design) => {
      const [added] = design.parts.filter((part) => part.category !== "board" && part.category !== "power").slice(-3);
      const isAdded = (pin: string) => pin.startsWith(`${added?.id}:`);
      const less = {
        ...design,
        parts: design.parts.filter((part) => part !== added),
        connections: design.connections.filter((each) => !isAdded(each.from) && !isAdded(each.to)),
      };
      const before = layoutDiagram(less, shapeOf);
      const after = layoutDiagram(design, shapeOf, before);
      const [placesBefore, placesAfter] = [columns(before), columns(after)];
      const stayed = (ids: string[]) => ids.filter((id) => id !== added?.id);
      const moved = placesBefore.left.filter((id) => placesAfter.right.includes(id));
      moved.push(...placesBefore.right.filter((id) => placesAfter.left.includes(id)));
      expect(moved.length).toBeLessThanOrEqual(1);
      if (moved.length === 0) expect(stayed(placesAfter.right).length).toBe(stayed(placesBefore.right).length);
      expect(inspectLayout(after).overlaps).toEqual([]);
      expect(inspectLayout(after).crossings).toBeLessThanOrEqual(design.parts.length);
    },
  );

  it("[PIC-18] takes at most 30 ms of CPU, on the median of these designs", () => {
    const times = designs.map(([, design]) => {
      const before = process.cpuUsage();
      layoutDiagram(design, shapeOf);
      return process.cpuUsage(before).user / 1000;
    });
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThanOrEqual(30);
  });
});

describe("inspectLayout", () => {
  const good = layoutDiagram(handMadeDesigns["three LEDs and a button on an Uno"] ?? handMade([], []), shapeOf);
  const [wire, other] = good.wires;

  it("[PIC-1] sees parts over one another, and things outside the picture", () => {
    const [first, second, ...rest] = good.parts;
    if (first === undefined || second === undefined) throw new Error("two parts expected");
    const over = inspectLayout({ ...good, parts: [first, { ...second, box: first.box }, ...rest] });
    expect(over.overlaps).toContain(`${first.id} over ${second.id}`);
    const outside = inspectLayout({ ...good, width: 100 });
    expect(outside.overlaps).toContain(`${first.id} outside the picture`);
  });

  it("[PIC-1] sees a wire through a part, along another and across another", () => {
    if (wire === undefined || other === undefined) throw new Error("two wires expected");
    const board = good.parts.find((part) => part.kind === "uno")?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const y = board.y + board.height / 2 + 2;
    const through = {
      ...wire,
      from: "X:1",
      to: "X:2",
      points: [
        { x: 0, y },
        { x: board.x + board.width + 8, y },
      ],
    };
    expect(inspectLayout({ ...good, wires: [through] }).wiresThroughThings).toContain(`wire ${wire.id} through U1`);
    const along = {
      ...through,
      id: "along",
      net: "other",
      points: through.points.map((point) => ({ ...point, y: y + 2 })),
    };
    expect(inspectLayout({ ...good, wires: [through, along] }).collinear).toEqual([`${wire.id} along along`]);
    const across = {
      ...along,
      points: [
        { x: 8, y: y - 40 },
        { x: 8, y: y + 40 },
      ],
    };
    expect(inspectLayout({ ...good, wires: [through, across] })).toMatchObject({ crossings: 1, collinear: [] });
  });

  it("[PIC-1] sees a slanted wire", () => {
    if (wire === undefined) throw new Error("a wire expected");
    const slanted = {
      ...wire,
      points: [
        { x: 4, y: 4 },
        { x: 9, y: 9 },
      ],
    };
    expect(inspectLayout({ ...good, wires: [slanted] }).stray).toEqual([wire.id]);
  });
});
