import * as z from "zod";
import type { ListPlace } from "../../src/adapters/d1/d1-chat-directory.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";

/** The place of a list that goes by time and id, from the cursor `time.id` of its last page. Throws `invalid` for any other text. */
export function placeOf(cursor: string | undefined): ListPlace | null {
  if (cursor === undefined) return null;
  const [time = "", id = ""] = cursor.split(".");
  if (!/^\d{1,15}$/.test(time) || !z.uuid().safeParse(id).success) {
    throw new OhmError("invalid", "The cursor is not one of this list", {
      errors: [{ path: "cursor", message: "was not given by this list" }],
    });
  }
  return { updatedAt: Number(time), id };
}
