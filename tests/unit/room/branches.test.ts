import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { chooseBranch } from "../../../src/application/room/choose-branch.ts";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { regenerate } from "../../../src/application/room/regenerate.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import { ask, join, kindsAfter, say, shown } from "./in-the-room.ts";
import { scriptedTurn, scriptedWords } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

interface Open extends TestRoom {
  /** What each turn was given as history. */
  histories: string[][];
}

function open(): Open {
  const clock = new VirtualClock();
  const histories: string[][] = [];
  const scripted = scriptedTurn(clock);
  const test = openRoom(
    async (input, room, signal) => {
      histories.push(input.history.map(({ content }) => content));
      // What is said at once is there before its answer begins.
      await clock.sleep(5, signal);
      return scripted(input, room, signal);
    },
    { clock },
  );
  test.room.init(adasChat);
  return { ...test, clock, histories };
}

const words = (...contents: string[]) => scriptedWords(contents);
const refused = (code: string) => expect.objectContaining({ code });

/** An edit that asks again, and its answer. */
async function rerun(test: TestRoom, messageId: string, content: string) {
  const place = editMessage(test.room, { actor: ada, messageId, body: { content, rerun: true } });
  await test.clock.advance(20_000);
  return place;
}

async function again(test: TestRoom, messageId: string) {
  const place = regenerate(test.room, { actor: ada, messageId, body: {} });
  await test.clock.advance(20_000);
  return place;
}

/** The other answers and wordings beside each shown message, as `3/4`. */
function arrows(test: TestRoom): string[] {
  const messages = test.storage.log.page({ limit: 1000 });
  return shown(test).map((content) => {
    const at = messages.findLast((message) => message.content === content);
    const beside = messages.filter(({ parentId }) => parentId === at?.parentId);
    return `${beside.findIndex(({ id }) => id === at?.id) + 1}/${beside.length}`;
  });
}

