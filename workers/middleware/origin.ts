import { OhmError } from "../../src/domain/error/ohm-error.ts";

/** What the rule looks at. `publicUrl` is a second name of the site. */
export interface OriginQuestion {
  request: Request;
  hasCookie: boolean;
  publicUrl: string | undefined;
}

/**
 * A wrong `Origin` is always refused; a missing one too where a session cookie acts: on every write and every upgrade. (Browsers leave
 * it away on their own plain reads.) Throws `forbidden`.
 */
export function checkOrigin({ request, hasCookie, publicUrl }: OriginQuestion): void {
  const origin = request.headers.get("origin");
  const acts = !["GET", "HEAD", "OPTIONS"].includes(request.method) || request.headers.get("upgrade") !== null;
  if (origin === null) {
    if (hasCookie && acts) throw new OhmError("forbidden", "The request needs an Origin header of this site");
    return;
  }
  const own = new URL(request.url).origin;
  const named = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).origin : null;
  if (origin !== own && origin !== named) throw new OhmError("forbidden", "The request comes from another site");
}
