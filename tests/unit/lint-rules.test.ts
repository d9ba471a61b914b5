import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** One rule: `bad` breaks it and is reported under `says`; `good` is its clean twin at the same place. */
type Rule = { name: string; file: string; bad: string; good: string; says: string; goodFile?: string };

const oneWay = (file: string, bad: string, good: string): Rule => ({
  name: `${file} may not hold ${bad.split("\n")[0]}`,
  file,
  bad,
  good,
  says: "one-way-imports",
});
const used = (name: string, from: string) => `import { ${name} } from "${from}";\n\nexport const seen = ${name};\n`;
const typed = (name: string, from: string) =>
  `import type { ${name} } from "${from}";\n\nexport type Seen = ${name};\n`;
const banned = (file: string, name: string): Rule => ({
  name: `${file} may not touch ${name}`,
  file,
  bad: `export const seen = () => ${name};\n`,
  good: "export const seen = () => 1;\n",
  says: "noRestrictedGlobals",
});
const impure = (call: string, good: string): Rule => ({
  name: `domain may not call ${call}`,
  file: "src/domain/chat/planted.ts",
  bad: `export const seen = () => ${call};\n`,
  good: `export const seen = (nowMs: number, id: string) => [nowMs, id, ${good}];\n`,
  says: "passed-in",
});

