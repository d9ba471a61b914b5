import { EmbeddedChatModel } from "../../../src/adapters/embedded/embedded-chat-model.ts";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { runTurn } from "../../../src/application/run-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { adasChat, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A room that the built-in engine answers in, really. */
export function openEngineRoom(): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(
    (input, room, signal) =>
      runTurn(input, {
        ...{ room, clock, signal, engine: circuitEngine, model: new EmbeddedChatModel(clock) },
        report: (error) => test.errors.push(error),
      }),
    { clock },
  );
  test.room.init(adasChat);
  return { ...test, clock };
}
