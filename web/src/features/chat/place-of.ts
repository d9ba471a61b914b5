import type { OpenMenu } from "./reader.ts";

/** Where an element is in the window. */
export function placeOf(element: Element): OpenMenu["at"] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}
