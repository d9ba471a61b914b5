import type { ExportLine, UsageView } from "../protocol/account-export.ts";

type Line<K extends ExportLine["kind"]> = Extract<ExportLine, { kind: K }>;
type Chat = Line<"chat">["chat"];
type Message = Line<"message">["message"];

/** What a person has, as the places give it that hold it. */
export interface AccountHoldings {
  profile(): Promise<Line<"profile">["profile"]>;
  keys(): Promise<Line<"key">["key"][]>;
  /** All chats that the person is in, the archived and the trashed ones too. */
  chats(): Promise<Chat[]>;
  /** Messages after this sequence, ascending; `next` is the sequence to go on from, null after the last ones. */
  messages(chatId: string, after: number): Promise<{ items: Message[]; next: number | null }>;
  /** The newest version of each artifact. */
  artifacts(chatId: string): AsyncIterable<Line<"artifact">["artifact"]>;
  /** `null`: in chats that are deleted. */
  usage(chatId: string | null): Promise<UsageView[]>;
  report(error: unknown): void;
}

/**
 * Everything that is the person's, line by line: beside the list of chats no more than a page is held at once. The list is read first and
 * in one go, for a chat in which somebody writes meanwhile changes its place in it.
 */
export async function* exportAccount(holdings: AccountHoldings): AsyncGenerator<ExportLine> {
  const profile = await holdings.profile();
  yield { kind: "profile", profile };
  for (const key of await holdings.keys()) yield { kind: "key", key };
  let complete = true;
  for (const chat of await holdings.chats()) {
    yield { kind: "chat", chat };
    try {
      yield* contentOf(holdings, chat, profile.id);
    } catch (error) {
      // One chat that cannot be read keeps nobody from the others.
      holdings.report(error);
      complete = false;
      yield { kind: "incomplete", chatId: chat.id };
    }
  }
  for (const usage of await holdings.usage(null)) yield { kind: "usage", chatId: null, usage };
  yield { kind: "end", complete };
}

async function* contentOf(
  { messages, artifacts, usage }: AccountHoldings,
  { id: chatId, role }: Chat,
  userId: string,
): AsyncGenerator<ExportLine> {
  const isOwn = role === "owner";
  for (let after: number | null = 0; after !== null; ) {
    const { items, next }: Awaited<ReturnType<typeof messages>> = await messages(chatId, after);
    for (const message of items) if (isOwn || message.senderId === userId) yield { kind: "message", chatId, message };
    after = next;
  }
  if (isOwn) for await (const artifact of artifacts(chatId)) yield { kind: "artifact", chatId, artifact };
  for (const one of await usage(chatId)) yield { kind: "usage", chatId, usage: one };
}
