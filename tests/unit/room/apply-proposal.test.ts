import { expect, it } from "vitest";
import { EmbeddedChatModel } from "../../../src/adapters/embedded/embedded-chat-model.ts";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import { runTurn } from "../../../src/application/run-turn.ts";
import { OhmError } from "../../../src/domain/error/ohm-error.ts";
import { ask } from "./in-the-room.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A room in which somebody marks a part each time a turn is about to write its revision. */
function overtakenRoom(): { test: TestRoom; overtake: (on: boolean) => void } {
  const clock = new VirtualClock();
  let isOvertaken = false;
  const test: TestRoom = openRoom(
    (input, room, signal) => {
      const commit = room.commitRevision.bind(room);
      room.commitRevision = (draft) => {
        if (!isOvertaken) return commit(draft);
        const head = test.storage.artifacts.headRevision();
        const owned = head % 2 === 1;
        // Answered in one go up to here: the act is in before the turn writes.
        void test.room.deps.onDesign(test.room, {
          actor: ada,
          request: { kind: "by-hand", act: { kind: "mark", partId: "U1", owned }, expectedHead: head },
        });
        return commit(draft);
      };
      return runTurn(input, {
        ...{ room, clock, signal, engine: circuitEngine, model: new EmbeddedChatModel(clock) },
        report: (error) => test.errors.push(error),
      });
    },
    { clock },
  );
  test.room.init(adasChat);
  return {
    test: { ...test, clock },
    overtake: (on) => {
      isOvertaken = on;
    },
  };
}

it("[ACT-7] [CHAT-29] a proposal goes with the words that it was asked in", async () => {
  const { test, overtake } = overtakenRoom();
  await ask(test, "ESP32 weather station with an OLED, budget $45");
  overtake(true);
  const { answer, asked } = await ask(test, 'add a "buzzer"');
  overtake(false);
  expect(test.storage.runs.get(answer.runId ?? "")?.proposal).toHaveLength(1);
  removeMessage(test.room, ada, asked.id);
  expect(test.storage.runs.withProposal()).toEqual([]);
});

it("[ACT-7] [TURN-9] what a turn wanted that was overtaken twice is kept, and applied to the head", async () => {
  const { test, overtake } = overtakenRoom();
  await ask(test, "ESP32 weather station with an OLED, budget $45");
  overtake(true);
  const { answer } = await ask(test, "add a buzzer");
  overtake(false);
  expect([answer.status, answer.reason]).toEqual(["failed", "head_moved"]);
  const head = test.storage.artifacts.headRevision();
  const has = () =>
    test.storage.artifacts
      .revision(test.storage.artifacts.headRevision())
      ?.design.parts.some(({ catalogId }) => catalogId?.includes("buzzer"));
  expect([head, has()]).toEqual([3, false]);
  const runId = answer.runId ?? "";
  const apply = (expectedHead: number, of = runId) =>
    answerRequest(test.room, ada, { kind: "apply-proposal", runId: of, expectedHead }).catch((error: unknown) =>
      error instanceof OhmError ? error.code : "failed",
    );
  expect(await apply(2)).toBe("head_moved");
  expect(await apply(3, "00000000-0000-7000-8000-00000000ffff")).toBe("not_found");
  expect(await apply(3)).toMatchObject({ ok: true, json: JSON.stringify({ revision: 4 }) });
  expect(has()).toBe(true);
  expect(test.storage.artifacts.revision(4)?.revision.author).toMatchObject({ kind: "user", userId: "ada" });
});

it("[TURN-70] a run keeps what its message was found to want, in the order in which it was served", async () => {
  const { test } = overtakenRoom();
  await ask(test, "ESP32 weather station with an OLED, budget $45");
  expect(test.storage.runs.latest()?.routing).toEqual(["BOM", "WIRING", "CODE", "VERIFY"]);
  await ask(test, "why this battery?");
  expect(test.storage.runs.latest()?.routing).toEqual(["CHAT"]);
});
