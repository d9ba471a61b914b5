import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import type { TestContext } from "vitest";

/** Why no test of this file can run, or null. */
const missing = process.env.OHM_CHROMIUM ? null : "no chromium on this machine";

/** Debian's chromium, without a sandbox (containers forbid it) and without calls home. Skips the test where there is none. */
export function launch(test: TestContext): Promise<Browser> {
  if (missing !== null) test.skip(missing);
  return chromium.launch({
    executablePath: process.env.OHM_CHROMIUM ?? "",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
}
