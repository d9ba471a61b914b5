import * as z from "zod";
import type { KeyScope } from "../../domain/chat/lists.ts";
import { keyScopes } from "../../domain/chat/lists.ts";

const scopes = z.array(z.enum(keyScopes));

/** The scopes of a stored key: none where the column holds no list of them. */
export function readKeyScopes(column: string): KeyScope[] {
  return scopes.safeParse(JSON.parse(column)).data ?? [];
}
