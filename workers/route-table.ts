import type { Route } from "./route.ts";
import { artifactRoutes } from "./routes/artifacts.ts";
import { bringChatsRoutes } from "./routes/bring-chats.ts";
import { catalogRoutes } from "./routes/catalog.ts";
import { chatRoutes } from "./routes/chats.ts";
import { deleteAccountRoutes } from "./routes/delete-account.ts";
import { designRoutes } from "./routes/designs.ts";
import { exportAccountRoutes } from "./routes/export-account.ts";
import { healthRoutes } from "./routes/health.ts";
import { invitationRoutes } from "./routes/invitations.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { keyRoutes } from "./routes/keys.ts";
import { meRoutes } from "./routes/me.ts";
import { messageActRoutes } from "./routes/message-acts.ts";
import { messageRoutes } from "./routes/messages.ts";
import { modelRoutes } from "./routes/models.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { participantRoutes } from "./routes/participants.ts";
import { readyRoutes } from "./routes/ready.ts";
import { socketRoutes } from "./routes/socket.ts";

/** Every route that is mounted, and nothing else: the OpenAPI document and the access matrix read this table. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...readyRoutes,
  ...openApiRoutes(() => routes),
  ...designRoutes,
  ...catalogRoutes,
  ...modelRoutes,
  ...chatRoutes,
  ...messageRoutes,
  ...messageActRoutes,
  ...participantRoutes,
  ...invitationRoutes,
  ...artifactRoutes,
  ...socketRoutes,
  ...meRoutes,
  ...deleteAccountRoutes,
  ...bringChatsRoutes,
  ...exportAccountRoutes,
  ...keyRoutes,
  ...jobRoutes,
];
