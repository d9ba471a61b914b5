import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ViewText } from "./view-text.ts";

/** Language of the views: their words, and the BCP 47 locale that numbers and dates follow. */
export interface Wording {
  text: ViewText;
  locale: string;
}

/** Every page gives one. There is no default: it would bring English into every bundle. */
export const WordingContext = createContext<Wording | null>(null);

/** The wording of the page that a view stands on. Throws where the page gives none. */
export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (wording === null) throw new Error("There is no WordingContext around this view");
  return wording;
}
