import type { Design } from "../design.ts";
import type { Edit } from "../requirements.ts";
import type { EditAction } from "./edit-words.ts";
import type { Mention, Scan } from "./scan.ts";
import { readSwitched } from "./switched-load.ts";
import { functionsOf } from "./wanted.ts";

/** A mention with what its verb does with it. */
export interface Act {
  action: EditAction;
  mention: Mention;
}

/** A message about a design, read into acts. */
export interface Message {
  found: Scan;
  acts: readonly Act[];
  design: Design;
}

const leaves = ({ action }: Act): boolean => action === "remove" || action === "from";

/**
 * What a message says of the load of a relay that is there or that `pieces` brings. One more load says nothing of the first, so that
 * a low one does not clear what is open.
 */
export function mainsEdits({ found, acts, design }: Message, pieces: readonly Edit[]): Edit[] {
  const wanted = acts.filter((act) => !leaves(act)).map(({ mention }) => mention);
  const switched = readSwitched(found, wanted);
  if (switched.load === "mains") return [{ kind: "set-mains", switched }];
  const brings = pieces.some((one) => one.kind === "add" && one.functions.some(({ id }) => id === "act-switch-load"));
  const isThere = design.requirements.functions.some((one) => one.id === "act-switch-load");
  const speaks = wanted.some((mention) => functionsOf(mention, "en").some((one) => one.id === "act-switch-load"));
  if (!speaks || (!brings && !isThere)) return [];
  const addsMore = isThere && acts.some(({ action }) => action === "add");
  if (switched.load === "low" && !addsMore) return [{ kind: "set-mains", switched }];
  if (isThere && !addsMore) return [];
  return [{ kind: "set-mains", switched: { load: "unknown", volts: null } }];
}
