import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import type { ListedChat } from "../../wire/read-chats.ts";
import { destroy } from "./chat-acts.ts";

/** The last question before a chat is gone for good. */
export function DeleteChat({ chat, onClose }: { chat: ListedChat; onClose: () => void }) {
  const title = chat.head.title ?? text.chats.untitled;
  return (
    <Modal title={text.chats.sureToDelete(title)} onClose={onClose}>
      <p>{text.chats.deletes}</p>
      <p class="modal-acts">
        <button type="button" class="button" onClick={onClose}>
          {text.chats.cancel}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            void destroy(chat);
            onClose();
          }}
        >
          {text.chats.deleteForGood}
        </button>
      </p>
    </Modal>
  );
}
