import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/domain/chat/who-is-asked.ts";
import { whoIsAsked } from "../../../src/domain/chat/who-is-asked.ts";

const ada = { userId: "ada", name: "Ada" };
const ben = { userId: "ben", name: "Ben Müller" };
const grace = { userId: "grace", name: "Grace Hopper" };
const other = { userId: "other", name: "Ben" };

function asked(content: string, more: Partial<Address> = {}) {
  return whoIsAsked({
    content,
    to: [],
    repliesToAnswer: false,
    people: [ada, ben, grace, other],
    modelIds: ["ohm/engine", "ohm/cost"],
    ...more,
  });
}

describe("with one person in the chat", () => {
  it.each([
    ["blink an LED", "agents"],
    ["/note buy solder", "nobody"],
    ["/note", "nobody"],
    ["/note\nmany lines", "nobody"],
    ["/notes are fine", "agents"],
    ["say /note", "agents"],
    ["@Ben come and see", "agents"],
    ["@ada remember the glue", "nobody"],
  ] as const)("[CHAT-28] %s asks %s", (content, whom) => {
    expect(asked(content, { people: [ada] })).toBe(whom);
  });
});

describe("with several", () => {
  it.each([
    ["add a buzzer", "weigh"],
    ["lunch?", "weigh"],
    ["@ohm add a buzzer", "agents"],
    ["what do you think, @Engine?", "agents"],
    ["@WIRING move it", "agents"],
    ["@ohm/cost is it cheaper", "agents"],
    ["(@ohm)", "agents"],
    ["@ohmmeter add it", "weigh"],
    ["mail ada@ohm.example about a buzzer", "weigh"],
    ["@ben add a buzzer", "nobody"],
    ["@BEN MÜLLER: add a buzzer", "nobody"],
    ["@ben müllerei", "nobody"],
    ["@bens buzzer", "weigh"],
    ["@grace add a buzzer", "nobody"],
    ["@hopper add a buzzer", "weigh"],
    ["@ben and @ohm, add a buzzer", "agents"],
    ["/note @ohm", "nobody"],
    ["@", "weigh"],
    [`${"@".repeat(3000)}ohm`, "weigh"],
  ] as const)("[CHAT-28] %s asks %s", (content, whom) => {
    expect(asked(content)).toBe(whom);
  });

  it("[CHAT-28] a name that an agent has means the agent, and the longest name wins", () => {
    const people = [ada, { userId: "x", name: "ohm" }, { userId: "y", name: "Ohm Sweet" }];
    expect(asked("@ohm hello", { people })).toBe("agents");
    expect(asked("@ohm sweet hello", { people })).toBe("nobody");
  });

  it("[CHAT-28] whom it is sent to decides as a mention does", () => {
    expect(asked("add a buzzer", { to: ["ben"] })).toBe("nobody");
    expect(asked("hm", { to: ["ben", "bom"] })).toBe("agents");
    expect(asked("hm", { to: ["ohm/cost"] })).toBe("agents");
  });

  it("[CHAT-28] a reply to an answer asks the agents, unless it is for people", () => {
    expect(asked("why?", { repliesToAnswer: true })).toBe("agents");
    expect(asked("@ada why?", { repliesToAnswer: true })).toBe("nobody");
    expect(asked("/note why?", { repliesToAnswer: true })).toBe("nobody");
  });
});
