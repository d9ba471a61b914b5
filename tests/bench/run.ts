// npm run bench [-- part ...]: the rows of docs/performance.md, printed one after the other. Figures of both sides come from one run.

import { availableParallelism, loadavg } from "node:os";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import { forget, startOhm } from "../e2e/ohm-process.ts";
import { allGoals } from "../fixtures/goals/all-goals.ts";
import { catchUpRow } from "./catch-up.ts";
import { coldStartRow } from "./cold-start.ts";
import { designCpuRow } from "./design-cpu.ts";
import { firstTokenRow } from "./first-token.ts";
import { openChatRows } from "./open-chat.ts";
import { roomRows } from "./room-rows.ts";
import { roundTripRow } from "./round-trip.ts";
import { sizeRows } from "./sizes.ts";

/** Fifty distinct goals that a design comes of. */
const goals = allGoals.flatMap(({ goal, status }) => (status === undefined ? [goal] : [])).slice(0, 50);

/** Each part says its rows one by one. */
const parts: Record<string, (server: OhmProcess) => AsyncGenerator<string>> = {
  trip: async function* (server) {
    yield await roundTripRow(server);
  },
  room: roomRows,
  missed: async function* (server) {
    yield await catchUpRow(server);
  },
  answer: async function* (server) {
    yield await firstTokenRow(server);
  },
  design: async function* (server) {
    yield await designCpuRow(server, goals);
  },
  open: openChatRows,
  cold: async function* () {
    yield await coldStartRow();
  },
  size: sizeRows,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}

const load = () =>
  `${availableParallelism()} processors, load ${loadavg()
    .map((of) => of.toFixed(1))
    .join(" ")}`;

const server = await startOhm();
try {
  // A busy machine shows in every figure: what it did beside this is part of the result.
  console.log(`${new Date().toISOString()}, ${load()}`);
  for (const [name, rows] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      for await (const row of rows(server)) console.log(row);
    } catch (error) {
      // The other parts have their figures all the same.
      console.error(`${name}:`, error);
      process.exitCode = 1;
    }
  }
  console.log(`${new Date().toISOString()}, ${load()}`);
} finally {
  await server.stop();
  forget(server);
}
