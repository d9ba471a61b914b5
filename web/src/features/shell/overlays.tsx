import { NoticePlace } from "../../ui/notice.tsx";
import { Dialogs } from "./dialogs.tsx";

/** What stands over every page: what has just happened, and the dialog that is open. */
export function Overlays() {
  return (
    <>
      <NoticePlace />
      <Dialogs />
    </>
  );
}
