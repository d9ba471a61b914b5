import type { AccountHoldings } from "../../src/application/export-account.ts";
import { exportAccount } from "../../src/application/export-account.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import type { ExportLine } from "../../src/protocol/account-export.ts";
import { exportLine } from "../../src/protocol/account-export.ts";
import { artifactView, listOf, messageView, versionView } from "../../src/protocol/answers.ts";
import { countExport } from "../middleware/rates.ts";
import { route } from "../route.ts";
import type { Scope } from "../scope.ts";
import { exampleMe } from "./example-account.ts";

const ndjson = "application/x-ndjson";
const messagePage = listOf(messageView);
const artifactList = listOf(artifactView);

export const exportAccountRoutes = [
  route(
    {
      method: "get",
      path: "/api/me/export",
      summary:
        "Everything that is one's own, one JSON object a line: profile, keys without their secrets, chats with messages, artifacts and usage.",
      access: "session",
      sensitive: true,
      answers: [
        {
          status: 200,
          what: "The lines; the last one is of the kind `end` and says whether all of it is there",
          schema: exportLine,
          example: { kind: "profile", profile: exampleMe },
          type: ndjson,
        },
      ],
      errors: ["unauthenticated", "rate_limited"],
    },
    async ({ c, scope }) => {
      const own = await scope();
      if (!c.get("unlimited")) await countExport(c.env, own.actor);
      const headers = { "content-type": ndjson, "content-disposition": 'attachment; filename="ohm-export.ndjson"' };
      return new Response(streamOf(exportAccount(holdingsOf(own))), { headers });
    },
  ),
];

/** A line is made when the reader has room for it: whoever hangs up ends the work. */
function streamOf(lines: AsyncGenerator<ExportLine>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}

function holdingsOf({ profile, apiKeys, chats, rooms, usage }: Scope): AccountHoldings {
  return {
    profile: () => profile.read(),
    keys: () => apiKeys.list(),
    chats: () => allChats(chats),
    messages: async (chatId, after) => {
      const query = { after, limit: limits.pageItemsMax };
      const { json } = await rooms.ask(chatId, { kind: "messages", query });
      const { items, nextCursor } = messagePage.parse(JSON.parse(json));
      return { items, next: nextCursor === null ? null : Number(nextCursor) };
    },
    artifacts: async function* (chatId) {
      const { json } = await rooms.ask(chatId, { kind: "artifacts" });
      for (const { slug } of artifactList.parse(JSON.parse(json)).items) {
        const version = await rooms.ask(chatId, { kind: "version", slug, number: "latest" });
        yield versionView.parse(JSON.parse(version.json));
      }
    },
    usage: (chatId) => usage.inChat(chatId),
    report: (error) => console.error(error),
  };
}

/** The list without the archived and the trashed, then those. */
async function allChats(chats: Scope["chats"]) {
  const all: Awaited<ReturnType<Scope["chats"]["list"]>> = [];
  for (const shelf of [{}, { archived: true }, { trashed: true }]) {
    let after: Parameters<Scope["chats"]["list"]>[0]["after"] = null;
    do {
      const page = { archived: false, trashed: false, ...shelf, limit: limits.pageItemsMax, after };
      const found: Awaited<ReturnType<Scope["chats"]["list"]>> = await chats.list(page);
      all.push(...found);
      const last = found.at(-1);
      after = found.length === limits.pageItemsMax && last ? { updatedAt: last.updatedAt, id: last.id } : null;
    } while (after !== null);
  }
  return all;
}
