import { describe, expect, it } from "vitest";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { regenerate } from "../../../src/application/room/regenerate.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { openEngineRoom } from "./engine-room.ts";
import { ask, join } from "./in-the-room.ts";
import type { TestRoom } from "./test-room.ts";
import { ada } from "./test-room.ts";

const goal = "ESP32 weather station with an OLED, budget $45";

const head = ({ storage }: TestRoom) => storage.artifacts.headRevision();
const newest = ({ storage }: TestRoom) => storage.log.messagesBefore(1e9, 1)[0];

function design({ storage }: TestRoom, revision: number): Design {
  const found = storage.artifacts.revision(revision)?.design;
  if (!found) throw new Error(`There is no revision ${revision}`);
  return found;
}

const parts = (test: TestRoom, revision = head(test)) =>
  design(test, revision).parts.map(({ id, catalogId }) => `${id} ${catalogId}`);

async function again(test: TestRoom, messageId: string) {
  regenerate(test.room, { actor: ada, messageId, body: {} });
  await test.clock.advance(20_000);
  return newest(test);
}

async function rerun(test: TestRoom, messageId: string, content: string) {
  const place = editMessage(test.room, { actor: ada, messageId, body: { content, rerun: true } });
  await test.clock.advance(20_000);
  return place;
}

/** The newest answer, without what makes it another message. */
function said({ storage }: TestRoom) {
  const [answer] = storage.log.messagesBefore(1e9, 1);
  const { content, artifacts, revision, suggestions, status, agent, intent } = answer ?? {};
  return { content, artifacts, revision, suggestions, status, agent, intent };
}

describe("a design that is answered again", () => {
  it("[CHAT-27] says the same and writes nothing, first goal and later change alike", async () => {
    const test = openEngineRoom();
    for (const text of [goal, "add a buzzer", "use a DHT22 instead", "why the DHT22?"]) {
      const { answer } = await ask(test, text);
      const [first, revision] = [said(test), head(test)];
      for (let round = 0; round < 2; round += 1) {
        await again(test, round === 0 ? answer.id : (newest(test)?.id ?? ""));
        expect(said(test), text).toEqual(first);
        expect(head(test), text).toBe(revision);
      }
    }
    expect(test.errors).toEqual([]);
  });

  it("[CHAT-27] says the same among several people, beside the first", async () => {
    const test = openEngineRoom();
    const { answer } = await ask(test, goal);
    join(test, "ben");
    const first = said(test);
    await again(test, answer.id);
    expect(said(test)).toEqual(first);
    expect(newest(test)?.alternativeToId).toBe(answer.id);
    expect(head(test)).toBe(1);
  });

  it("[CHAT-27] in another wording takes the place of what it did, as a new revision with new part ids", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    const { asked } = await ask(test, "add a buzzer");
    const buzzer = parts(test).find((part) => part.endsWith("buzzer") || part.includes("buzzer"));
    expect(buzzer).toBeDefined();
    const other = await rerun(test, asked.id, "add a red LED");
    expect(head(test)).toBe(3);
    expect(test.storage.artifacts.revision(3)?.revision.parent).toBe(2);
    expect(parts(test).filter((part) => part.includes("buzzer"))).toEqual([]);
    expect(parts(test).filter((part) => part.includes("led"))).toHaveLength(1);
    for (const part of parts(test, 1)) expect(parts(test)).toContain(part);
    await rerun(test, other.id, "add a buzzer and a button");
    const ids = (revision: number) => design(test, revision).parts.map(({ id }) => id);
    expect(parts(test).filter((part) => part.includes("led"))).toEqual([]);
    const given = new Map(
      [1, 2, 3].flatMap((revision) => design(test, revision).parts.map(({ id, catalogId }) => [id, catalogId])),
    );
    // An id that was another thing's is never given again.
    for (const { id, catalogId } of design(test, head(test)).parts) expect(given.get(id) ?? catalogId).toBe(catalogId);
    expect(ids(head(test))).toHaveLength(new Set(ids(head(test))).size);
  });

  it("[CHAT-27] of the first goal in another wording is another design in its place", async () => {
    const test = openEngineRoom();
    const { asked } = await ask(test, goal);
    await rerun(test, asked.id, "water my plants with a pump when the soil is dry");
    expect(newest(test)).toMatchObject({ status: "complete", revision: 2 });
    expect(parts(test).some((part) => part.includes("pump"))).toBe(true);
    expect(parts(test).some((part) => part.includes("bme280"))).toBe(false);
    const before = new Map(design(test, 1).parts.map(({ id, catalogId }) => [id, catalogId]));
    const board = design(test, 2).board.id;
    for (const { id, catalogId } of design(test, 2).parts) {
      if (catalogId !== board) expect(before.get(id) ?? catalogId).toBe(catalogId);
    }
    const { asked: next } = await ask(test, "add a buzzer");
    expect(head(test)).toBe(3);
    await rerun(test, next.id, "is that enough water?");
    expect(head(test)).toBe(3);
  });

  it("[CHAT-27] once something else has changed the design, it is a wish like any new one", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    const { answer } = await ask(test, "add a buzzer");
    await ask(test, "add a red LED");
    const design3 = parts(test);
    await again(test, answer.id);
    expect(design3.every((part) => parts(test).includes(part))).toBe(true);
    expect(newest(test)?.status).toBe("complete");
  });
});
