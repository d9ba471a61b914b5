import type { Scan } from "./scan.ts";
import { isMark } from "./tokens.ts";

const leaf = /^(door|window|gate|lid|hatch|drawer|tür|türe|haustür|fenster|tor|klappe|deckel|schublade)$/;
const stands = /^(open|opened|ajar|offen|geöffnet|offensteht|aufsteht)$/;
const guards = /^(alarm|alarms|guard|monitor|wächter|melder)$/;
const guarded = /^(tür|fenster|tor|garagentor)(alarm|wächter|melder|überwachung)$/;
/** Words between the door and what it does: "wenn die Tür länger als zwei Minuten offen ist". */
const farthest = 8;

/** Whether a text tells of a door that is watched ("door alarm") or stands open, in one clause: then a contact has to feel it. Time linear in the text. */
export function tellsOfOpening({ tokens }: Pick<Scan, "tokens">): boolean {
  let since = Number.POSITIVE_INFINITY;
  for (const { text } of tokens) {
    if (leaf.test(text)) since = 0;
    else if (isMark(text)) since = Number.POSITIVE_INFINITY;
    else if (guarded.test(text) || (guards.test(text) && since === 0)) return true;
    else if (stands.test(text) && since <= farthest) return true;
    else since += 1;
  }
  return false;
}
