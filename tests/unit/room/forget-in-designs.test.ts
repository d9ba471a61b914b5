import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { regenerate } from "../../../src/application/room/regenerate.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import { openEngineRoom } from "./engine-room.ts";
import { ask, say } from "./in-the-room.ts";
import type { TestRoom } from "./test-room.ts";
import { ada } from "./test-room.ts";

const goal = 'ESP32 weather station with an OLED for zanzibarcanary,\nbudget $45, "quoted"';

/** All that the room holds of designs, what the chat is called, and the log. */
function told({ storage: { artifacts, meta, log } }: TestRoom): string {
  const numbers = artifacts.revisions({ limit: 99 }).map(({ number }) => number);
  return JSON.stringify([
    numbers.map((number) => artifacts.revision(number)),
    artifacts.heads().map(({ slug }) => artifacts.versions(slug, { limit: 99 })),
    meta.chat(),
    log.after(0, 999),
  ]);
}

/** Removes every answer: what they quote is theirs. */
function removeAnswers(test: TestRoom): void {
  for (const { id, senderType } of test.storage.log.page({ limit: 99 })) {
    if (senderType === "ai") removeMessage(test.room, ada, id);
  }
}

describe("a design", () => {
  it("[CHAT-29] forgets the goal that was removed, and what of it was not understood, and is the same design else", async () => {
    const test = openEngineRoom();
    const { asked } = await ask(test, goal);
    await ask(test, "add a buzzer");
    const before = [1, 2].map((revision) => test.storage.artifacts.revision(revision)?.design);
    expect(told(test)).toContain("zanzibarcanary");
    expect(test.storage.meta.chat()?.missionStatement).toContain("zanzibarcanary");
    removeMessage(test.room, ada, asked.id);
    removeAnswers(test);
    expect(told(test)).not.toContain("zanzibarcanary");
    expect(told(test)).not.toContain("quoted");
    expect(test.storage.meta.chat()).toMatchObject({ missionStatement: null });
    for (const [index, old] of before.entries()) {
      const { requirements, findings, ...rest } = test.storage.artifacts.revision(index + 1)?.design ?? {};
      expect(rest).toEqual({ ...old, requirements: undefined, findings: undefined });
      expect(requirements).toMatchObject({ goal: "(removed)", functions: old?.requirements.functions });
    }
    const context = await answerRequest(test.room, ada, { kind: "version", slug: "context", number: 1 });
    expect(context.ok && JSON.parse(context.json).content).toMatch(/^\(removed\)\n/);
  });

  it("[CHAT-29] that forgot its goal is changed as before, and what did not change keeps its version", async () => {
    const test = openEngineRoom();
    const { asked } = await ask(test, goal);
    removeMessage(test.room, ada, asked.id);
    await ask(test, "add a buzzer");
    const versions = test.storage.artifacts.heads().map(({ slug, currentVersion }) => `${slug} ${currentVersion}`);
    expect(versions).toContain("bom 2");
    const { answer } = await ask(test, "add a red LED");
    const head = test.storage.artifacts.headRevision();
    regenerate(test.room, { actor: ada, messageId: answer.id, body: {} });
    await test.clock.advance(20_000);
    expect(test.storage.artifacts.headRevision()).toBe(head);
    expect(test.errors).toEqual([]);
  });

  it("[CHAT-29] tells the new words of an edited goal, and forgets what an edit message said", async () => {
    const test = openEngineRoom();
    const { asked } = await ask(test, goal);
    editMessage(test.room, { actor: ada, messageId: asked.id, body: { content: "a weather station", rerun: false } });
    const { asked: second } = await ask(test, "add a buzzer for zonkcanary");
    expect(test.storage.artifacts.revision(2)?.design.requirements).toMatchObject({
      goal: "a weather station",
      notUnderstood: ["zonkcanary"],
    });
    removeMessage(test.room, ada, second.id);
    removeAnswers(test);
    expect(told(test)).not.toContain("canary");
    expect(test.storage.meta.chat()?.missionStatement).toBe("a weather station");
  });

  it("[CHAT-29] of a goal that was told in two messages forgets one of them", async () => {
    const test = openEngineRoom();
    say(test, "hello");
    const first = say(test, "ESP32 weather station with an OLED");
    const second = say(test, "also a buzzer for zonkcanary");
    await test.clock.advance(30_000);
    const goalNow = () => test.storage.artifacts.revision(1)?.design.requirements.goal;
    expect(goalNow()).toBe("ESP32 weather station with an OLED\nalso a buzzer for zonkcanary");
    removeMessage(test.room, ada, second.id);
    expect(goalNow()).toBe("ESP32 weather station with an OLED\n(removed)");
    expect(test.storage.meta.chat()?.missionStatement).toBe("ESP32 weather station with an OLED (removed)");
    removeMessage(test.room, ada, first.id);
    removeAnswers(test);
    expect(told(test)).not.toContain("canary");
  });

  it("[CHAT-29] that acts by hand have changed since forgets what it still quotes", async () => {
    const test = openEngineRoom();
    await ask(test, "ESP32 weather station with an OLED");
    const { asked } = await ask(test, "add a buzzer for zonkcanary");
    const act = { kind: "mark", partId: "U1", owned: true } as const;
    await answerRequest(test.room, ada, { kind: "by-hand", act, expectedHead: 2 });
    expect(JSON.stringify(test.storage.artifacts.revision(3))).toContain("zonkcanary");
    removeMessage(test.room, ada, asked.id);
    removeAnswers(test);
    expect(told(test)).not.toContain("canary");
  });

  it("[CHAT-29] of an answer that was given again forgets what the first one quoted", async () => {
    const test = openEngineRoom();
    await ask(test, "ESP32 weather station with an OLED");
    const { asked, answer } = await ask(test, "add a buzzer for zonkcanary");
    regenerate(test.room, { actor: ada, messageId: answer.id, body: {} });
    await test.clock.advance(20_000);
    removeMessage(test.room, ada, asked.id);
    removeAnswers(test);
    expect(told(test)).not.toContain("canary");
  });

  it("[CHAT-29] is not made of a removed message by what its run had kept", async () => {
    const test = openEngineRoom();
    await ask(test, "ESP32 weather station with an OLED");
    const { asked, answer } = await ask(test, "add a buzzer for zonkcanary");
    const { runs } = test.storage;
    const run = runs.get(answer.runId ?? "");
    if (run === null) throw new Error("no run");
    const argumentsJson = JSON.stringify({ message: "add a buzzer for zonkcanary" });
    runs.put({ ...run, proposal: [{ agent: "bom", name: "revise_design", argumentsJson }] });
    removeMessage(test.room, ada, asked.id);
    expect(runs.get(run.id)).toMatchObject({ id: run.id, messageIds: [asked.id] });
    expect(runs.get(run.id)?.proposal).toBeUndefined();
  });

  it("[CHAT-29] that an answer is working on cannot forget until it has ended", async () => {
    const test = openEngineRoom();
    const { asked } = await ask(test, goal);
    say(test, "add a buzzer");
    const conflict = expect.objectContaining({ code: "conflict" });
    expect(() => removeMessage(test.room, ada, asked.id)).toThrow(conflict);
    expect(test.storage.log.message(asked.id)?.content).toBe(goal);
    await test.clock.advance(20_000);
    removeMessage(test.room, ada, asked.id);
    expect(test.storage.artifacts.revision(2)?.design.requirements.goal).toBe("(removed)");
  });
});
