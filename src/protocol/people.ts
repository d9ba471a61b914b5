import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { personText } from "./text.ts";

/** A person's name: one line of text, at most `limits.nameCharacters`. Others see it at every message. */
export const personName = personText(4 * limits.nameCharacters)
  .refine((text) => !/[\t\r\n\u2028\u2029]/.test(text), "is more than one line")
  .refine((text) => [...text].length <= limits.nameCharacters, `is over ${limits.nameCharacters} characters`);

/** Address of a person's picture. */
export const personImage = z.url({ protocol: /^https$/ }).max(limits.imageAddressCharacters);
