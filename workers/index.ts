import { app } from "./app.ts";
import type { Env } from "./env.ts";

export { AddressCounter } from "./address-counter.ts";
export { ChatRoom } from "./chat-room.ts";
export { DesignDesk } from "./design-desk.ts";
export { JobRunner } from "./jobs/job-runner.ts";
export { PasswordDesk } from "./password-desk.ts";

export default {
  fetch: app.fetch,
  queue: async (batch, env) => (await import("./jobs/queue.ts")).takeMessages(batch, env),
  scheduled: async (controller, env) => (await import("./jobs/cron.ts")).runCron(controller, env),
} satisfies ExportedHandler<Env>;
