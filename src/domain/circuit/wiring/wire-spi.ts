import type { ChosenPart } from "../design-stages.ts";
import type { Buffers } from "./buffers.ts";
import { shiftOf } from "./signal-level.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

const lines = ["sck", "mosi", "miso"] as const;

/** Wires the shared SPI bus on the board's default pins; answers the board pins that it uses. Chip selects are signals of their own. */
export function wireSpi(draft: WiringDraft, buffers: Buffers): string[] {
  const parts = draft.parts.filter((part) => part.part.interface === "spi" && part.part.board === undefined);
  const figures = draft.board.part.board;
  if (parts.length === 0 || figures === undefined) return [];
  const { pins } = draft.board.part;
  const reserved: string[] = [];
  for (const line of lines) {
    const users = parts.filter((part) => part.part.pins.some((pin) => pin.roles.includes(line)));
    const gpio = figures.spi[line];
    const boardPin = (pins.find((pin) => pin.name === gpio) ?? pins.find((pin) => pin.gpio === gpio))?.name ?? gpio;
    if (users.length === 0) {
      // The bus takes its three pins whether or not a part has the line.
      reserved.push(boardPin);
      continue;
    }
    const net: NetSpec = { id: line.toUpperCase(), kind: "bus", volts: figures.logicVolts };
    draft.join(net, `${draft.board.id}:${boardPin}`);
    reserved.push(boardPin);
    joinLine(draft, { line, net, users, buffers });
  }
  return reserved;
}

/** Parts that do not take the board's level share one buffered line. */
function joinLine(
  draft: WiringDraft,
  { line, net, users, buffers }: { line: string; net: NetSpec; users: ChosenPart[]; buffers: Buffers },
): void {
  const far = new Map<string, NetSpec>();
  for (const part of users) {
    for (const pin of part.part.pins.filter((each) => each.roles.some((role) => role === line))) {
      const shift = pin.type === "input" ? shiftOf(draft, part, pin) : null;
      const shared = shift === null ? net : (far.get(shift) ?? buffers.carry(net, shift));
      if (shift !== null) far.set(shift, shared);
      draft.join(shared, `${part.id}:${pin.name}`);
    }
  }
}
