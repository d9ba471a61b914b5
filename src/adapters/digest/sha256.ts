const encoder = new TextEncoder();

/** The first 32 bits of the fraction of a root, as FIPS 180-4 takes its constants from the roots of the first primes. */
function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

const roundConstants = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const initialState = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));
const blockBytes = 64;
const lengthBytes = 8;

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8, in base64url without padding. At once, where WebCrypto answers later: a room's check and its
 * write are one synchronous piece. `node:crypto` would do as well, but loads Node's streams with it at every start.
 */
export function sha256(text: string): string {
  const message = encoder.encode(text);
  const padded = new Uint8Array(Math.ceil((message.length + 1 + lengthBytes) / blockBytes) * blockBytes);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - lengthBytes, BigInt(message.length) * 8n);
  const state = initialState.slice();
  const words = new Int32Array(64);
  for (let at = 0; at < padded.length; at += blockBytes) {
    for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(at + 4 * n);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [n, word] of state.entries()) digest.setInt32(4 * n, word);
  const bytes = String.fromCharCode(...new Uint8Array(digest.buffer));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** One block; the first 16 of `words` are its own, the rest is their schedule. Names as in FIPS 180-4, section 6.2. */
function compress(state: Int32Array, words: Int32Array): void {
  for (let n = 16; n < 64; n += 1) {
    const early = words[n - 15] ?? 0;
    const late = words[n - 2] ?? 0;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[n] = sigma1 + (words[n - 7] ?? 0) + sigma0 + (words[n - 16] ?? 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let n = 0; n < 64; n += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (roundConstants[n] ?? 0) + (words[n] ?? 0)) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let n = 0; n < 8; n += 1) state[n] = (state[n] ?? 0) + (mixed[n] ?? 0);
}
