import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "../../../src/adapters/digest/sha256.ts";

const reference = (text: string) => createHash("sha256").update(text).digest("base64url");

it("[ROOM-21] the digest of a body is SHA-256, at every length around a block's end and in any script", () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = "a".repeat(length);
    expect(sha256(text)).toBe(reference(text));
  }
  for (const text of ["µ Ω 🙂", "\ud800", "\u0000", '["/note one",null,null]', "Zeile\n".repeat(20_000)]) {
    expect(sha256(text)).toBe(reference(text));
  }
});
