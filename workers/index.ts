import { app } from "./app.ts";
import type { Env } from "./env.ts";

export { AddressCounter } from "./address-counter.ts";
export { ChatRoom } from "./chat-room.ts";
export { DesignDesk } from "./design-desk.ts";

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
