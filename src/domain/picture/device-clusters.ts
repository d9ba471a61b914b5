import type { Box, DeviceTitle, DiagramLayout, PictureDesign, Point } from "./diagram-layout.ts";
import { textWidth } from "./text-width.ts";

/** Room above a device for its name, and between two devices. */
const titleHeight = 44;
const gap = 28;
const margin = 16;

/** The devices of a design as designs of their own, each with its board in the middle; one where there is one device. */
export function clustersOf(design: PictureDesign): { title: string; id: string; design: PictureDesign }[] {
  const { devices = [] } = design;
  if (devices.length < 2) return [];
  return devices.map(({ id, name, board }) => {
    const parts = design.parts.filter((part) => part.deviceId === id);
    const own = new Set(parts.map((part) => part.id));
    const connections = design.connections.filter(({ from }) => own.has(from.slice(0, from.indexOf(":"))));
    return {
      id,
      title: board.name === "" ? name : `${name}: ${board.name}`,
      design: { board, parts, connections, nets: design.nets, findings: design.findings },
    };
  });
}

/** What stood of one device in the picture before. */
export function layoutOfDevice(before: DiagramLayout | null, design: PictureDesign): DiagramLayout | null {
  if (before === null) return null;
  const own = new Set(design.parts.map(({ id }) => id));
  return { ...before, parts: before.parts.filter(({ id }) => own.has(id)) };
}

/** The same picture at another place. */
function moved(layout: DiagramLayout, { x: dx, y: dy }: Point): DiagramLayout {
  const at = <P extends Point>(point: P): P => ({ ...point, x: point.x + dx, y: point.y + dy });
  const boxed = <T extends { box: Box }>(thing: T): T => ({ ...thing, box: at(thing.box) });
  return {
    ...layout,
    parts: layout.parts.map((part) => ({ ...boxed(part), pads: part.pads.map(at) })),
    wires: layout.wires.map((wire) => ({
      ...wire,
      points: wire.points.map(at),
      ...(wire.far === undefined ? {} : { far: wire.far.map(at) }),
    })),
    junctions: layout.junctions.map(at),
    ties: layout.ties.map(at),
    tags: layout.tags.map(boxed),
    labels: layout.labels.map(boxed),
    problems: layout.problems.map(boxed),
  };
}

/** Pictures of several devices, one beneath the other, each under its name. No wire leaves its device. */
export function stackClusters(
  clusters: readonly { id: string; title: string; layout: DiagramLayout }[],
): DiagramLayout {
  const width = Math.max(...clusters.map(({ layout }) => layout.width));
  const titles: DeviceTitle[] = [];
  let top = 0;
  const placed = clusters.map(({ id, title, layout }) => {
    const box = { x: margin, y: top + margin, width: textWidth(title, "name"), height: 20 };
    titles.push({ id, text: title, box });
    const picture = moved(layout, { x: Math.round((width - layout.width) / 8) * 4, y: top + titleHeight });
    top += titleHeight + layout.height + gap;
    return picture;
  });
  const all = <T>(of: (layout: DiagramLayout) => T[]): T[] => placed.flatMap(of);
  return {
    width,
    height: top - gap,
    parts: all(({ parts }) => parts),
    wires: all(({ wires }) => wires),
    junctions: all(({ junctions }) => junctions),
    ties: all(({ ties }) => ties),
    tags: all(({ tags }) => tags),
    labels: all(({ labels }) => labels),
    problems: all(({ problems }) => problems),
    devices: titles,
  };
}
