import type { OhmProcess } from "../e2e/ohm-process.ts";
import { Crowd } from "./crowd.ts";
import { quantile, ratio } from "./rows.ts";
import { ohmSide, runtimeOrigin, sioSide } from "./sides.ts";

const missed = 1000;
const turns = 40;

/** A socket that says it has missed 1,000 messages, until it holds them: the product against socket.io with a select. */
export async function catchUpRow(server: OhmProcess): Promise<string> {
  const sio = await sioSide();
  try {
    const sides = [ohmSide("ohm", server, await runtimeOrigin(server)), sio];
    const took: number[][] = [[], []];
    const crowds: Crowd[] = [];
    for (const side of sides) {
      const crowd = await Crowd.open(await side.door(), 1);
      await crowd.send(missed);
      crowds.push(crowd);
    }
    for (let turn = 0; turn < turns; turn++) {
      for (const [place, crowd] of crowds.entries()) took[place]?.push(await crowd.catchUp(missed));
    }
    for (const crowd of crowds) crowd.close();
    const [ohm = [], baseline = []] = took;
    const p50 = (figures: number[]) => `${quantile(figures, 0.5).toFixed(1)} ms`;
    const p95 = (figures: number[]) => `p95 ${quantile(figures, 0.95).toFixed(1)}`;
    return `catch-up of ${missed} events: ${ratio(ohm, baseline)} of socket.io; ohm ${p50(ohm)} (${p95(ohm)}), socket.io ${p50(baseline)} (${p95(baseline)})`;
  } finally {
    await sio.stop();
  }
}
