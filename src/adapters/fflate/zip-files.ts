import { strToU8, zipSync } from "fflate";
import type { TextFile } from "../../application/export-design.ts";

/** When every file of an archive was last changed: the first day that the format knows, so that the same files are the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Text files as one ZIP archive, UTF-8, in base64. */
export function zipFiles(files: readonly TextFile[]): string {
  const entries = files.map(({ filename, content }) => [filename, strToU8(content)] as const);
  const bytes = zipSync(Object.fromEntries(entries), { mtime, level: 6 });
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
