import type { StageListener } from "../domain/circuit/design-stages.ts";
import { designStages } from "../domain/circuit/design-stages.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import type { TurnRoom } from "./ports.ts";
import type { ToolCall } from "./turn-tools.ts";
import { isDesignWork } from "./turn-tools.ts";

/** Shown while the engine works: one per stage of a design, and one for each question and check beside it. */
const labels = {
  en: {
    requirements: "reading the goal",
    parts: "choosing parts",
    wiring: "laying wires",
    code: "writing firmware",
    checks: "checking the design",
    explain_design: "looking up the reasons",
    check_design: "checking the design",
  },
  de: {
    requirements: "liest das Ziel",
    parts: "wählt Teile",
    wiring: "legt Drähte",
    code: "schreibt Firmware",
    checks: "prüft den Entwurf",
    explain_design: "sucht die Gründe",
    check_design: "prüft den Entwurf",
  },
} as const;

type Lookup = "explain_design" | "check_design";

function isLookup(name: string): name is Lookup {
  return name === "explain_design" || name === "check_design";
}

function stepsOf(call: ToolCall): number {
  if (isDesignWork(call)) return designStages.length;
  return isLookup(call.name) ? 1 : 0;
}

/** The steps of one answer. A single question or check is no step: its answer is there at once. */
export class WorkSteps {
  readonly #room: Pick<TurnRoom, "progress">;
  readonly #language: SpokenLanguage;
  #done = 0;
  #of: number = designStages.length;

  constructor(room: Pick<TurnRoom, "progress">, language: SpokenLanguage) {
    this.#room = room;
    this.#language = language;
  }

  /** Told by the engine as each stage of a design begins. */
  readonly stage: StageListener = (at) =>
    this.#room.progress(this.#done + designStages.indexOf(at) + 1, this.#of, labels[this.#language][at]);

  /** Carries out calls one after the other, as the steps of one answer. */
  run(calls: readonly ToolCall[], carryOut: (call: ToolCall) => void): void {
    this.#done = 0;
    this.#of = calls.reduce((sum, call) => sum + stepsOf(call), 0);
    for (const call of calls) {
      if (this.#of > 1 && isLookup(call.name)) {
        this.#room.progress(this.#done + 1, this.#of, labels[this.#language][call.name]);
      }
      carryOut(call);
      this.#done += stepsOf(call);
    }
  }
}
