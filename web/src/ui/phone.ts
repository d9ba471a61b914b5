import { signal } from "@preact/signals";

const narrow = matchMedia("(max-width: 720px)");

/** Whether the window has the width of a phone; the style sheets draw the line at the same place. */
export const isPhone = signal(narrow.matches);

narrow.addEventListener("change", ({ matches }) => {
  isPhone.value = matches;
});
