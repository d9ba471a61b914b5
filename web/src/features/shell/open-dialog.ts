import { signal } from "@preact/signals";
import type { ListedChat } from "../../wire/read-chats.ts";

/** The dialogs that can stand over any page; at most one does. */
export type OpenDialog =
  | { kind: "palette" }
  | { kind: "keys" }
  | { kind: "people" }
  | { kind: "delete_chat"; chat: ListedChat }
  /** `invitation` is the token of the one that is being answered. */
  | { kind: "account"; mode: "sign_up" | "sign_in"; invitation?: string }
  | { kind: "sign_out" }
  | { kind: "delete_account" };

export const openDialog = signal<OpenDialog | null>(null);

/** Takes away the dialog that stands, whichever it is. */
export function closeDialog(): void {
  openDialog.value = null;
}
