const ivBytes = 12;
const encoder = new TextEncoder();

/** What a text is sealed for: it opens only under the same secret, purpose and place. */
export interface Seal {
  secret: string;
  /** One word per use, so that what is sealed for one opens for no other. */
  purpose: string;
  /** Where the text is kept: copied to another place it does not open. */
  place: string;
}

/** Seals a text (AES-256-GCM under a key derived from the secret by HKDF), in base64. */
export async function seal(text: string, sealed: Seal): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await keyOf(sealed);
  const bytes = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, sealed), key, encoder.encode(text)));
  return `${base64(iv)}.${base64(bytes)}`;
}

/** The sealed text, or null when it does not open: another secret, another place, or changed. */
export async function unseal(sealedText: string, sealed: Seal): Promise<string | null> {
  try {
    const [iv = "", bytes = ""] = sealedText.split(".");
    const key = await keyOf(sealed);
    const text = await crypto.subtle.decrypt(algorithm(bytesOf(iv), sealed), key, bytesOf(bytes));
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { place }: Seal) {
  return { name: "AES-GCM", iv, additionalData: encoder.encode(place) };
}

async function keyOf({ secret, purpose }: Seal): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const derived = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(`ohm ${purpose}`) };
  return crypto.subtle.deriveKey(derived, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOf(base64Text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64Text), (character) => character.charCodeAt(0));
}