const rules: Rule[] = [
  oneWay("src/domain/chat/planted.ts", used("a", "zod"), used("a", "../circuit/part.ts")),
  oneWay("src/domain/chat/planted.ts", typed("A", "../../protocol/a.ts"), typed("A", "../circuit/part.ts")),
  oneWay(
    "src/domain/chat/planted.ts",
    `export const seen = () => import("../../application/a.ts");\n`,
    `export const seen = () => import("../circuit/part.ts");\n`,
  ),
  oneWay(
    "src/domain/chat/planted.ts",
    `export type Seen = import("../../protocol/a.ts").A;\n`,
    `export type Seen = import("./a.ts").A;\n`,
  ),
  oneWay("src/domain/chat/planted.ts", `export { a } from "../../views/a.ts";\n`, used("a", "./a.ts")),
  oneWay("src/protocol/planted.ts", used("a", "../application/a.ts"), used("a", "../domain/a.ts")),
  oneWay(
    "src/protocol/planted.ts",
    used("Hono", "hono"),
    `import * as z from "zod";\n\nexport const seen = z.string();\n`,
  ),
  oneWay("src/application/planted.ts", used("a", "../adapters/d1/a.ts"), used("a", "../protocol/a.ts")),
  oneWay("src/application/planted.ts", used("sql", "drizzle-orm"), used("a", "./ports.ts")),
  oneWay("src/application/planted.ts", used("env", "cloudflare:workers"), used("a", "./ports.ts")),
  oneWay("src/adapters/r2/planted.ts", used("a", "../../../workers/deps.ts"), used("a", "../../application/ports.ts")),
  oneWay("src/adapters/r2/planted.ts", used("a", "../d1/a.ts"), used("a", "./a.ts")),
  oneWay("src/adapters/r2/keys/planted.ts", used("a", "../../d1/a.ts"), used("a", "../other/a.ts")),
  oneWay("src/views/planted.ts", used("a", "../application/a.ts"), used("a", "../domain/a.ts")),
  oneWay("src/views/planted.ts", used("a", "../protocol/a.ts"), typed("A", "../protocol/a.ts")),
  oneWay("src/views/planted.ts", used("Hono", "hono"), used("marked", "marked")),
  oneWay(
    "web/src/features/planted.ts",
    used("a", "../../../src/protocol/a.ts"),
    typed("A", "../../../src/protocol/a.ts"),
  ),
  oneWay(
    "web/src/features/planted.ts",
    used("a", "../../../src/adapters/d1/a.ts"),
    used("a", "../../../src/views/a.ts"),
  ),
  oneWay("web/src/features/planted.ts", typed("A", "../../../workers/app.ts"), used("a", "../../../src/domain/a.ts")),
  oneWay(
    "web/src/features/planted.ts",
    `import * as z from "zod";\n\nexport const seen = z.string();\n`,
    used("render", "preact"),
  ),
  oneWay("workers/routes/planted.ts", used("a", "../../web/src/a.ts"), used("a", "../../src/views/a.ts")),
  oneWay(
    "workers/routes/planted.ts",
    used("a", "../../src/adapters/d1/schema.ts"),
    used("a", "../../src/adapters/d1/a.ts"),
  ),
  {
    name: "zod comes as a namespace",
    file: "src/protocol/planted.ts",
    bad: used("z", "zod"),
    good: `import * as z from "zod";\n\nexport const seen = z.string();\n`,
    says: "zod: write import * as z",
  },
  {
    name: "objects of the protocol are strict",
    file: "src/protocol/planted.ts",
    bad: `import * as z from "zod";\n\nexport const seen = z.object({});\n`,
    good: `import * as z from "zod";\n\nexport const seen = z.strictObject({});\n`,
    says: "zod: z.strictObject",
  },
  impure("Date.now()", "new Date(nowMs)"),
  impure("new Date()", "Date.UTC(2026, 1)"),
  impure("Math.random()", "Math.floor(nowMs)"),
  impure("crypto.randomUUID()", "id.length"),
  ...["src/domain/chat", "src/protocol", "src/application", "src/views", "workers"].map((folder) =>
    banned(`${folder}/planted.ts`, "document"),
  ),
  ...["window", "localStorage", "navigator"].map((name) => banned("src/views/planted.ts", name)),
  {
    name: "a cast belongs in a parser",
    file: "workers/planted.ts",
    bad: "export const seen = (text: string): string => JSON.parse(text) as string;\n",
    good: 'export const seen = ["a"] as const;\n',
    says: "parsers-cast",
  },
  {
    name: "a parser may cast",
    file: "web/src/planted.ts",
    bad: "export const seen = (text: string): string => JSON.parse(text) as string;\n",
    goodFile: "web/src/read-frame.ts",
    good: "export const seen = (text: string): string => JSON.parse(text) as string;\n",
    says: "parsers-cast",
  },
  {
    name: "no any",
    file: "src/application/planted.ts",
    bad: "export const seen = (a: any): number => a.b;\n",
    good: "export const seen = (a: { b: number }): number => a.b;\n",
    says: "noExplicitAny",
  },
  {
    name: "no non-null !",
    file: "src/application/planted.ts",
    bad: "export const seen = (a: number[]): number => a[0]!;\n",
    good: "export const seen = (a: number[]): number => a[0] ?? 0;\n",
    says: "noNonNullAssertion",
  },
  {
    name: "at most three parameters",
    file: "src/application/planted.ts",
    bad: "export const seen = (a: number, b: number, c: number, d: number) => a + b + c + d;\n",
    good: "export const seen = (a: number, b: number, c: number) => a + b + c;\n",
    says: "useMaxParams",
  },
  {
    name: "functions of at most 60 lines",
    file: "src/application/planted.ts",
    bad: `export function seen(list: number[]) {\n${"  list.push(1);\n".repeat(61)}}\n`,
    good: `export function seen(list: number[]) {\n${"  list.push(1);\n".repeat(50)}}\n`,
    says: "noExcessiveLinesPerFunction",
  },
  {
    name: "kebab-case file names",
    file: "src/application/plantedFile.ts",
    bad: "export const seen = 1;\n",
    goodFile: "src/application/planted-file.ts",
    good: "export const seen = 1;\n",
    says: "useFilenamingConvention",
  },
  {
    name: "no file named utils",
    file: "src/application/chat-utils.ts",
    bad: "export const seen = 1;\n",
    goodFile: "src/application/post-message.ts",
    good: "export const seen = 1;\n",
    says: "names: a file is named",
  },
  {
    name: "no I prefix",
    file: "src/application/planted.ts",
    bad: "export interface IChat {\n  id: string;\n}\n",
    good: "export interface Ink {\n  id: string;\n}\n",
    says: "names: no I prefix",
  },
  {
    name: "no default exports",
    file: "src/application/planted.ts",
    bad: "export default 1;\n",
    good: "export const seen = 1;\n",
    says: "noDefaultExport",
  },
  {
    name: "no barrels",
    file: "src/application/planted.ts",
    bad: 'export * from "./ports.ts";\n',
    good: "export const seen = 1;\n",
    says: "noBarrelFile",
  },
  {
    name: "imports carry their extension",
    file: "src/application/planted.ts",
    bad: used("a", "./planted"),
    good: used("a", "./planted.ts"),
    says: "useImportExtensions",
  },
  {
    name: "types are imported as types",
    file: "src/application/planted.ts",
    bad: `import { type A } from "./ports.ts";\n\nexport type Seen = A;\n`,
    good: typed("A", "./ports.ts"),
    says: "useImportType",
  },
  {
    name: "no style attribute",
    file: "src/views/planted.tsx",
    bad: `export const Seen = () => <p style="color: red">a</p>;\n`,
    good: `export const Seen = () => <p class="warning">a</p>;\n`,
    says: "noInlineStyles",
  },
  {
    name: "no injected HTML",
    file: "src/views/planted.tsx",
    bad: "export const Seen = (p: { h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;\n",
    good: "export const Seen = (p: { h: string }) => <p>{p.h}</p>;\n",
    says: "noDangerouslySetInnerHtml",
  },
  {
    name: "no promise is dropped",
    file: "src/application/planted.ts",
    bad: "export async function seen() {\n  return 1;\n}\n\nexport function other() {\n  seen();\n}\n",
    good: "export async function seen() {\n  return 1;\n}\n\nexport async function other() {\n  await seen();\n}\n",
    says: "noFloatingPromises",
  },
];

