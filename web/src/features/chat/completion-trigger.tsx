import { useEffect, useState } from "preact/hooks";
import type { ComposerField } from "./composer.tsx";
import { onDemand } from "./on-demand.tsx";

const list = onDemand(async () => (await import("./completion-list.tsx")).CompletionList);

/** The longest name that may follow an `@`, with room for a slip. */
const mostLetters = 90;

/** The word before the cursor that may be completed: a mention at the begin of a word, or a command at the begin of the text. */
export function completedPart(content: string, caret: number): { from: number; sign: "@" | "/"; typed: string } | null {
  const before = content.slice(0, caret);
  if (/^\/\w*$/.test(before)) return { from: 0, sign: "/", typed: before.slice(1) };
  const from = before.lastIndexOf("@");
  const typed = before.slice(from + 1);
  const isWord = from === 0 || /\s$/.test(before.slice(0, Math.max(0, from)));
  if (from === -1 || !isWord || typed.length > mostLetters || /\n|^\s/.test(typed)) return null;
  return { from, sign: "@", typed };
}

/** Brings the list of completions once there may be something to complete; its code is fetched for the first one. */
export function CompletionTrigger({ field }: { field: ComposerField }) {
  const part = completedPart(field.content, field.caret);
  const key = part === null ? null : `${part.sign}${part.from}`;
  const [dismissed, setDismissed] = useState<string | null>(null);
  useEffect(() => {
    if (key === null) setDismissed(null);
  }, [key]);
  if (part === null || key === dismissed) return null;
  return <list.Lazy field={field} part={part} onDismiss={() => setDismissed(key)} />;
}
