import { withWords } from "../../text/speak.ts";
import { lazy } from "../../ui/lazy.tsx";
import { closeDialog, openDialog } from "./open-dialog.ts";

/** What a dialog needs is waited for in silence; one that cannot be had is not there, and may be opened again. */
const stands = { waiting: null, failed: () => null };

const palette = lazy(async () => (await withWords("house", import("../palette/palette.tsx"))).Palette, stands);
const keys = lazy(async () => (await withWords("house", import("../palette/keys-dialog.tsx"))).KeysDialog, stands);
const people = lazy(
  async () => (await withWords("people", import("../people/people-dialog.tsx"))).PeopleDialog,
  stands,
);
const account = lazy(
  async () => (await withWords("house", import("../account/account-dialog.tsx"))).AccountDialog,
  stands,
);
const signingOut = lazy(
  async () => (await withWords("house", import("../account/sign-out-dialog.tsx"))).SignOutDialog,
  stands,
);
const deletingAccount = lazy(
  async () => (await withWords("house", import("../account/delete-account-dialog.tsx"))).DeleteAccountDialog,
  stands,
);
const deletion = lazy(async () => (await import("../chats/delete-chat.tsx")).DeleteChat, stands);

/** Whatever stands over the page. */
export function Dialogs() {
  const dialog = openDialog.value;
  switch (dialog?.kind) {
    case "palette":
      return <palette.Lazy onClose={closeDialog} />;
    case "keys":
      return <keys.Lazy onClose={closeDialog} />;
    case "people":
      return <people.Lazy onClose={closeDialog} />;
    case "delete_chat":
      return <deletion.Lazy chat={dialog.chat} onClose={closeDialog} />;
    case "account":
      return <account.Lazy mode={dialog.mode} invitation={dialog.invitation} onClose={closeDialog} />;
    case "sign_out":
      return <signingOut.Lazy onClose={closeDialog} />;
    case "delete_account":
      return <deletingAccount.Lazy onClose={closeDialog} />;
    default:
      return null;
  }
}
