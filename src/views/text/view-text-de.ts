import { headTextDe } from "./head-text-de.ts";
import { tabTextDe } from "./tab-text-de.ts";
import type { ViewText } from "./view-text.ts";

/** Words of the views in German. */
export const viewTextDe: ViewText = { ...headTextDe, ...tabTextDe };
