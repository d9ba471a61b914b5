import type { FigureText } from "./format-figure.ts";

/** A figure with its unit, which is set lighter and never wraps away from it. */
export function Figure({ of }: { of: FigureText }) {
  return (
    <span class="figure">
      {of.figure}
      {of.unit === "" ? null : <span class="unit"> {of.unit}</span>}
    </span>
  );
}