describe("a chat of one person", () => {
  it("[CHAT-19] is one line while nobody branches, also where answers cross new messages", async () => {
    const test = open();
    say(test, "one");
    say(test, "two");
    say(test, "three");
    await test.clock.advance(20_000);
    const messages = test.storage.log.page({ limit: 9 });
    expect(messages.map(({ parentId }) => parentId)).toEqual([null, ...messages.slice(0, -1).map(({ id }) => id)]);
    expect(shown(test)).toEqual(["one", "two", "three", words("one"), words("two", "three")]);
    expect(test.histories).toEqual([[], ["one", words("one")]]);
  });

  it("[CHAT-20] an edit that asks again is a message beside the first, with the history of its own branch", async () => {
    const test = open();
    await ask(test, "one");
    const { asked } = await ask(test, "two");
    await ask(test, "three");
    const place = await rerun(test, asked.id, "2nd");
    expect(place).toMatchObject({ sequence: 7, id: expect.not.stringMatching(asked.id) });
    expect(shown(test)).toEqual(["one", words("one"), "2nd", words("2nd")]);
    expect(arrows(test)).toEqual(["1/1", "1/1", "2/2", "1/1"]);
    expect(test.histories.at(-1)).toEqual(["one", words("one")]);
    expect(test.storage.log.message(asked.id)).toMatchObject({ content: "two" });
    expect(test.storage.log.message(place.id)).toMatchObject({ editOfId: asked.id });
    await ask(test, "four");
    expect(test.histories.at(-1)).toEqual(["one", words("one"), "2nd", words("2nd")]);
  });

  it("[CHAT-20] the first message has other wordings, too", async () => {
    const test = open();
    const { asked } = await ask(test, "one");
    const second = await rerun(test, asked.id, "1st");
    await rerun(test, second.id, "first");
    expect(shown(test)).toEqual(["first", words("first")]);
    expect(arrows(test)).toEqual(["3/3", "1/1"]);
    expect(test.storage.log.page({ limit: 9 }).map(({ editOfId }) => editOfId)).toEqual([
      undefined,
      undefined,
      asked.id,
      undefined,
      asked.id,
      undefined,
    ]);
  });

  it("[CHAT-20] an answer is given again where the first one stands, and sees what the first one saw", async () => {
    const test = open();
    say(test, "one");
    say(test, "two");
    await test.clock.advance(20_000);
    const answer = test.storage.log.messagesBefore(1e9, 1)[0];
    await ask(test, "three");
    const place = await again(test, answer?.id ?? "");
    const run = test.storage.runs.latest();
    expect(place).toEqual({ seq: run?.seq, id: run?.id, sequence: 2 });
    expect(shown(test)).toEqual(["one", "two", words("one"), words("two")]);
    expect(arrows(test).at(-1)).toBe("2/2");
    expect(test.histories.at(-1)).toEqual(test.histories[1]);
    expect(run).toMatchObject({ messageIds: [expect.any(String)], askedBy: "ada" });
  });

  it("[CHAT-20] given again is again and again the same question", async () => {
    const test = open();
    const { answer } = await ask(test, "one");
    await again(test, answer.id);
    const second = test.storage.log.messagesBefore(1e9, 1)[0];
    await again(test, second?.id ?? "");
    expect(arrows(test)).toEqual(["1/1", "3/3"]);
  });

  it("[CHAT-24] a branch is chosen to its newest end, told once, and kept over a restart", async () => {
    const test = open();
    const { asked, answer } = await ask(test, "one");
    await ask(test, "two");
    const edited = await rerun(test, asked.id, "1st");
    const { seq } = test.storage.log.last();
    chooseBranch(test.room, ada, answer.id);
    expect(shown(test)).toEqual(["one", words("one"), "two", words("two")]);
    chooseBranch(test.room, ada, asked.id);
    expect(kindsAfter(test, seq)).toEqual(["leaf_changed"]);
    const reopened = openRoom(scriptedTurn(test.clock), { clock: test.clock, storage: test.storage });
    expect(shown(reopened)).toEqual(shown(test));
    const snapshot = await answerRequest(reopened.room, ada, { kind: "snapshot" });
    expect(snapshot.ok && JSON.parse(snapshot.json)).toMatchObject({ leafId: reopened.room.log.leaf?.id });
    say(reopened, "/note three");
    expect(shown(reopened).at(-1)).toBe("/note three");
    expect(openRoom(scriptedTurn(test.clock), { storage: test.storage }).room.log.leaf?.id).toBe(
      reopened.room.log.leaf?.id,
    );
    chooseBranch(reopened.room, ada, edited.id);
    expect(shown(reopened)).toEqual(["1st", words("1st")]);
    expect(() => chooseBranch(reopened.room, ada, countedId())).toThrow(refused("not_found"));
  });

  it("[CHAT-20] a rerun while an answer is written waits its turn, alone on its branch", async () => {
    const test = open();
    const first = say(test, "one");
    say(test, "two");
    editMessage(test.room, { actor: ada, messageId: first.id, body: { content: "1st", rerun: true } });
    say(test, "after 1st");
    expect(test.storage.meta.queued()).toHaveLength(3);
    await test.clock.advance(30_000);
    const answers = test.storage.log.page({ limit: 20 }).filter(({ senderType }) => senderType === "ai");
    expect(answers.map(({ content }) => content)).toEqual([words("one"), words("two"), words("1st", "after 1st")]);
    expect(shown(test)).toEqual(["1st", "after 1st", words("1st", "after 1st")]);
  });

  it("[CHAT-20] giving an answer again has to wait for the one that is written, and needs an answer and its question", async () => {
    const test = open();
    const { asked, answer } = await ask(test, "one");
    expect(() => regenerate(test.room, { actor: ada, messageId: asked.id, body: {} })).toThrow(refused("invalid"));
    expect(() => regenerate(test.room, { actor: ada, messageId: answer.id, body: { modelId: "x" } })).toThrow(
      expect.objectContaining({ code: "invalid", errors: [{ path: "modelId", message: expect.any(String) }] }),
    );
    say(test, "hang");
    expect(() => regenerate(test.room, { actor: ada, messageId: answer.id, body: {} })).toThrow(refused("conflict"));
    await test.clock.advance(130_000);
    removeMessage(test.room, ada, asked.id);
    expect(() => regenerate(test.room, { actor: ada, messageId: answer.id, body: {} })).toThrow(refused("conflict"));
    removeMessage(test.room, ada, answer.id);
    expect(() => regenerate(test.room, { actor: ada, messageId: answer.id, body: {} })).toThrow(refused("conflict"));
  });

  it("[CHAT-4] a rerun under a used client id is the first one", async () => {
    const test = open();
    const { asked, answer } = await ask(test, "one");
    const clientId = countedId();
    const edit = (content: string) =>
      editMessage(test.room, { actor: ada, messageId: asked.id, body: { content, rerun: true, clientId } });
    const edited = edit("1st");
    await test.clock.advance(20_000);
    expect(edit("1st")).toEqual(edited);
    expect(() => edit("first")).toThrow(refused("conflict"));
    const other = countedId();
    const give = () => regenerate(test.room, { actor: ada, messageId: answer.id, body: { clientId: other } });
    const run = give();
    await test.clock.advance(20_000);
    expect(give()).toEqual(run);
    expect(test.storage.log.last().sequence).toBe(5);
  });

  it("[CHAT-13] a rerun that a kill took away is run again on its branch with the same history", async () => {
    const test = open();
    await ask(test, "one");
    const { answer } = await ask(test, "two please, with many words");
    await ask(test, "three");
    regenerate(test.room, { actor: ada, messageId: answer.id, body: {} });
    await test.clock.advance(60);
    test.clock.forgetSleepers();
    const histories: string[][] = [];
    const scripted = scriptedTurn(test.clock);
    const reopened = openRoom(
      (input, room, signal) => {
        histories.push(input.history.map(({ content }) => content));
        return scripted(input, room, signal);
      },
      { clock: test.clock, storage: test.storage },
    );
    reopened.room.wake();
    await test.clock.advance(20_000);
    expect(histories).toEqual([test.histories[1]]);
    const two = "two please, with many words";
    expect(shown(reopened)).toEqual(["one", words("one"), two, words(two)]);
    expect(test.storage.runs.latest()).toMatchObject({ tries: 2, status: "complete" });
  });
});

