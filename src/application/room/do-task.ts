import { closeForGood } from "./close-for-good.ts";
import type { Projector } from "./projection.ts";
import { renamePerson } from "./rename-person.ts";
import { requireMember } from "./require-member.ts";
import { retirePerson } from "./retire-person.ts";
import type { Room } from "./room.ts";
import type { RoomTask, TaskDone } from "./room-task.ts";

/** Does one piece of a background job. Throws `OhmError`, and what the projections throw. */
export async function doTask(
  { room, projector }: { room: Room; projector: Projector },
  task: RoomTask,
): Promise<TaskDone> {
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
    case "retire":
      retirePerson(room, task);
      break;
    case "close":
      closeForGood(room, task);
      // A flush that is under way would write the chat's rows after they are deleted.
      await projector.settled();
      break;
  }
  const { seq } = storage.log.last();
  return { seq, end: seq };
}
