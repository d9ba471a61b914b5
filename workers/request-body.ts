import { limits } from "../src/domain/chat/limits.ts";
import { OhmError } from "../src/domain/error/ohm-error.ts";

/**
 * A request's body of at most `limits.bodyBytes`, whatever its headers say of its length. What is over is read to its end and thrown
 * away, up to `limits.discardedBytes`: a caller who is still sending hears no answer. Throws `too_large`.
 */
export async function readCapped(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const length = await pour(request, (chunk) => chunks.push(chunk));
  if (length > limits.bodyBytes) throw new OhmError("too_large", `A body is at most ${limits.bodyBytes} bytes`);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Reads and throws away a body that nobody has read, for an answer that did not need it. */
export async function discardBody(request: Request): Promise<void> {
  if (request.body === null || request.bodyUsed) return;
  // A caller who hangs up while sending has no use for an answer.
  await pour(request, () => undefined).catch(() => undefined);
}

/** Reads a body and keeps its first `limits.bodyBytes`; answers the bytes that it read. */
async function pour(request: Request, keep: (chunk: Uint8Array) => void): Promise<number> {
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limits.discardedBytes) break;
    if (length <= limits.bodyBytes) keep(chunk);
  }
  return length;
}
