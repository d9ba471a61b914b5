import type { WireColour } from "../../domain/circuit/lists.ts";
import { useWording } from "../text/wording.tsx";

/** A piece of insulation in its colour, with the colour's name beside it. */
export function WireChip({ colour }: { colour: WireColour }) {
  const { text } = useWording();
  return (
    <span class="wire-chip">
      <svg width="16" height="8" aria-hidden="true">
        <rect class={`wire-${colour}`} x="0.5" y="0.5" width="15" height="7" rx="3.5" />
      </svg>
      {text.wire[colour]}
    </span>
  );
}
