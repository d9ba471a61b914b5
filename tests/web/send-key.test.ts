import { afterEach, expect, test } from "vitest";
import { isSendKey } from "../../web/src/features/chat/send-key.ts";
import { preferences } from "../../web/src/features/preferences/preferences.ts";

const none = { isComposing: false, ctrlKey: false, metaKey: false, shiftKey: false };
const enter = (held: Partial<typeof none> = {}) => isSendKey({ key: "Enter", ...none, ...held });

afterEach(() => {
  preferences.value = {};
});

test("[WEB-60] Enter sends where its person said so, Shift Enter breaks the line, and no Enter that chooses a letter sends", () => {
  preferences.value = { enterSends: true };
  expect([enter(), enter({ shiftKey: true }), enter({ isComposing: true })]).toEqual([true, false, false]);
  expect(isSendKey({ key: "a", ...none, ctrlKey: true })).toBe(false);
});

test("[WEB-60] where Enter breaks the line a held command key sends", () => {
  preferences.value = { enterSends: false };
  expect([enter(), enter({ ctrlKey: true }), enter({ metaKey: true })]).toEqual([false, true, true]);
});
