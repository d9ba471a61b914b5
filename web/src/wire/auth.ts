import { readJson } from "./read-json.ts";
import { isObject } from "./shape.ts";

/** Why the auth library refused, in its own shape: a code in capitals, null when nothing answered at all. */
export interface AuthRefusal {
  code: string | null;
  message: string;
  /** How long to wait before another try, where the server says so, s. */
  retryAfterSeconds: number | null;
}

/** POST to the auth library's own routes, which answer errors in a shape of their own. Null when it was done. */
export async function askAuth(path: string, body: Record<string, unknown>): Promise<AuthRefusal | null> {
  let response: Response;
  let answered: unknown;
  try {
    const headers = { "content-type": "application/json", accept: "application/json" };
    response = await fetch(`/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    answered = readJson(await response.text());
  } catch {
    return { code: null, message: "", retryAfterSeconds: null };
  }
  if (response.ok) return null;
  const { code, message }: Record<string, unknown> = isObject(answered) ? answered : {};
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    code: typeof code === "string" ? code : `HTTP_${response.status}`,
    message: typeof message === "string" ? message : "",
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}
