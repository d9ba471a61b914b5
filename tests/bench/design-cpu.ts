import { Guest } from "../e2e/guest.ts";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import { cpuSeconds } from "./processes.ts";
import { quantile } from "./rows.ts";

const rounds = 5;

/**
 * CPU of one full checked design in the Worker: the CPU that workerd used for `rounds` times every goal, less that of as
 * many requests whose goal cannot be served (the same road without a design), per design. Milliseconds.
 */
export async function designCpuRow(server: OhmProcess, goals: readonly string[]): Promise<string> {
  const guest = new Guest(server.origin);
  const ask = (goal: string) => guest.call("POST /api/design", { goal });
  for (const goal of goals) await ask(goal);
  const perDesign: number[] = [];
  for (const goal of goals) {
    const empty = await cpuMs(server.group, () => ask("a quantum computer"));
    const full = await cpuMs(server.group, () => ask(goal));
    perDesign.push((full - empty) / rounds);
  }
  const all = `p50 ${quantile(perDesign, 0.5).toFixed(1)} · max ${Math.max(...perDesign).toFixed(1)} ms`;
  return `CPU per design: ${all} (${goals.length} goals x ${rounds}, less a refused goal on the same road)`;
}

async function cpuMs(group: number, request: () => Promise<unknown>): Promise<number> {
  const before = cpuSeconds({ group, command: "workerd" });
  for (let round = 0; round < rounds; round++) await request();
  return (cpuSeconds({ group, command: "workerd" }) - before) * 1000;
}
