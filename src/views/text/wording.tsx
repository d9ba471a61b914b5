import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ViewText } from "./view-text.ts";
import { viewTextEn } from "./view-text.ts";

/** Language of the views: their words, and the BCP 47 locale that numbers and dates follow. */
export interface Wording {
  text: ViewText;
  locale: string;
}

/** English, until a page says otherwise. */
export const WordingContext = createContext<Wording>({ text: viewTextEn, locale: "en-US" });

/** The wording of the page that a view stands on. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
