import type { AppText } from "./en.ts";
import { en } from "./en.ts";

/** The words of this page. */
export const text: AppText = en;
