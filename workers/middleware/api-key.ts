import type { Found } from "../../src/adapters/d1/d1-credentials.ts";
import { keyForm } from "../../src/domain/chat/api-key.ts";
import { clock, digest } from "../deps.ts";
import type { Env } from "../env.ts";
import { onDemand } from "../on-demand.ts";

const credentialsModule = onDemand(() => import("../../src/adapters/d1/d1-credentials.ts"));

/** What stands behind `Authorization: Bearer`, null without such a header. Other schemes are not ours and are let be. */
export function bearerToken(request: Request): string | null {
  const [, token] = /^Bearer(?:\s+(.*))?$/is.exec(request.headers.get("authorization")?.trim() ?? "") ?? [
    undefined,
    null,
  ];
  return token === null ? null : (token ?? "").trim();
}

/** Whom an API key stands for. What does not look like a key of ours is nobody's, and D1 is not asked. */
export async function keyHolder(env: Env, key: string): Promise<Found> {
  if (!keyForm.test(key)) return { kind: "nobody" };
  const { D1Credentials } = await credentialsModule();
  return new D1Credentials(env.DB).ofKey(digest(key), clock.nowMs());
}