describe("a chat of several people", () => {
  it("[CHAT-26] stays one line: an edit marks the message, another answer stands beside the first", async () => {
    const test = open();
    const ben = join(test, "ben");
    const { asked, answer } = await ask(test, "@ohm one");
    await ask(test, "@ohm two", ben);
    await rerun(test, asked.id, "@ohm 1st");
    const alternative = test.storage.log.messagesBefore(1e9, 1)[0];
    expect(alternative).toMatchObject({ alternativeToId: answer.id, content: words("@ohm 1st") });
    await again(test, alternative?.id ?? "");
    const messages = test.storage.log.page({ limit: 20 });
    expect(messages.map(({ alternativeToId }) => alternativeToId)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      answer.id,
      answer.id,
    ]);
    expect(messages.map(({ parentId }) => parentId)).toEqual([null, ...messages.slice(0, -1).map(({ id }) => id)]);
    expect(messages[0]).toMatchObject({ content: "@ohm 1st", editedAt: expect.any(Number) });
    expect(test.histories.at(-1)).toEqual([]);
    expect(() => chooseBranch(test.room, ada, asked.id)).toThrow(refused("conflict"));
  });

  it("[CHAT-26] a rerun has to wait for the answer that is written; a note asks nobody", async () => {
    const test = open();
    join(test, "ben");
    const { asked } = await ask(test, "@ohm one");
    const note = say(test, "/note");
    say(test, "@ohm hang");
    const edit = (messageId: string, content: string) =>
      editMessage(test.room, { actor: ada, messageId, body: { content, rerun: true } });
    expect(() => edit(asked.id, "@ohm 1st")).toThrow(refused("conflict"));
    await test.clock.advance(130_000);
    const { seq } = test.storage.log.last();
    edit(note.id, "/note more");
    expect(kindsAfter(test, seq)).toEqual(["message_edited"]);
    edit(note.id, "add a lamp");
    await test.clock.advance(20_000);
    expect(test.storage.log.messagesBefore(1e9, 1)[0]).toMatchObject({ content: words("add a lamp") });
    expect(test.storage.log.messagesBefore(1e9, 1)[0]).not.toHaveProperty("alternativeToId");
  });
});
