import type { ChatMessage } from "../../domain/chat/message.ts";
import type { RoomStorage } from "./room-storage.ts";

/** What an answer cost, and whom: the person whose message it answers. */
export interface UsageEvent {
  messageId: string;
  userId: string;
  purpose: "answer";
  provider: string;
  model: string | null;
  agent: string | null;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  createdAt: number;
}

/** The usage that a finished answer stands for; null for every other message. What was spent stays when a text is removed. */
export function usageOf({ runs, meta }: Pick<RoomStorage, "runs" | "meta">, message: ChatMessage): UsageEvent | null {
  const { senderType, status, inputTokens, outputTokens, costMicroUsd, modelId } = message;
  if (senderType !== "ai" || status === "running" || inputTokens === null) return null;
  const run = runs.begunBefore(message.seq);
  return {
    messageId: message.id,
    userId: run?.askedBy ?? meta.chat()?.ownerId ?? "",
    purpose: "answer",
    provider: modelId?.split("/")[0] ?? "",
    model: modelId,
    agent: message.agent,
    inputTokens,
    outputTokens: outputTokens ?? 0,
    costMicroUsd: costMicroUsd ?? 0,
    createdAt: message.createdAt,
  };
}
