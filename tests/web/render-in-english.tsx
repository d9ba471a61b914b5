import type { ComponentChild } from "preact";
import { render } from "preact-render-to-string";
import { viewTextEn } from "../../src/views/text/view-text.ts";
import { WordingContext } from "../../src/views/text/wording.tsx";

/** Markup of a view on an English page. */
export function renderInEnglish(view: ComponentChild): string {
  return render(
    <WordingContext.Provider value={{ text: viewTextEn, locale: "en-US" }}>{view}</WordingContext.Provider>,
  );
}
