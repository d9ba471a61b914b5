import { useEffect } from "preact/hooks";
import { NoticePlace } from "../../ui/notice.tsx";
import { Dialogs } from "./dialogs.tsx";
import { listenToKeys } from "./global-keys.ts";

/** What stands over every page: its dialogs, what has just happened, and the keys that open them. */
export function Overlays() {
  useEffect(listenToKeys, []);
  return (
    <>
      <NoticePlace />
      <Dialogs />
    </>
  );
}
