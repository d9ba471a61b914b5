// A vitest reporter: adds one project's counts to the file that scripts/test.mjs reads.
import { writeFileSync } from "node:fs";

export default class CountTests {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandled errors outside of any test
   */
  onTestRunEnd(modules, unhandled) {
    const counts = { passed: 0, failed: unhandled.length, notRun: /** @type {string[]} */ ([]) };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state, note } = /** @type {{ state: string, note?: string }} */ (test.result());
        if (state === "passed") counts.passed++;
        else if (state === "failed") failedHere++;
        else counts.notRun.push(`${test.fullName}: ${note ?? "skipped without a reason"}`);
      }
      // A file that cannot be loaded, or whose hooks fail, holds no failed test and has failed all the same.
      counts.failed += failedHere === 0 && module.state() === "failed" ? 1 : failedHere;
    }
    writeFileSync(String(process.env.OHM_COUNTS), JSON.stringify(counts));
  }
}
