import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "./ohm-process.ts";

it("[PROJ-8] npm run seed makes test_user with a demo project, and removes exactly that again", {
  timeout: 600_000,
}, async () => {
  const state = mkdtempSync(join(tmpdir(), "ohm-seed-test-"));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const env = { ...process.env, OHM_STATE: state, PORT: String(await freePort()), WRANGLER_SEND_METRICS: "false" };
  const seed = (...more: string[]) => {
    const done = spawnSync("npm", ["run", "--silent", "seed", "--", ...more], { env, encoding: "utf8" });
    expect(done.status, done.stderr + done.stdout).toBe(0);
    return done.stdout;
  };
  /** Every table with how many rows it has. */
  const counts = (): Record<string, number> => {
    const ask = (query: string) => {
      const words = ["wrangler", "d1", "execute", "DB", "--local", "--persist-to", join(state, "state"), "--json"];
      const { stdout } = spawnSync("npx", [...words, "--command", query], { env, encoding: "utf8" });
      const [{ results }]: [{ results: Record<string, string | number>[] }] = JSON.parse(stdout);
      return results;
    };
    const tables = ask("select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'");
    const named = tables.map(({ name }) => String(name)).filter((name) => !/^(sqlite_|d1_)/.test(name));
    const [row = {}] = ask(`select ${named.map((name) => `(select count(*) from "${name}") as "${name}"`).join(", ")}`);
    return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)]));
  };
  expect(seed()).toContain('has "Demo: balcony weather station" with 2 chats');
  const seeded = counts();
  const one = { user: 1, account: 1, projects: 1, chats: 2, chat_invitations: 1, owned_parts: 2, code_files: 6 };
  expect(seeded).toMatchObject(one);
  expect(Math.min(seeded.parts ?? 0, seeded.connections ?? 0, seeded.messages ?? 0)).toBeGreaterThan(12);
  expect(seed("--clean")).toContain("is gone");
  const left = Object.entries(counts()).filter(([, count]) => count > 0);
  // What was spent stays, of nobody; the job that removed the rest says that it is done.
  expect(left.map(([name]) => name).filter((name) => !["usage_events", "jobs"].includes(name))).toEqual([]);
});
