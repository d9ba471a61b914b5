import { onDemand } from "./on-demand.ts";
import type { Route } from "./route.ts";

/** Routes that are loaded together. */
type RouteGroup = () => Promise<readonly Route[]>;

const health = onDemand(async () => (await import("./routes/health.ts")).healthRoutes);
const ready = onDemand(async () => (await import("./routes/ready.ts")).readyRoutes);
const openApi = onDemand(async () => (await import("./routes/openapi.ts")).openApiRoutes(allRoutes));
const designs = onDemand(async () => (await import("./routes/designs.ts")).designRoutes);
const designActs = onDemand(async () => (await import("./routes/design-acts.ts")).designActRoutes);
const catalog = onDemand(async () => (await import("./routes/catalog.ts")).catalogRoutes);
const models = onDemand(async () => (await import("./routes/models.ts")).modelRoutes);
const chats = onDemand(async () => (await import("./routes/chats.ts")).chatRoutes);
const messages = onDemand(async () => (await import("./routes/messages.ts")).messageRoutes);
const messageActs = onDemand(async () => (await import("./routes/message-acts.ts")).messageActRoutes);
const participants = onDemand(async () => (await import("./routes/participants.ts")).participantRoutes);
const invitations = onDemand(async () => (await import("./routes/invitations.ts")).invitationRoutes);
const artifacts = onDemand(async () => (await import("./routes/artifacts.ts")).artifactRoutes);
const socket = onDemand(async () => (await import("./routes/socket.ts")).socketRoutes);
const me = onDemand(async () => (await import("./routes/me.ts")).meRoutes);
const deleteAccount = onDemand(async () => (await import("./routes/delete-account.ts")).deleteAccountRoutes);
const bringChats = onDemand(async () => (await import("./routes/bring-chats.ts")).bringChatsRoutes);
const exportAccount = onDemand(async () => (await import("./routes/export-account.ts")).exportAccountRoutes);
const keys = onDemand(async () => (await import("./routes/keys.ts")).keyRoutes);
const projects = onDemand(async () => (await import("./routes/projects.ts")).projectRoutes);
const jobs = onDemand(async () => (await import("./routes/jobs.ts")).jobRoutes);

/**
 * Every address that is mounted, with hono's `:name` for parameters, and where its routes are. They are loaded with the first request
 * for one of them: what a request does not need, a cold Worker does not make, and schemas take it longer than all else. A test holds
 * that these are the addresses of the routes.
 */
export const routesAt: Readonly<Record<string, readonly RouteGroup[]>> = {
  "/api/health": [health],
  "/api/ready": [ready],
  "/api/openapi.json": [openApi],
  "/api/docs": [openApi],
  "/api/chats/:id/design": [designs],
  "/api/chats/:id/design/revisions": [designs],
  "/api/chats/:id/design/fix": [designActs],
  "/api/chats/:id/design/swap": [designActs],
  "/api/chats/:id/design/parts/:partId": [designActs],
  "/api/chats/:id/design/restore": [designActs],
  "/api/chats/:id/design/align": [designActs],
  "/api/chats/:id/design/compare": [designActs],
  "/api/chats/:id/artifacts/:slug/restore": [designActs],
  "/api/chats/:id/runs/:runId/apply": [designActs],
  "/api/chats/:id/ticks": [designActs],
  "/api/chats/:id/export": [designs],
  "/api/design": [designs],
  "/api/design/check": [designs],
  "/api/catalog": [catalog],
  "/api/catalog/:id": [catalog],
  "/api/models": [models],
  "/api/chats": [chats],
  "/api/chats/:id": [chats],
  "/api/chats/:id/snapshot": [chats],
  "/api/chats/:id/messages": [messages],
  "/api/chats/:id/runs/:runId/stop": [messages],
  "/api/chats/:id/messages/:mid/edit": [messageActs],
  "/api/chats/:id/messages/:mid": [messageActs],
  "/api/chats/:id/messages/:mid/regenerate": [messageActs],
  "/api/chats/:id/messages/:mid/reactions": [messageActs],
  "/api/chats/:id/branch": [messageActs],
  "/api/chats/:id/participants": [participants],
  "/api/chats/:id/participants/:userId": [participants],
  "/api/chats/:id/invitations": [invitations],
  "/api/chats/:id/invitations/:iid": [invitations],
  "/api/invitations/:token": [invitations],
  "/api/invitations/:token/accept": [invitations],
  "/api/chats/:id/artifacts": [artifacts],
  "/api/chats/:id/artifacts/:slug/versions": [artifacts],
  "/api/chats/:id/artifacts/:slug/versions/:number": [artifacts],
  "/api/chats/:id/artifacts/:slug/compare": [artifacts],
  "/api/chats/:id/socket": [socket],
  "/api/me": [me, deleteAccount],
  "/api/me/bring-chats": [bringChats],
  "/api/me/export": [exportAccount],
  "/api/me/parts": [projects],
  "/api/projects": [projects],
  "/api/projects/:id": [projects],
  "/api/keys": [keys],
  "/api/keys/:id": [keys],
  "/api/chats/:id/recount": [jobs],
  "/api/jobs": [jobs],
  "/api/jobs/:id/retry": [jobs],
};

/** Every route that is mounted, and nothing else: the OpenAPI document and the access matrix are made from it. */
export async function allRoutes(): Promise<readonly Route[]> {
  const groups = new Set(Object.values(routesAt).flat());
  return (await Promise.all([...groups].map((group) => group()))).flat();
}
