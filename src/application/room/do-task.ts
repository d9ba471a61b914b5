import { closeForGood, endTurns, isClosed, requireDue } from "./close-for-good.ts";
import { describeChat } from "./describe-chat.ts";
import type { Projector } from "./projection.ts";
import { renamePerson } from "./rename-person.ts";
import { requireMember } from "./require-member.ts";
import { retirePerson } from "./retire-person.ts";
import type { Room } from "./room.ts";
import type { RoomTask, TaskDone } from "./room-task.ts";

interface Tended {
  room: Room;
  projector: Projector;
}

const nothingLeft: TaskDone = { seq: 0, end: 0 };

/** Does one piece of a background job. Throws `OhmError`, and what the projections throw. */
export async function doTask({ room, projector }: Tended, task: RoomTask): Promise<TaskDone> {
  const { storage } = room.deps;
  switch (task.kind) {
    case "reproject":
      if (task.by !== null) requireMember(storage, { userId: task.by }, "settings");
      return projector.again(task.after);
    case "trim":
      await projector.trim();
      break;
    case "rename":
      renamePerson(room, task);
      break;
    case "unlink-project":
      unlinkProject(room, task.projectId);
      break;
    case "retire":
      await retire({ room, projector }, task);
      break;
    case "close":
      await close({ room, projector }, task.by);
      break;
  }
  const { seq } = storage.log.last();
  return isClosed(room) ? nothingLeft : { seq, end: seq };
}

/** Also in the trash, where people change nothing: what it names is gone. */
function unlinkProject({ deps, log }: Room, projectId: string): void {
  if (deps.storage.meta.chat()?.projectId !== projectId) return;
  log.commit((writer) => describeChat(deps, writer, { by: "system", changes: { projectId: null } }));
}

/** Takes the person out, or closes the chat where nobody else could own it. */
async function retire({ room, projector }: Tended, task: Extract<RoomTask, { kind: "retire" }>): Promise<void> {
  if (retirePerson(room, task)) return;
  endTurns(room);
  // What was spent stays known; and somebody may come meanwhile.
  await projector.flush();
  if (retirePerson(room, task)) return;
  closeForGood(room);
  await projector.settled();
}

async function close({ room, projector }: Tended, by: string): Promise<void> {
  if (isClosed(room)) return;
  requireDue(room, by);
  await projector.flush();
  // Its owner may have brought it back meanwhile.
  if (!isClosed(room)) requireDue(room, by);
  closeForGood(room);
  // A flush that is under way would write the chat's rows after they are deleted.
  await projector.settled();
}
