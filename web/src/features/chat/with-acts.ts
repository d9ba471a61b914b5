import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import type { OpenChat } from "./chat-context.ts";

type Acts = typeof import("./acts.ts");

/** Does something to a message with code that comes with the first act; where it cannot come, says so beside the message. */
export function withActs({ reader }: OpenChat, messageId: string, use: (acts: Acts) => unknown): void {
  withWords("acts", import("./acts.ts")).then(use, () => {
    reader.notice.value = { messageId, words: text.talk.needsLine };
  });
}
