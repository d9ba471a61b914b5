/** The one thing of Node's that the room takes from nodejs_compat: a digest that is there at once (WebCrypto answers later). */
declare module "node:crypto" {
  interface Hash {
    update(data: string): Hash;
    digest(encoding: "base64url"): string;
  }
  export function createHash(algorithm: "sha256"): Hash;
}
