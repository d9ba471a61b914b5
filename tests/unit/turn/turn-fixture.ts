import { EmbeddedChatModel } from "../../../src/adapters/embedded/embedded-chat-model.ts";
import type { DesignEngine } from "../../../src/application/design-engine.ts";
import type { ChatModel, TurnInput } from "../../../src/application/ports.ts";
import { runTurn } from "../../../src/application/run-turn.ts";
import type { TurnOutcome } from "../../../src/application/stream-watch.ts";
import type { ChatMode } from "../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../src/domain/chat/message.ts";
import { MemoryTurnRoom } from "./memory-turn-room.ts";
import { TableEngine } from "./table-engine.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A message of a person or an answer, as the room hands it to a turn. */
export function message(content: string, senderType: "user" | "ai" = "user"): ChatMessage {
  return {
    id: `m-${content.length}`,
    seq: 1,
    sequence: 1,
    runId: null,
    senderType,
    senderId: null,
    senderName: null,
    agent: null,
    agentIcon: null,
    modelId: null,
    intent: null,
    parentId: null,
    replyToId: null,
    isFirstResponder: false,
    content,
    status: "complete",
    attachments: [],
    artifacts: [],
    revision: null,
    inputTokens: null,
    outputTokens: null,
    costMicroUsd: null,
    latencyMs: null,
    createdAt: 0,
  };
}

/** A chat over several turns, on a clock that does not wait. */
export class TestChat {
  readonly clock = new VirtualClock();
  room = new MemoryTurnRoom();
  readonly history: ChatMessage[] = [];
  readonly engine: DesignEngine;
  mode: ChatMode = "workbench";
  stop = new AbortController();
  /** What the turns reported. */
  readonly reported: unknown[] = [];
  #runs = 0;

  /** Over a table for what a turn does, over the real engine for what people hear. */
  constructor(engine: DesignEngine = new TableEngine()) {
    this.engine = engine;
  }

  /** Says something and lets the turn answer. */
  async say(...texts: string[]): Promise<TurnOutcome> {
    const outcome = await this.run(this.input(texts));
    this.history.push(...texts.map((text) => message(text)));
    if (outcome.status === "complete") {
      this.history.push(message(this.room.text, "ai"));
      this.history.push(...this.room.followers.map(({ text }) => message(text, "ai")));
    }
    return outcome;
  }

  input(texts: string[]): TurnInput {
    this.#runs += 1;
    const { design, head } = this.room.headDesign();
    const asked = texts.map((text) => message(text));
    return {
      runId: `run-${this.#runs}`,
      chatId: "c",
      mode: this.mode,
      asked,
      history: [...this.history],
      design,
      head,
      headDesign: design,
      ownedParts: [],
      resumeMessageId: null,
    };
  }

  run(input: TurnInput, model: ChatModel = new EmbeddedChatModel(this.clock)): Promise<TurnOutcome> {
    const { room, clock, engine } = this;
    const report = (error: unknown) => this.reported.push(error);
    return this.clock.run(runTurn(input, { room, model, engine, clock, signal: this.stop.signal, report }));
  }
}
