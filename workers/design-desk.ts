import { DurableObject } from "cloudflare:workers";
import type { DeskEngine } from "../src/application/design-desk.ts";
import type { Problem } from "../src/application/room/room-request.ts";
import type { CheckBody, DesignBody } from "../src/protocol/design.ts";
import { deskEngine } from "./deps.ts";
import type { Env } from "./env.ts";
import { problemOf } from "./middleware/problem.ts";

/** The desk's answer: the JSON text goes to the caller as it is. */
export type DeskReply = { ok: true; json: string } | { ok: false; problem: Problem };

/** Stateless design work, one object per address prefix: an object has 30 s of CPU on every plan, a fetch 10 ms on the free one. */
export class DesignDesk extends DurableObject<Env> {
  design(body: DesignBody): Promise<DeskReply> {
    return answer(body, (engine) => engine.design(body));
  }

  check(body: CheckBody): Promise<DeskReply> {
    return answer(body, (engine) => engine.check(body));
  }
}

async function answer(body: DesignBody | CheckBody, work: (engine: DeskEngine) => unknown): Promise<DeskReply> {
  try {
    return { ok: true, json: JSON.stringify(work(await deskEngine(body))) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
