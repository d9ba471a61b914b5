import type { Clock } from "../../../src/application/ports.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import { emptyDesign } from "../../fixtures/empty-design.ts";

/** The words that the scripted turn says to these messages: the same for the same, pairs and all. */
export function scriptedWords(contents: readonly string[]): string {
  return contents.map((content) => `You said "${content}" 🙂🔧. `).join("");
}

/**
 * A turn without a model, deterministic in what it was asked: words in pieces that split pairs, a revision for `design`, a throw for
 * `throw`, silence for ever for `hang`. `tell` is how it quotes a message.
 */
export function scriptedTurn(clock: Clock, pauseMs = 20, tell: (content: string) => string = asIs): TurnRunner {
  return async (input, room, signal) => {
    const contents = input.asked.map(({ content }) => content);
    const asks = (word: string) => contents.some((content) => content.includes(word));
    const answer = { agent: "bom" as const, intent: "BOM" as const, modelId: "scripted", isFirstResponder: true };
    room.progress(1, 2, "reading");
    const messageId = room.beginAnswer(answer);
    let revision: number | null = null;
    if (asks("design")) {
      const outcome = room.commitRevision({
        expectedHead: input.head,
        design: emptyDesign,
        artifacts: ["bom", "wiring"].map((slug) => ({
          slug,
          type: "bom" as const,
          title: slug,
          content: slug === "bom" ? contents.map(tell).join() : "always the same",
          data: null,
          changeSummary: null,
          verdict: null,
        })),
        messageId,
        author: { kind: "agent", agent: "bom", modelId: "scripted" },
        changeSummary: "changed",
        runId: input.runId,
      });
      if (outcome.kind === "committed") revision = outcome.revision;
    }
    const words = scriptedWords(contents.map(tell));
    for (let at = 0; at < words.length; at += 7) {
      room.appendText(messageId, words.slice(at, at + 7));
      await clock.sleep(pauseMs, signal);
      if (asks("throw") && at > 10) throw new Error("scripted");
      if (asks("hang") && at > 10) await clock.sleep(10_000_000, signal);
    }
    room.endAnswer(messageId, {
      status: "complete",
      artifacts: [],
      revision,
      inputTokens: 1,
      outputTokens: 2,
      costMicroUsd: 0,
    });
    return { status: "complete" };
  };
}

function asIs(content: string): string {
  return content;
}
