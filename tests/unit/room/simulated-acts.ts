import type { RoomRequest } from "../../../src/application/room/room-request.ts";
import type { Seeded } from "./seeded.ts";
import type { ActFrame, SimulatedClient } from "./simulated-client.ts";

let texts = 0;

/** Something to say that nobody has said before: `#n.` is in no other text. */
function freshText(random: Seeded): string {
  texts += 1;
  const words = ["/note", "please", "@ohm design", "design", "throw", "why 🙂", "@ohm hang"];
  // A turn that hangs takes the whole schedule.
  const word = words[random.below(random.chance(0.05) ? 7 : 6)] ?? "please";
  return `${word} #${texts}.`;
}

const emoji = ["👍", "🎉", "👀"];

/** What a person may want next, about the messages that their client holds. */
export function nextAct(client: SimulatedClient, random: Seeded, clientId: string): ActFrame {
  const known = [...client.senders].slice(random.chance(0.7) ? -6 : 0);
  const [messageId] = random.pick(known) ?? [];
  const [ownId] = random.pick(known.filter(([, senderId]) => senderId === client.actor.userId)) ?? [];
  const [answerId] = random.pick(known.filter(([, senderId]) => senderId === null)) ?? [];
  const dice = random.below(100);
  if (messageId === undefined || dice < 30) return post(client, random, clientId);
  if (dice < 48 && ownId !== undefined) {
    return { type: "edit_message", messageId: ownId, content: freshText(random), rerun: random.chance(0.5), clientId };
  }
  if (dice < 58) return { type: "remove_message", messageId, clientId };
  if (dice < 68) return { type: "choose_branch", messageId, clientId };
  if (dice < 86 && answerId !== undefined) return { type: "regenerate", messageId: answerId, clientId };
  return { type: "react", messageId, emoji: random.pick(emoji) ?? "👍", on: random.chance(0.7), clientId };
}

/** A choice among all branches, or a removal. */
export function lastAct(client: SimulatedClient, random: Seeded, clientId: string): ActFrame {
  const [messageId] = random.pick([...client.senders]) ?? [];
  if (messageId === undefined) return post(client, random, clientId);
  return { type: random.chance(0.8) ? "choose_branch" : "remove_message", messageId, clientId };
}

function post(client: SimulatedClient, random: Seeded, clientId: string): ActFrame {
  const replyToId = random.chance(0.2) ? random.pick([...client.texts.keys()]) : undefined;
  return {
    type: "post_message",
    content: freshText(random),
    clientId,
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

/** The same act over HTTP. */
export function asRequest(frame: ActFrame): RoomRequest {
  switch (frame.type) {
    case "post_message": {
      const { type: _, ...body } = frame;
      return { kind: "post", body, waitMs: 0 };
    }
    case "edit_message": {
      const { type: _, messageId, ...body } = frame;
      return { kind: "edit", messageId, body };
    }
    case "remove_message":
      return { kind: "remove", messageId: frame.messageId };
    case "regenerate": {
      const { type: _, messageId, ...body } = frame;
      return { kind: "regenerate", messageId, body };
    }
    case "choose_branch":
      return { kind: "choose-branch", messageId: frame.messageId };
    case "react": {
      const { emoji: put, on } = frame;
      return { kind: "react", messageId: frame.messageId, body: { emoji: put, on } };
    }
  }
}
