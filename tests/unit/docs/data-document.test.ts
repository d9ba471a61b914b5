import { readFileSync, writeFileSync } from "node:fs";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import * as schema from "../../../src/adapters/d1/schema.ts";

const place = new URL("../../../docs/data.md", import.meta.url);
const begin = "```mermaid\nerDiagram\n";
const end = "```\n";

/** The schema as a mermaid entity diagram: every table with its columns, and who refers to whom. */
function entityDiagram(tables: SQLiteTable[]): string {
  const configs = tables.map(getTableConfig).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const relations = configs.flatMap(({ name, foreignKeys }) =>
    foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      return `  ${getTableConfig(foreignTable).name} ||--o{ ${name} : "${columns.map((column) => column.name).join(", ")}"`;
    }),
  );
  const entities = configs.map(({ name, columns, primaryKeys }) => {
    const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const lines = columns.map((column) => {
      const mark = column.primary || keys.has(column.name) ? " PK" : column.isUnique ? " UK" : "";
      return `    ${column.getSQLType()} ${column.name}${mark}${column.notNull ? "" : ' "or null"'}`;
    });
    return `  ${name} {\n${lines.join("\n")}\n  }`;
  });
  return `${[...relations, ...entities].join("\n")}\n`;
}

it("[DATA-1] docs/data.md shows the schema as it is (DOCS=write writes it)", () => {
  const text = readFileSync(place, "utf8");
  const start = text.indexOf(begin) + begin.length;
  const stop = text.indexOf(end, start);
  const diagram = entityDiagram(Object.values(schema));
  if (process.env.DOCS === "write") writeFileSync(place, text.slice(0, start) + diagram + text.slice(stop));
  expect(readFileSync(place, "utf8").slice(start)).toSatisfy((rest: string) => rest.startsWith(diagram + end));
});
