import { enterSends } from "../preferences/preferences.ts";

/** Whether a key in a field of messages says that it is done: Enter as its person set it, or with a held command key either way. */
export function isSendKey({ key, isComposing, ctrlKey, metaKey, shiftKey }: Pressed): boolean {
  if (key !== "Enter" || isComposing) return false;
  return ctrlKey || metaKey || (enterSends() && !shiftKey);
}

type Pressed = Pick<KeyboardEvent, "key" | "isComposing" | "ctrlKey" | "metaKey" | "shiftKey">;
