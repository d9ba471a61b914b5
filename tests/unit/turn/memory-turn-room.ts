import type {
  AnswerEnd,
  CommitOutcome,
  ProposedCall,
  RevisionDraft,
  TurnRoom,
} from "../../../src/application/ports.ts";
import type { ArtifactRef } from "../../../src/domain/chat/message.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";

type ChatChanges = Parameters<TurnRoom["describeChat"]>[0];

/** What a turn did to its room, in order. */
export type Deed =
  | { kind: "progress"; step: number; of: number; label: string }
  | { kind: "begin"; agent: string; intent: string; modelId: string }
  | { kind: "text"; text: string }
  | { kind: "commit"; revision: number; written: ArtifactRef[] }
  | { kind: "head_moved" }
  | { kind: "propose"; calls: readonly ProposedCall[] }
  | { kind: "end"; end: AnswerEnd }
  | { kind: "describe"; changes: ChatChanges };

/** What one perspective said. */
export interface Follower {
  modelId: string;
  agent: string;
  text: string;
  end: AnswerEnd | null;
}

/** A room that remembers everything: revisions by run, versions by content, the text of its answers. */
export class MemoryTurnRoom implements TurnRoom {
  readonly deeds: Deed[] = [];
  /** What the turn was found to want. */
  routing: string[] = [];
  readonly revisions: { design: Design; runId: string | null; draft: RevisionDraft; written: ArtifactRef[] }[] = [];
  readonly #versions = new Map<string, { version: number; content: string }>();
  readonly #answers = new Map<string, string>();
  /** What the perspectives said after the last answer. */
  readonly followers: Follower[] = [];
  /** Called inside every call, before anything is kept: a test's way to stop, to overtake or to break. */
  before: (deed: string) => void = () => undefined;

  progress(step: number, of: number, label: string): void {
    this.before("progress");
    this.deeds.push({ kind: "progress", step, of, label });
  }

  beginAnswer({ agent, intent, modelId, isFirstResponder }: Parameters<TurnRoom["beginAnswer"]>[0]): string {
    this.before("begin");
    if (!isFirstResponder) {
      this.followers.push({ modelId, agent, text: "", end: null });
      return `follower-${this.followers.length - 1}`;
    }
    this.followers.length = 0;
    this.deeds.push({ kind: "begin", agent, intent, modelId });
    this.#answers.clear();
    this.#answers.set("answer-1", "");
    return "answer-1";
  }

  appendText(messageId: string, text: string): void {
    this.before("text");
    const follower = this.#follower(messageId);
    if (follower) {
      follower.text += text;
      return;
    }
    this.deeds.push({ kind: "text", text });
    this.#answers.set(messageId, (this.#answers.get(messageId) ?? "") + text);
  }

  commitRevision(draft: RevisionDraft): CommitOutcome {
    this.before("commit");
    const known = this.revisions.findIndex(({ runId }) => runId !== null && runId === draft.runId);
    const earlier = this.revisions[known];
    if (earlier) return { kind: "committed", revision: known + 1, written: earlier.written };
    if (draft.expectedHead !== this.revisions.length) {
      this.deeds.push({ kind: "head_moved" });
      return { kind: "head_moved", head: this.revisions.length };
    }
    const written = draft.artifacts.flatMap((artifact) => {
      const content = JSON.stringify([artifact.title, artifact.content, artifact.data, artifact.verdict]);
      const held = this.#versions.get(artifact.slug);
      if (held?.content === content) return [];
      const version = (held?.version ?? 0) + 1;
      this.#versions.set(artifact.slug, { version, content });
      return [{ slug: artifact.slug, version }];
    });
    this.revisions.push({ design: draft.design, runId: draft.runId, draft, written });
    this.deeds.push({ kind: "commit", revision: this.revisions.length, written });
    if (draft.chat) this.describeChat(draft.chat);
    return { kind: "committed", revision: this.revisions.length, written };
  }

  noteRouting(intents: readonly string[]): void {
    this.routing = [...intents];
  }

  keepProposal(calls: readonly ProposedCall[]): void {
    this.deeds.push({ kind: "propose", calls });
  }

  headDesign(): { design: Design | null; head: number } {
    return { design: this.revisions.at(-1)?.design ?? null, head: this.revisions.length };
  }

  #follower(messageId: string): Follower | undefined {
    return this.followers.find((_, at) => messageId === `follower-${at}`);
  }

  endAnswer(messageId: string, end: AnswerEnd): void {
    this.before("end");
    const follower = this.#follower(messageId);
    if (follower) {
      follower.end = end;
      return;
    }
    this.deeds.push({ kind: "end", end });
  }

  describeChat(changes: ChatChanges): void {
    this.deeds.push({ kind: "describe", changes });
  }

  get text(): string {
    return [...this.#answers.values()].join("");
  }

  /** The agent of the last answer. */
  get agent(): string | undefined {
    return this.deeds.flatMap((deed) => (deed.kind === "begin" ? [deed.agent] : [])).at(-1);
  }

  /** Pieces of the last answer. */
  get deltas(): string[] {
    const begun = this.deeds.findLastIndex(({ kind }) => kind === "begin");
    return this.deeds.slice(begun).flatMap((deed) => (deed.kind === "text" ? [deed.text] : []));
  }

  get end(): AnswerEnd | undefined {
    return this.deeds.flatMap((deed) => (deed.kind === "end" ? [deed.end] : [])).at(-1);
  }

  count(kind: Deed["kind"]): number {
    return this.deeds.filter((deed) => deed.kind === kind).length;
  }
}
