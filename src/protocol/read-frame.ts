import { limits } from "../domain/chat/limits.ts";
import { clientFrameTypes } from "../domain/chat/lists.ts";
import { OhmError } from "../domain/error/ohm-error.ts";
import type { ClientFrame } from "./frames.ts";
import { clientFrame } from "./frames.ts";
import { invalidBy } from "./invalid.ts";

/** What came over a socket: a frame, or why it is none, with the client id where one can be read. */
export type ReadFrame = { ok: true; frame: ClientFrame } | { ok: false; clientId: string | null; error: OhmError };

/**
 * Reads one frame of a client. Errors by code: `too_large` over `limits.frameBytes`, `invalid` for what is no frame, `unsupported`
 * for a frame of the contract that has no rule here yet.
 */
export function readFrame(data: string | ArrayBuffer): ReadFrame {
  if (typeof data !== "string") return refused(null, new OhmError("invalid", "A frame is text"));
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (data.length > limits.frameBytes || (data.length * 3 > limits.frameBytes && bytesOf(data) > limits.frameBytes)) {
    return refused(null, new OhmError("too_large", `A frame is at most ${limits.frameBytes} bytes`));
  }
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch (error) {
    return refused(null, new OhmError("invalid", "The frame is not JSON", { cause: error }));
  }
  const clientId = textField(value, "clientId");
  const type = textField(value, "type");
  const parsed = clientFrame.safeParse(value);
  if (parsed.success) return { ok: true, frame: parsed.data };
  const known = clientFrame.options.some((option) => option.shape.type.value === type);
  if (!known && clientFrameTypes.some((name) => name === type)) {
    return refused(clientId, new OhmError("unsupported", `This room does not take ${type} yet`));
  }
  return refused(clientId, invalidBy(parsed.error, "The frame does not have the right form"));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refused(clientId: string | null, error: OhmError): ReadFrame {
  return { ok: false, clientId, error };
}

function textField(value: unknown, name: string): string | null {
  const field: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
  return typeof field === "string" ? field.slice(0, 100) : null;
}
