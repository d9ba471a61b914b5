import { expect, it } from "vitest";
import { openEngineRoom } from "./engine-room.ts";
import type { TestRoom } from "./test-room.ts";
import { countedId } from "./test-room.ts";

/** Asks, and lets go on what needs no other turn of the event loop: all of it is one commit of the platform. */
async function ask(test: TestRoom, content: string): Promise<void> {
  const socket = test.open();
  test.room.frame(socket, '{"type":"hello","after":2}');
  test.room.frame(socket, JSON.stringify({ type: "post_message", clientId: countedId(), content }));
  for (let n = 0; n < 1000; n += 1) await Promise.resolve();
}

const answer = ({ storage }: TestRoom) => storage.log.page({ limit: 10 }).find(({ senderType }) => senderType === "ai");
const words = ({ room }: TestRoom) => room.turns.active?.growing()[0]?.text.value ?? "";

it("[TURN-40] an answer begins in the same go as what it answers is stored, its first words too", async () => {
  const test = openEngineRoom();
  await ask(test, "Hello!");
  expect(answer(test)?.status).toBe("running");
  expect(words(test)).not.toBe("");
});

it("[TURN-40] no design is made in that go: what was asked is durable and told before it", async () => {
  const test = openEngineRoom();
  await ask(test, "a plant watering system with a soil sensor and a pump");
  expect(answer(test)?.status).toBe("running");
  expect([test.storage.artifacts.headRevision(), words(test)]).toEqual([0, ""]);
  await test.clock.advance(1);
  expect(test.storage.artifacts.headRevision()).toBe(1);
});

it("[TURN-40] nor is a long text read in it", async () => {
  const test = openEngineRoom();
  await ask(test, "hello ".repeat(400));
  expect(answer(test)).toBeUndefined();
  await test.clock.advance(1);
  expect(answer(test)?.status).toBe("running");
});
