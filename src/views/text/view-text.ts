import { headTextEn } from "./head-text.ts";
import { tabTextEn } from "./tab-text.ts";

/** Words of the views in English. Another language is another object of type `ViewText`, in files of its own. */
export const viewTextEn = { ...headTextEn, ...tabTextEn };

/** The words that views need, in one language. */
export type ViewText = typeof viewTextEn;
