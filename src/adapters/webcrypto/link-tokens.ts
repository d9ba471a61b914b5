const encoder = new TextEncoder();

/** A token's length: 128 bits in base64url without padding. */
const tokenForm = /^[A-Za-z0-9_-]{22}$/;
const tokenBytes = 16;

/** What links are made of: the thing that it opens, and how often its link was renewed. */
export interface LinkSubject {
  id: string;
  generation: number;
}

/**
 * Tokens of links. A token is 128 bits of HMAC-SHA-256 over the subject, with a key that HKDF (RFC 5869) derives from the server's secret:
 * it is made again each time that a link is shown, and nothing but its SHA-256 is kept. Another purpose has another key.
 */
export class LinkTokens {
  readonly #secret: string;
  readonly #purpose: string;
  #key: ReturnType<typeof derivedKey> | null = null;

  constructor(secret: string, purpose: string) {
    this.#secret = secret;
    this.#purpose = purpose;
  }

  /** The token of this subject, the same each time. */
  async token({ id, generation }: LinkSubject): Promise<string> {
    this.#key ??= derivedKey(this.#secret, this.#purpose);
    const mac = await crypto.subtle.sign("HMAC", await this.#key, encoder.encode(`${id} ${generation}`));
    return base64url(new Uint8Array(mac, 0, tokenBytes));
  }
}

/** The SHA-256 by which a token is found, null for a text that is no token. */
export async function tokenHash(token: string): Promise<string | null> {
  if (!tokenForm.test(token)) return null;
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(token))));
}

async function derivedKey(secret: string, purpose: string) {
  const master = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(`ohm ${purpose}`) };
  return crypto.subtle.deriveKey(derivation, master, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) =>
    sign === "+" ? "-" : sign === "/" ? "_" : "",
  );
}
