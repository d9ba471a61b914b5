import type { ComponentChildren } from "preact";
import { useWording } from "../text/wording.tsx";

/** A titled sheet of a comparison. */
export function Section({ title, note, children }: { title: string; note: string; children: ComponentChildren }) {
  return (
    <section class="sheet compare-section">
      <h3>
        {title} <small>{note}</small>
      </h3>
      {children}
    </section>
  );
}

/** A line that came or went: its sign, and the same in words for readers. */
export function Sign({ op }: { op: "came" | "went" }) {
  const { text } = useWording();
  return (
    <td class="sign">
      <span aria-hidden="true">{op === "came" ? "+" : "−"}</span>
      <span class="unseen">{text.history[op]}</span>
    </td>
  );
}
