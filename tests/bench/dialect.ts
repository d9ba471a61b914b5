import { randomUUID } from "node:crypto";

/** A line of a log, about as long as people write in a chat. It is a note, so nobody answers it. */
export const line = "/note the display stays dark until the second reset, then it works";

/** What one message of the wire told: places of chat messages, which must follow each other, and the keys of acknowledged sends. */
export interface Heard {
  joined: boolean;
  /** Place of the first chat message told, 0 when none is. */
  first: number;
  count: number;
  acks: string[];
  /** What has to be said in return, null when nothing. */
  answer: string | null;
}

/** How a side of the comparison is spoken to over a bare WebSocket. */
export interface Dialect {
  protocols: string[];
  /** Said at the opening; the side answers it when the socket is part of the room. */
  greeting: string;
  /** Asks for every chat message from the first on. */
  fromStart: string;
  /** A send with the key that its ack will name. */
  post(): { key: string; text: string };
  read(text: string): Heard;
}

const nothing: Heard = { joined: false, first: 0, count: 0, acks: [], answer: null };

/** The product's frames. */
export const ohmDialect: Dialect = {
  protocols: ["ohm.v1"],
  greeting: JSON.stringify({ type: "hello", after: 0 }),
  // The two events before are the chat's creation and its first member.
  fromStart: JSON.stringify({ type: "hello", after: 2 }),
  post: () => {
    const key = randomUUID();
    return { key, text: JSON.stringify({ type: "post_message", clientId: key, content: line }) };
  },
  read: (text) => {
    const heard = { ...nothing, acks: [] as string[] };
    for (const frame of [JSON.parse(text)].flat()) {
      if (frame.type === "welcome") heard.joined = true;
      else if (frame.type === "ack") heard.acks.push(frame.clientId);
      else if (frame.type === "nack" || frame.type === "reset") throw new Error(text);
      else if (frame.kind === "message_appended") {
        heard.first ||= frame.data.message.sequence;
        heard.count += 1;
      }
    }
    return heard;
  },
};

/** socket.io's packets (Engine.IO 4 over WebSocket), spoken without its client library, which would only cost the same process time. */
export function sioDialect(token: string): Dialect {
  let sent = 0;
  return {
    protocols: [],
    greeting: `40${JSON.stringify({ token })}`,
    fromStart: `42${JSON.stringify(["catch_up", 0])}`,
    post: () => {
      const key = String(sent++);
      const body = { clientId: randomUUID(), content: line };
      return { key, text: `42${key}${JSON.stringify(["post_message", body])}` };
    },
    read: (text) => {
      if (text.startsWith("42")) {
        const [name, told] = JSON.parse(text.slice(2));
        const messages = name === "missed" ? told : [told];
        return { ...nothing, first: messages[0].sequence, count: messages.length };
      }
      if (text.startsWith("43")) return { ...nothing, acks: [text.slice(2, text.indexOf("["))] };
      if (text.startsWith("40")) return { ...nothing, joined: true };
      if (text === "2") return { ...nothing, answer: "3" };
      if (text.startsWith("0")) return nothing;
      throw new Error(text);
    },
  };
}
