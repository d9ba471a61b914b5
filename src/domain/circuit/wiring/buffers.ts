import type { ChosenPart } from "../design-stages.ts";
import { boardRailPin, groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** A chip whose channels are given away one after the other. */
interface Bank {
  chip: ChosenPart;
  used: number;
}

/** Chips that carry one fast signal from one level to the other: up to 5 V, or down to 3.3 V. */
const chips = { up: "74ahct125", down: "74hc4050" } as const;
export type Direction = keyof typeof chips;

/** One-way level shifters of a wiring: strips, displays and radios are too fast for dividers and transistor shifters. */
export class Buffers {
  private readonly draft: WiringDraft;
  private readonly banks = new Map<Direction, Bank>();

  constructor(draft: WiringDraft) {
    this.draft = draft;
  }

  /** Carries a board's signal to the other level; answers the net behind the buffer. */
  carry(board: NetSpec, direction: Direction): NetSpec {
    const far: NetSpec = {
      id: `${board.id}_${direction === "up" ? "5V" : "3V3"}`,
      kind: board.kind,
      volts: direction === "up" ? 5 : 3.3,
    };
    this.connect(board, far, direction);
    return far;
  }

  /** Carries a part's signal to the board, where the board surely understands the chip's level and not the part's. */
  lift(part: NetSpec, board: NetSpec): void {
    this.connect(part, board, "up");
  }

  private connect(from: NetSpec, to: NetSpec, direction: Direction): void {
    const bank = this.bankWithRoom(direction);
    const [input, output] = bank.chip.part.shifter?.channels[bank.used] ?? ["", ""];
    bank.used += 1;
    this.draft.join(from, `${bank.chip.id}:${input}`);
    this.draft.join(to, `${bank.chip.id}:${output}`);
  }

  /** Inputs of channels that nobody uses must not float (CMOS): they go to ground. */
  finish(): void {
    for (const { chip, used } of this.banks.values()) {
      const rest = (chip.part.shifter?.channels ?? []).slice(used);
      this.draft.join(groundNet, ...rest.map(([input]) => `${chip.id}:${input}`));
    }
  }

  private bankWithRoom(direction: Direction): Bank {
    const last = this.banks.get(direction);
    if (last !== undefined && last.used < (last.chip.part.shifter?.channels.length ?? 0)) return last;
    if (last !== undefined) last.used = last.chip.part.shifter?.channels.length ?? 0;
    const bank = { chip: this.newChip(direction), used: 0 };
    this.banks.set(direction, bank);
    return bank;
  }

  private newChip(direction: Direction): ChosenPart {
    const { draft } = this;
    const rail = direction === "up" ? rail5v : rail3v3;
    const source = boardRailPin(draft.board, rail.volts ?? 0);
    draft.join(rail, ...(source === null ? [] : [source]));
    const chip = draft.support({
      catalogId: chips[direction],
      value: null,
      serves: null,
      role: {
        en: direction === "up" ? "Lifts the board's signals to 5 V" : "Brings the board's 5 V signals down to 3.3 V",
        de: direction === "up" ? "Hebt die Signale des Boards auf 5 V" : "Senkt die 5-V-Signale des Boards auf 3,3 V",
      },
      why: {
        en: "These signals are too fast for a divider or a transistor shifter.",
        de: "Diese Signale sind für Teiler oder Transistor-Pegelwandler zu schnell.",
      },
      pins: [["VCC", rail.id]],
    });
    const grounds = chip.part.pins.filter(
      (pin) => pin.type === "ground" || chip.part.ties?.some((tie) => tie.pin === pin.name),
    );
    draft.join(groundNet, ...grounds.map((pin) => `${chip.id}:${pin.name}`));
    draft.support({
      catalogId: "capacitor-ceramic",
      value: { kind: "farads", nanofarads: 100 },
      serves: chip.id,
      role: { en: `Keeps the supply of ${chip.id} quiet`, de: `Beruhigt die Versorgung von ${chip.id}` },
      why: { en: "A bare chip has no capacitor of its own.", de: "Ein bloßer Chip bringt keinen Kondensator mit." },
      pins: [
        ["1", rail.id],
        ["2", groundNet.id],
      ],
    });
    return chip;
  }
}
