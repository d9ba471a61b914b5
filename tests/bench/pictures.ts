// node tests/bench/pictures.ts: what the wiring pictures of all designs are like that tests know. One checker, inspectLayout, counts.
// The time is CPU of this process, the median of three layouts of each design; nothing of it is waited for.
import { partById } from "../../src/domain/circuit/catalogue/catalogue.ts";
import { inspectLayout } from "../../src/domain/picture/inspect-layout.ts";
import { layoutDiagram } from "../../src/domain/picture/layout-diagram.ts";
import type { Pictured } from "../unit/picture/pictured-designs.ts";
import { goalPictures, mixedPictures, partPictures } from "../unit/picture/pictured-designs.ts";
import { quantile } from "./rows.ts";

const shapeOf = (id: string) => partById(id) ?? null;

function measured({ name, design }: Pictured) {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    layoutDiagram(design, shapeOf);
    return process.cpuUsage(before).user / 1000;
  });
  const layout = layoutDiagram(design, shapeOf);
  const { crossings, ...faults } = inspectLayout(layout);
  const holes = new Set(layout.ties.filter((tie, at) => layout.ties.findIndex((each) => each.net === tie.net) !== at));
  return {
    name,
    ms: quantile(times, 0.5),
    crossings,
    parts: design.parts.length,
    faults: Object.values(faults).flat(),
    rows: new Set([...holes].map((tie) => tie.net)).size,
    wires: layout.wires.length,
    inTwo: layout.wires.filter((wire) => wire.far !== undefined).length,
  };
}

for (const pictured of goalPictures()) layoutDiagram(pictured.design, shapeOf);
const groups = { goals: goalPictures(), "parts alone": partPictures(1), "parts by lot": mixedPictures(300) };
for (const [group, pictures] of Object.entries(groups)) {
  const rows = pictures.map(measured);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const times = rows.map((row) => row.ms);
  const slowest = rows.toSorted((a, b) => b.ms - a.ms)[0];
  console.log(`${group}: ${rows.length} designs, ${sum((row) => row.wires)} wires`);
  console.log(
    `  faults ${sum((row) => row.faults.length)}, crossings above parts ${rows.filter((row) => row.crossings > row.parts).length}`,
  );
  console.log(
    `  crossings ${sum((row) => row.crossings)}, most per part ${Math.max(...rows.map((row) => row.crossings / row.parts)).toFixed(2)}`,
  );
  console.log(
    `  designs with a row as holes ${rows.filter((row) => row.rows > 0).length}, wires in two ends ${sum((row) => row.inTwo)} in ${rows.filter((row) => row.inTwo > 0).length} designs`,
  );
  console.log(
    `  CPU p50 ${quantile(times, 0.5).toFixed(1)} · p95 ${quantile(times, 0.95).toFixed(1)} · max ${Math.max(...times).toFixed(1)} ms (${slowest?.name})`,
  );
  for (const row of rows.filter((each) => each.faults.length > 0))
    console.log(`  ${row.name}: ${row.faults.join(", ")}`);
}
