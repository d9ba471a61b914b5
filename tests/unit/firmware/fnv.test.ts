import { expect, it } from "vitest";
import { fnv1a64 } from "../../../src/domain/circuit/firmware/fnv.ts";

// Test vectors of draft-eastlake-fnv, appendix C, 64-bit FNV-1a.
it.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("[FW-25] hashes %j as FNV-1a does", (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

it("[FW-25] hashes the UTF-8 bytes of any text as a plain 64-bit computation does", () => {
  for (const text of ["Ω 4k7", "äöü", "😀 é", "\ud800", "x".repeat(300)]) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text))
      hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    expect(fnv1a64(text)).toBe(hash.toString(16).padStart(16, "0"));
  }
});
