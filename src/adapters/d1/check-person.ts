import { APIError } from "@better-auth/core/error";
import { personImage, personName } from "../../protocol/people.ts";

/** The library takes any name and picture; they go into cookies, sockets and other people's pages. Throws the library's own 400. */
export async function checkPerson({ name, image }: { name?: unknown; image?: unknown }): Promise<void> {
  for (const [field, schema, value] of [
    ["name", personName.optional(), name],
    ["image", personImage.nullish(), image],
  ] as const) {
    const [issue] = schema.safeParse(value).error?.issues ?? [];
    if (issue) throw new APIError("BAD_REQUEST", { code: "INVALID_USER", message: `The ${field} ${issue.message}` });
  }
}
