import type { StoredEvent } from "./room-storage.ts";

/** The event with this person's present name where it says one of theirs. */
export function namedEvent(event: StoredEvent, { userId, name }: { userId: string; name: string }): StoredEvent {
  switch (event.kind) {
    case "participant_joined":
    case "participant_changed": {
      const { member } = event.data;
      return member.userId === userId ? { ...event, data: { member: { ...member, name } } } : event;
    }
    case "message_removed":
      return event.data.by === userId && event.data.name !== undefined
        ? { ...event, data: { ...event.data, name } }
        : event;
    default:
      return event;
  }
}
