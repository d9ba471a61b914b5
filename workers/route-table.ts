import type { Route } from "./route.ts";
import { chatRoutes } from "./routes/chats.ts";
import { healthRoutes } from "./routes/health.ts";
import { messageRoutes } from "./routes/messages.ts";
import { socketRoutes } from "./routes/socket.ts";

/** Every route that is mounted, and nothing else: the OpenAPI document and the access matrix read this table. */
export const routes: readonly Route[] = [...healthRoutes, ...chatRoutes, ...messageRoutes, ...socketRoutes];
