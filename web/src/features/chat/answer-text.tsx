import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Markdown } from "../../../../src/views/markdown/markdown.tsx";
import { noBlocks, readBlocks } from "../../../../src/views/markdown/markdown-blocks.ts";
import { useChat } from "./chat-context.ts";

/** An answer's markdown. While it grows only this component is drawn again, and of it only the last block. */
export function AnswerText({ message }: { message: ChatMessage }) {
  const { session } = useChat();
  // An answer that has ended listens to nothing any more.
  const grown = useComputed(() => (message.status === "running" ? session.state.value.growing[message.id] : undefined));
  const blocks = useRef(noBlocks);
  const content = grown.value ?? message.content;
  if (blocks.current.text !== content) blocks.current = readBlocks(blocks.current, content);
  return <Markdown blocks={blocks.current} />;
}
