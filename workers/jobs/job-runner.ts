import { DurableObject } from "cloudflare:workers";
import type { Lifecycle, LifecycleJobOutcome } from "agents/lifecycle";
import type { Env } from "../env.ts";
import { onDemand } from "../on-demand.ts";

/** The one entry of the object's own queue. */
const entry = "step";

const lifecycleModule = onDemand(() => import("agents/lifecycle"));
const work = onDemand(() => import("./work.ts"));

/**
 * One background job, whose id is the object's name: takes its steps one by one, by the alarm, until its row says that it has ended.
 * The queue of `agents/lifecycle` keeps what is due through evictions and kills. It comes with the first call: object classes are
 * loaded at every start of the Worker.
 */
export class JobRunner extends DurableObject<Env> {
  #lifecycle: Promise<Lifecycle<Env>> | null = null;

  /** Takes the job up, unless it has been already. */
  async wake(): Promise<void> {
    const lifecycle = await this.#open();
    if (!lifecycle.jobs.get(entry)) {
      await lifecycle.jobs.push({ id: entry, fn: entry, time: Date.now(), retry: { maxAttempts: 1 } });
    } else if ((await this.ctx.storage.getAlarm()) === null) {
      await lifecycle.rearmAlarm();
    }
  }

  override async alarm(): Promise<void> {
    await (await this.#open()).alarm();
  }

  /** Called by the lifecycle when the entry is due. */
  async onJob(): Promise<LifecycleJobOutcome> {
    const { workOn } = await work();
    const atMs = await workOn(this.env, this.ctx.id.name ?? "");
    if (atMs !== null) return { rescheduleAt: atMs };
    await this.#close();
    return undefined;
  }

  #open(): Promise<Lifecycle<Env>> {
    this.#lifecycle ??= lifecycleModule().then(({ Lifecycle }) => new Lifecycle<Env>(this));
    return this.#lifecycle;
  }

  /** The job has ended, and its row says how: nothing of it stays here. */
  async #close(): Promise<void> {
    const lifecycle = await this.#open();
    await this.ctx.blockConcurrencyWhile(async () => {
      await lifecycle.disableAlarms();
      await this.ctx.storage.deleteAll();
      this.#lifecycle = null;
    });
  }
}
