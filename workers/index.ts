import { app } from "./app.ts";
import type { Env } from "./env.ts";
import { onDemand } from "./on-demand.ts";

export { AddressCounter } from "./address-counter.ts";
export { ChatRoom } from "./chat-room.ts";
export { DesignDesk } from "./design-desk.ts";
export { JobRunner } from "./jobs/job-runner.ts";
export { PasswordDesk } from "./password-desk.ts";

const queue = onDemand(() => import("./jobs/queue.ts"));
const cron = onDemand(() => import("./jobs/cron.ts"));

export default {
  fetch: app.fetch,
  queue: async (batch, env) => (await queue()).takeMessages(batch, env),
  scheduled: async (controller, env) => (await cron()).runCron(controller, env),
} satisfies ExportedHandler<Env>;
