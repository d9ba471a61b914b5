import * as z from "zod";

const encoder = new TextEncoder();

/** Control characters of ASCII but tab and line breaks. */
const control = /[\p{Cc}--[\t\n\r\u0080-\u009f]]/v;

/** Text that people write: well-formed UTF-16 without control characters but tab and line breaks, at most `maxBytes` of UTF-8. */
export function personText(maxBytes: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => text.isWellFormed(), "holds half a surrogate pair")
    .refine((text) => !control.test(text), "holds control characters")
    .refine((text) => text.trim().length > 0, "is empty")
    .refine((text) => encoder.encode(text).length <= maxBytes, {
      error: `is over ${maxBytes} bytes`,
      params: { code: "too_large" },
    })
    .describe(`at most ${maxBytes} bytes of UTF-8, no control characters`);
}

/** Any UUID: what clients make for `clientId`. */
export const anyUuid = z.uuid();

/** An id of ours that a client names: ids are stored in small letters. */
export const ownUuid = z.uuid().toLowerCase();
