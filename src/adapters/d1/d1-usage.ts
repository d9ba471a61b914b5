import { and, asc, eq, isNull } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import type { UsageView } from "../../protocol/account-export.ts";
import { usageEvents } from "./schema.ts";

/** What one person was billed for. */
export class D1Usage {
  readonly #db: DrizzleD1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#db = drizzle(db);
    this.#userId = userId;
  }

  /** The person's calls of models in one chat, or in all that are deleted (null), oldest first. */
  async inChat(chatId: string | null): Promise<UsageView[]> {
    const { messageId, purpose, provider, model, agent, inputTokens, outputTokens, costMicroUsd, createdAt } =
      usageEvents;
    return this.#db
      .select({ messageId, purpose, provider, model, agent, inputTokens, outputTokens, costMicroUsd, createdAt })
      .from(usageEvents)
      .where(
        and(
          chatId === null ? isNull(usageEvents.chatId) : eq(usageEvents.chatId, chatId),
          eq(usageEvents.userId, this.#userId),
        ),
      )
      .orderBy(asc(usageEvents.key));
  }
}
