// npm run bench: the rows of docs/performance.md, printed one after the other. Figures of both sides come from one run.

import { forget, startOhm } from "../e2e/ohm-process.ts";
import { servedGoals } from "../fixtures/goals/served-goals.ts";
import { designCpuRow } from "./design-cpu.ts";
import { roundTripRow } from "./round-trip.ts";

const server = await startOhm();
try {
  console.log(await roundTripRow(server));
  console.log(
    await designCpuRow(
      server,
      servedGoals.map((goal) => goal.goal),
    ),
  );
} finally {
  await server.stop();
  forget(server);
}
