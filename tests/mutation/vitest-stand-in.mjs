// What the tests of the rules use of vitest, run in one process: a mutant is switched on, tests run until one fails, the next one follows.
// biome-ignore lint/correctness/noUndeclaredDependencies: comes with vitest, whose expect it is
import { GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";
// biome-ignore lint/correctness/noUndeclaredDependencies: comes with vitest
import * as chai from "chai";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
globalThis[GLOBAL_EXPECT] = chai.expect;
setState({ assertionCalls: 0, isExpectingAssertions: false }, chai.expect);

/** @type {{name: string, run: () => unknown}[]} */
globalThis.ruleTests = [];

export const expect = chai.expect;
export const it = (name, run) => globalThis.ruleTests.push({ name, run });
export const describe = (_name, body) => body();
const rows = (table, use) => {
  for (const row of table) use(Array.isArray(row) ? row : [row]);
};
it.each = (table) => (name, run) => rows(table, (row) => it(`${name} ${String(row[0])}`, () => run(...row)));
describe.each = (table) => (_name, body) => rows(table, (row) => body(...row));
