import { describe, expect, it } from "vitest";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import { openEngineRoom } from "./engine-room.ts";
import { ask, say } from "./in-the-room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

const conflict = expect.objectContaining({ code: "conflict", message: expect.stringContaining("stop it first") });

const remove = ({ room }: TestRoom, id: string) => removeMessage(room, ada, id);
const edit = ({ room }: TestRoom, messageId: string, content: string) =>
  editMessage(room, { actor: ada, messageId, body: { content, rerun: false } });

describe("what a run has read", () => {
  it.each([
    ["removed", (test: TestRoom, id: string) => remove(test, id)],
    ["edited", (test: TestRoom, id: string) => edit(test, id, "Arduino Uno with WiFi thermometer")],
  ])("[CHAT-21] cannot be %s while it runs, and after it is gone from what it made", async (_, act) => {
    const test = openEngineRoom();
    const { asked, answer } = await ask(test, "Arduino Uno with WiFi thermometer for zanzibarcanary");
    say(test, answer.suggestions?.[0] ?? "ESP32");
    expect(() => act(test, asked.id)).toThrow(conflict);
    await test.clock.advance(20_000);
    act(test, asked.id);
    const { artifacts, meta, log } = test.storage;
    expect(artifacts.headRevision()).toBe(1);
    expect(JSON.stringify([artifacts.revision(1), meta.chat(), log.after(0, 999)])).not.toContain("zanzibarcanary");
  });

  it("[CHAT-21] [TURN-11] stays as it is over a restart, so that the run says the same again", async () => {
    const clock = new VirtualClock();
    const read: string[][] = [];
    const scripted = scriptedTurn(clock);
    const noted: TurnRunner = (input, room, signal) => {
      read.push([...input.history, ...input.asked].map(({ content }) => content));
      return scripted(input, room, signal);
    };
    const test = openRoom(noted, { clock });
    test.room.init(adasChat);
    const { asked, answer } = await ask({ ...test, clock }, "one");
    say(test, "two");
    await clock.advance(50);
    clock.forgetSleepers();
    const again = openRoom(noted, { clock, storage: test.storage });
    // Nothing is at work yet, and the run is known from its row.
    for (const id of [asked.id, answer.id]) expect(() => remove(again, id)).toThrow(conflict);
    again.room.wake();
    for (const id of [asked.id, answer.id]) expect(() => remove(again, id)).toThrow(conflict);
    await clock.advance(20_000);
    expect(read.at(-1)).toEqual(read.at(-2));
    expect(read).toHaveLength(3);
    for (const id of [asked.id, answer.id]) remove(again, id);
  });

  it("[CHAT-21] is not what waits behind it: the next run reads that as it is then", async () => {
    const clock = new VirtualClock();
    const read: string[][] = [];
    const scripted = scriptedTurn(clock);
    const test = openRoom(
      (input, room, signal) => {
        read.push([...input.history, ...input.asked].map(({ content }) => content));
        return scripted(input, room, signal);
      },
      { clock },
    );
    test.room.init(adasChat);
    const before = say(test, "/note before");
    say(test, "first");
    const [gone, changed] = [say(test, "a canary"), say(test, "another canary")];
    const note = say(test, "/note a third canary");
    expect(() => edit(test, before.id, "/note after")).toThrow(conflict);
    remove(test, gone.id);
    edit(test, changed.id, "a word");
    edit(test, note.id, "/note nothing");
    await clock.advance(20_000);
    expect(read.at(-1)).toContain("a word");
    expect(JSON.stringify(read)).not.toContain("canary");
  });
});
