import { expect, it } from "vitest";
import { brokenPromises } from "./broken-promises.ts";
import { Simulation } from "./simulation.ts";

const env = (name: string, fallback: number) => Number(process.env[name] ?? fallback);
/** More with OHM_SCHEDULES; one alone with OHM_SEED. */
const first = env("OHM_SEED", 1);
const schedules = process.env.OHM_SEED ? 1 : env("OHM_SCHEDULES", 600);

it(`[ROOM-14] keeps G1 to G5 over ${schedules} schedules from seed ${first}: loss, copies, kills, restarts, acts on messages`, {
  timeout: Math.max(600_000, 500 * schedules),
}, async () => {
  let kills = 0;
  let shared = 0;
  for (let seed = first; seed < first + schedules; seed += 1) {
    const simulation = new Simulation(seed);
    await simulation.run(100);
    kills += simulation.kills;
    shared += simulation.shared;
    expect(brokenPromises(simulation), `OHM_SEED=${seed}`).toEqual([]);
  }
  // A schedule without a kill shows little: on the average each has more than one.
  expect(kills).toBeGreaterThanOrEqual(schedules === 1 ? 0 : schedules);
  // Nor does one in which no frame shares a commit with another [ROOM-50].
  expect(shared).toBeGreaterThanOrEqual(schedules === 1 ? 0 : schedules);
});
