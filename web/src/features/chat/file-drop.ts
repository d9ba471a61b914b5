import { limits } from "../../../../src/domain/chat/limits.ts";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";

/** Files whose text a message can be: diagrams, logs, programs, notes. */
const readable = /\.(json|txt|log|csv|md|ino|h|cpp|py)$/i;

/** What came of a dropped file: its text, or why there is none, in words. */
export type DroppedText = { ok: true; content: string } | { ok: false; words: string };

/** Reads a file as a message. Nothing is sent elsewhere: what does not fit is only said. */
export async function textOf(file: Pick<File, "name" | "size" | "type" | "text">): Promise<DroppedText> {
  const said = text.acts.drop;
  if (!readable.test(file.name) && !/^text\/|json/.test(file.type))
    return { ok: false, words: said.notText(file.name) };
  if (file.size > limits.messageBytes)
    return { ok: false, words: said.tooLarge(file.name, limits.messageBytes / 1024) };
  const content = await file.text();
  if (content.includes("\0") || content.includes("\ufffd")) return { ok: false, words: said.notText(file.name) };
  return content.trim() === "" ? { ok: false, words: said.empty(file.name) } : { ok: true, content };
}

/** The field where people write, where the page has one. */
function messageField(): HTMLTextAreaElement | null {
  const field = document.getElementById("message");
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** Puts a text into the field as if it had been typed; a first message is sent at once. */
function write(field: HTMLTextAreaElement, content: string): void {
  const before = field.value;
  field.focus();
  field.value = before.trim() === "" ? content : `${before}\n${content}`;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (before.trim() !== "" || location.pathname !== "/") return;
  // The field's own code has heard of the text when it is drawn next.
  setTimeout(() => field.form?.requestSubmit(), 50);
}

/** Takes a file that is dropped anywhere on a page with a field, or pasted into it. Answers how to stop that. */
export function listenToFiles(): () => void {
  const gone = new AbortController();
  const options = { signal: gone.signal };
  const take = async (file: File, field: HTMLTextAreaElement) => {
    const read = await textOf(file);
    if (read.ok) write(field, read.content);
    else say({ words: read.words });
  };
  const fileOf = (data: DataTransfer | null) => data?.files[0];
  addEventListener(
    "dragover",
    (event) => {
      // Without this the browser would leave the page for the file.
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    },
    options,
  );
  addEventListener(
    "drop",
    (event) => {
      const file = fileOf(event.dataTransfer);
      if (file === undefined) return;
      event.preventDefault();
      const field = messageField();
      if (field !== null) void take(file, field);
    },
    options,
  );
  addEventListener(
    "paste",
    (event) => {
      const file = fileOf(event.clipboardData);
      const field = messageField();
      if (file === undefined || field === null || event.target !== field) return;
      if (event.clipboardData?.types.includes("text/plain") === true) return;
      event.preventDefault();
      void take(file, field);
    },
    options,
  );
  return () => gone.abort();
}
