import { signal } from "@preact/signals";
import type { ListedChat } from "../../wire/read-chats.ts";

/** The dialogs that can stand over any page; at most one does. */
export type OpenDialog =
  | { kind: "palette" }
  | { kind: "keys" }
  | { kind: "delete_chat"; chat: ListedChat }
  /** `invitation` is the token of the one that is being answered. */
  | { kind: "account"; mode: "sign_up" | "sign_in"; invitation?: string }
  | { kind: "sign_out" }
  /** Of the chat that is open. */
  | { kind: "people" };

export const openDialog = signal<OpenDialog | null>(null);

/** Takes away the dialog that stands, whichever it is. */
export function closeDialog(): void {
  openDialog.value = null;
}
