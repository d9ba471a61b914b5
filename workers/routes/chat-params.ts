import * as z from "zod";
import { ownUuid } from "../../src/protocol/text.ts";

/** The `:id` of a chat's address. */
export const chatParams = z.strictObject({ id: ownUuid });
