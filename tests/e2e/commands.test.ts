import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import manifest from "../../package.json" with { type: "json" };

interface Command {
  document: string;
  words: string[];
}

const documents = [
  ...["README.md", "AGENTS.md"].filter((name) => existsSync(name)),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Every npm and npx command that a document names: lines of its `sh` blocks, and code between backticks. */
function commandsOf(document: string): Command[] {
  const text = readFileSync(document, "utf8");
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) => block.split("\n"));
  const inline = [...text.replaceAll(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...blocks, ...inline]
    .flatMap((line) => line.replace(/(^|\s)#.*/, "").split(/&&|\|\|?|;/))
    .map((command) => command.trim().replace(/^([A-Z_]+=\S* )+/, ""))
    .filter((command) => /^np[mx] /.test(command))
    .map((command) => ({ document, words: command.split(/\s+/) }));
}

const commands = documents.flatMap(commandsOf);
const once = (lines: string[]) => [...new Set(lines)].sort();

/** The words before the first flag, quote or name in capitals. */
function plainWords(words: string[]): string[] {
  const end = words.findIndex((word) => !/^[a-z0-9][a-z0-9-]*$/.test(word));
  return end === -1 ? words : words.slice(0, end);
}

/** Runs a program that the packages bring; without a network account and without calls home. */
function run(program: string, words: string[]) {
  return spawnSync(program, words, {
    encoding: "utf8",
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_WRITE_LOGS: "false" },
    shell: process.platform === "win32",
  });
}

describe("[USE-12] the commands of the documents", () => {
  it("through npm name scripts that exist", () => {
    const own = ["install", "ci"];
    const named = commands.filter(({ words }) => words[0] === "npm" && !own.includes(words[1] ?? ""));
    expect(named.length).toBeGreaterThan(5);
    const scripts: Record<string, string> = manifest.scripts;
    const unknown = named.filter(({ words: [, first = "", second = ""] }) => {
      return scripts[first === "run" ? second : first] === undefined;
    });
    expect(unknown).toEqual([]);
  });

  it("through npx name programs that the packages bring", () => {
    const programs = once(commands.filter(({ words }) => words[0] === "npx").map(({ words }) => words[1] ?? ""));
    expect(programs).toContain("wrangler");
    expect(programs.filter((name) => !existsSync(join("node_modules", ".bin", name)))).toEqual([]);
  });

  const wrangler = once(
    commands.filter(({ words }) => words[1] === "wrangler").map(({ words }) => plainWords(words.slice(2)).join(" ")),
  );
  it.for(wrangler)("are known to wrangler: %s", (line) => {
    // The last words may be arguments, e.g. a database's name; help names the longest command that it knows.
    const help = run("wrangler", [...line.split(" "), "--help"]);
    expect(help.status, help.stderr).toBe(0);
    const [usage = ""] = /^wrangler .*$/m.exec(help.stdout) ?? [];
    const known = usage.replace(/^wrangler /, "").replace(/ [<[].*$/, "");
    const positionals = (usage.match(/ [<[]/g) ?? []).length;
    expect(`${line} `.startsWith(`${known} `), `${line} is ${usage}`).toBe(true);
    expect(line.split(" ").length - known.split(" ").length).toBeLessThanOrEqual(positionals);
  });

  it("deploy everything that they should: `wrangler deploy --dry-run`", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "ohm-deploy-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const deploy = run("wrangler", ["deploy", "--dry-run", "--outdir", folder]);
    expect(deploy.status, deploy.stderr).toBe(0);
    for (const binding of [
      "env.ROOMS",
      "env.DESIGN_DESK",
      "env.PASSWORD_DESK",
      "env.ADDRESS_COUNTERS",
      "env.DB",
      "env.RATE_DESIGN",
    ]) {
      expect(deploy.stdout).toContain(binding);
    }
    expect(readdirSync(folder, { recursive: true })).toContain("index.js");
  });
});
