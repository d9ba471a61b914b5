import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";

/** Stateless design work, one object per address prefix: an object has 30 s of CPU on every plan, a fetch 10 ms on the free one. */
export class DesignDesk extends DurableObject<Env> {}
