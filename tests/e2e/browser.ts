import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import type { TestContext } from "vitest";
import { afterAll } from "vitest";

/** Why no test of this file can run, or null. */
const missing = process.env.OHM_CHROMIUM ? null : "no chromium on this machine";

/** Without a sandbox, because containers forbid it, and without calls home. */
const launching = {
  executablePath: process.env.OHM_CHROMIUM ?? "",
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
};

let running: Promise<Browser> | undefined;
afterAll(async () => (await running)?.close());

/** The one browser of a test file, closed after its last test. Skips the test where there is none. */
export function browserFor(test: TestContext): Promise<Browser> {
  if (missing !== null) test.skip(missing);
  running ??= chromium.launch(launching);
  return running;
}
