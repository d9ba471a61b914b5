declare module "node:fs" {
  export function writeFileSync(path: string, data: Uint8Array): void;
}
