import { signal } from "@preact/signals";

/** Counts who has been here: when somebody else comes or one goes, every page begins anew. */
export const identity = signal(0);
