import { withWords } from "../../text/speak.ts";
import { lazy } from "../../ui/lazy.tsx";
import { chatToDelete } from "../chats/chat-acts.ts";
import { closeDialog, openDialog } from "./open-dialog.ts";

/** What a dialog needs wait for in silence; a dialog that cannot be had is closed, and may be opened again. */
const stands = { waiting: null, failed: () => null };

const palette = lazy(async () => (await withWords(import("../palette/palette.tsx"))).Palette, stands);
const keys = lazy(async () => (await withWords(import("../palette/keys-dialog.tsx"))).KeysDialog, stands);
const deletion = lazy(async () => (await import("../chats/delete-chat.tsx")).DeleteChat, stands);

/** Whatever stands over the page. */
export function Dialogs() {
  const dialog = openDialog.value;
  const doomed = chatToDelete.value;
  return (
    <>
      {dialog?.kind === "palette" ? <palette.Lazy onClose={closeDialog} /> : null}
      {dialog?.kind === "keys" ? <keys.Lazy onClose={closeDialog} /> : null}
      {doomed === null ? null : <deletion.Lazy chat={doomed} onClose={() => (chatToDelete.value = null)} />}
    </>
  );
}
