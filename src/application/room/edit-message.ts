import type { ChatMessage, Member } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { EditMessageBody } from "../../protocol/messages.ts";
import type { NamedAct, Place } from "./client-ids.ts";
import { keepPlace, placeBefore } from "./client-ids.ts";
import { addressed } from "./design-intents.ts";
import { forgetText } from "./forget-text.ts";
import { messageToActOn, placeOf } from "./message-to-act-on.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import { besideFirst } from "./rerun.ts";
import type { LogWriter } from "./room-log.ts";

interface Edit {
  actor: RoomActor;
  messageId: string;
  body: EditMessageBody;
}

/** An edit whose right to happen is shown. */
interface Editing {
  room: PostDeps;
  message: ChatMessage;
  content: string;
  act: NamedAct;
}

/**
 * Changes the text of an own message. Without `rerun` it changes where it stands, and the old text is kept nowhere. With `rerun` the new
 * text asks again: with one person in the chat as a message of its own beside the first, on a branch that everybody then sees; with
 * several it changes where it stands and gets an answer that stands beside the first one. Answers the place of the message that now holds
 * the text.
 * Throws `not_found` and `forbidden` as for every act, `forbidden` for another one's message, `conflict` for a removed one, for one that
 * an answer under way has read, for a rerun among several people while an answer is written, and for a used client id; `rate_limited`.
 */
export function editMessage(room: PostDeps, { actor, messageId, body }: Edit): Place {
  const { deps } = room;
  const { content, rerun, clientId } = body;
  const act = { userId: actor.userId, clientId, body: ["edit", messageId, content, rerun] };
  const member = requireMember(deps.storage, actor, "edit-own");
  const before = placeBefore(deps, act);
  const first = before === null ? null : deps.storage.log.messageAt(before);
  if (first) return placeOf(first);
  room.rates.takeAct(actor);
  const message = messageToActOn(deps, messageId);
  if (message.senderId !== actor.userId) throw new OhmError("forbidden", "Only its author edits a message");
  room.rates.take(actor);
  const editing = { room, message, content, act };
  if (!rerun) return inPlace(editing);
  return deps.storage.members.all().length === 1 ? onOwnBranch(editing, member) : besideAnswer(editing);
}

function inPlace({ room, message, content, act }: Editing): Place {
  refuseWhileAnswered(room, message);
  room.log.commit((writer) => {
    changeText(room, writer, { message, content });
    keepPlace(room.deps, act, message.seq);
  });
  return placeOf(message);
}

/** The edited text as the newest message, following what the first wording follows. */
function onOwnBranch({ room, message, content, act }: Editing, member: Member): Place {
  const { deps, log, turns } = room;
  const { reason: _, editedAt: __, reactions: ___, ...rest } = message;
  const place = log.commit((writer) => {
    const { seq, sequence } = writer.next();
    const edited: ChatMessage = {
      ...rest,
      id: deps.ids.next(),
      seq,
      sequence,
      senderName: member.name,
      editOfId: message.editOfId ?? message.id,
      content,
      createdAt: deps.clock.nowMs(),
    };
    writer.append(act.userId, { kind: "message_appended", data: { message: edited } });
    keepPlace(deps, act, seq);
    if (addressed(deps, edited) !== "nobody") turns.ask(writer, edited);
    return placeOf(edited);
  });
  turns.launch();
  return place;
}

function besideAnswer({ room, message, content, act }: Editing): Place {
  const { deps, log, turns } = room;
  turns.refuseWhileRunning();
  log.commit((writer) => {
    changeText(room, writer, { message, content });
    keepPlace(deps, act, message.seq);
    const edited = { ...message, content };
    if (addressed(deps, edited) === "nobody") return;
    const { runs } = deps.storage;
    const first = runs.answering(message.id);
    // What was asked together with others before is asked alone now.
    const messageIds = [message.id];
    const rerun = first && besideFirst(deps.storage, first, { messageIds, amongSeveral: true });
    turns.begin(writer, { messageIds, askedBy: act.userId, rerun });
  });
  turns.launch();
  return placeOf(message);
}

function changeText({ deps }: PostDeps, writer: LogWriter, edit: Pick<Editing, "message" | "content">): void {
  const { message, content } = edit;
  if (content === message.content) return;
  writer.append(message.senderId ?? "system", { kind: "message_edited", data: { messageId: message.id, content } });
  forgetText(deps, writer, { message, content });
}

/** A turn that is under way has read the text as it was, and may have to read it again after a restart. */
function refuseWhileAnswered({ turns }: PostDeps, message: ChatMessage): void {
  if (turns.hasRead(message.id)) {
    throw new OhmError("conflict", "An answer is being written that has read this; stop it first");
  }
}
