import { limits } from "../../../../src/domain/chat/limits.ts";

const encoder = new TextEncoder();

/** Bytes of UTF-8 by which a message is over the cap, 0 when it fits. */
export function bytesOver(content: string): number {
  // Every UTF-16 code unit is at least one byte of UTF-8 and at most three; only the doubtful ones are encoded.
  if (content.length * 3 <= limits.messageBytes) return 0;
  return Math.max(0, encoder.encode(content).length - limits.messageBytes);
}
