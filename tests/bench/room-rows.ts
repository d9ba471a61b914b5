import type { OhmProcess } from "../e2e/ohm-process.ts";
import { Crowd } from "./crowd.ts";
import { quantile, ratio } from "./rows.ts";
import type { Side } from "./sides.ts";
import { ohmSide, runtimeOrigin, sioSide } from "./sides.ts";

/** Sockets in the room, and single messages in silence (0: not measured). */
const sizes = [
  { sockets: 20, singles: 60 },
  { sockets: 100, singles: 60 },
  { sockets: 1000, singles: 0 },
] as const;
const rounds = 9;
/** Length of a round under load, ms. */
const loadMs = 1000;
/** Between two single messages, so that each finds a room at rest, ms. */
const silenceMs = 25;

interface Figures {
  side: Side;
  deliveriesPerSecond: number[];
  /** Microseconds per delivery. */
  cpuUs: number[];
  /** Milliseconds from a send to its last receiver. */
  idleMs: number[];
}

/** Deliveries a second, CPU per delivery and idle latency of the room against socket.io, both sides in turn. */
export async function* roomRows(server: OhmProcess): AsyncGenerator<string> {
  const sio = await sioSide();
  try {
    const sides = [
      ohmSide("ohm", server, await runtimeOrigin(server)),
      ohmSide("ohm, proxied", server, server.origin),
      sio,
    ];
    for (const size of sizes) yield* await rowsOf(sides, size);
  } finally {
    await sio.stop();
  }
}

async function rowsOf(sides: readonly Side[], size: (typeof sizes)[number]): Promise<string[]> {
  const crowds: { crowd: Crowd; figures: Figures }[] = [];
  for (const side of sides) {
    const crowd = await Crowd.open(await side.door(), size.sockets);
    await crowd.saturate(loadMs);
    crowds.push({ crowd, figures: { side, deliveriesPerSecond: [], cpuUs: [], idleMs: [] } });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { crowd, figures } of crowds) await load(crowd, figures);
  }
  for (let single = 0; single < size.singles; single++) {
    for (const { crowd, figures } of crowds) {
      figures.idleMs.push(await crowd.sendOne());
      await new Promise((soon) => setTimeout(soon, silenceMs));
    }
  }
  for (const { crowd } of crowds) crowd.close();
  const [ohm, proxied, sio] = crowds.map(({ figures }) => figures);
  if (!ohm || !proxied || !sio) throw new Error("there are three sides");
  return told(size.sockets, { ohm, proxied, sio });
}

async function load(crowd: Crowd, figures: Figures): Promise<void> {
  const before = figures.side.cpuSeconds();
  const { deliveries, ms } = await crowd.saturate(loadMs);
  figures.deliveriesPerSecond.push((deliveries / ms) * 1000);
  figures.cpuUs.push(((figures.side.cpuSeconds() - before) * 1e6) / deliveries);
}

function told(sockets: number, { ohm, proxied, sio }: Record<"ohm" | "proxied" | "sio", Figures>): string[] {
  const each = (figure: (of: Figures) => string) => `ohm ${figure(ohm)}, socket.io ${figure(sio)}`;
  const perSecond = ({ deliveriesPerSecond }: Figures) =>
    `${(quantile(deliveriesPerSecond, 0.5) / 1000).toFixed(1)}k/s`;
  const us = ({ cpuUs }: Figures) => `${quantile(cpuUs, 0.5).toFixed(2)} us`;
  const ms = ({ idleMs }: Figures) => `${quantile(idleMs, 0.5).toFixed(2)} ms`;
  const through = `through wrangler's proxy ${perSecond(proxied)}, ${ratio(proxied.deliveriesPerSecond, sio.deliveriesPerSecond)}`;
  const rows = [
    `room deliveries, ${sockets} sockets: ${ratio(ohm.deliveriesPerSecond, sio.deliveriesPerSecond)} of socket.io; ${each(perSecond)}; ${through}`,
    `server CPU per delivery, ${sockets} sockets: ${ratio(ohm.cpuUs, sio.cpuUs)} of socket.io; ${each(us)}; ${us(proxied)} with the proxy's`,
  ];
  if (ohm.idleMs.length === 0) return rows;
  return [
    ...rows,
    `send to last receiver, idle, ${sockets} sockets: ${ratio(ohm.idleMs, sio.idleMs)} of socket.io; ${each(ms)}; proxied ${ms(proxied)}`,
  ];
}
