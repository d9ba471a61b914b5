import type { KeptMessage, OutboxStore } from "../../web/src/features/chat/outbox.ts";

/** A browser's store of unsent messages, shared by all that hold it: tabs of one browser. */
export class MemoryOutbox implements OutboxStore {
  readonly kept = new Map<string, KeptMessage>();

  async ofChat(chatId: string): Promise<KeptMessage[]> {
    return [...this.kept.values()].filter((message) => message.chatId === chatId);
  }

  async put(message: KeptMessage): Promise<void> {
    this.kept.set(message.clientId, message);
  }

  async remove(clientId: string): Promise<void> {
    this.kept.delete(clientId);
  }
}