type Diagnostic = { category: string; message: string; location: { path: string } };

describe("the linter holds the house rules", () => {
  let folder = "";
  let found: Diagnostic[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ohm-lint-"));
    for (const part of ["biome.json", ".biome", ".gitignore", "package.json"]) {
      await cp(resolve(part), join(folder, part), { recursive: true });
    }
    // Each planted file gets a place of its own: <n>/bad/<path>. The rules look at the end of a path only, and the
    // overrides are rewritten to match below any folder.
    const config = await readFile(join(folder, "biome.json"), "utf8");
    await writeFile(join(folder, "biome.json"), config.replaceAll(/"((?:src|workers|web|tests|scripts)\/)/g, '"**/$1'));
    for (const [n, rule] of rules.entries()) {
      for (const [kind, file, text] of [
        ["bad", rule.file, rule.bad],
        ["good", rule.goodFile ?? rule.file, rule.good],
      ] as const) {
        const path = join(folder, `${n}`, kind, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
    }
    found = await lint(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const [n, rule] of rules.entries()) {
    it(rule.name, () => {
      const at = (kind: string) =>
        found.filter((d) => d.location.path.startsWith(`${n}/${kind}/`)).map((d) => `${d.category} ${d.message}`);
      expect(at("bad").filter((text) => text.includes(rule.says))).not.toEqual([]);
      expect(at("good")).toEqual([]);
    });
  }
});

function lint(folder: string): Promise<Diagnostic[]> {
  return new Promise((done, failed) => {
    execFile(
      resolve("node_modules/.bin/biome"),
      ["lint", ".", "--reporter=json", "--max-diagnostics=none"],
      { cwd: folder, maxBuffer: 64e6 },
      (_exit, out, errors) => {
        try {
          done(JSON.parse(out).diagnostics);
        } catch (cause) {
          failed(new Error(errors || out, { cause }));
        }
      },
    );
  });
}
