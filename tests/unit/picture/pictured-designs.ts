import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import type { PictureDesign } from "../../../src/domain/picture/diagram-layout.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";
import { servedGoals } from "../../fixtures/goals/served-goals.ts";
import { drawnGoals } from "./goal-designs.ts";
import { handMadeDesigns } from "./hand-made-designs.ts";

/** A design to be drawn, by a name that says how it was made. */
export interface Pictured {
  name: string;
  design: PictureDesign;
}

const boards = allParts.filter((part) => part.board !== undefined);
const parts = allParts.filter((part) => part.board === undefined && part.functions.length > 0);

function made(name: string, design: Design): Pictured[] {
  return design.status === "ok" ? [{ name, design }] : [];
}

/** The designs of all goals that tests know, those of the end-to-end tests among them, and those written by hand. */
export function goalPictures(): Pictured[] {
  const goals = [...allGoals.map((each) => each.goal), ...servedGoals.map((each) => each.goal), ...drawnGoals];
  return [
    ...[...new Set(goals)].flatMap((goal) => made(goal, designGoal({ goal }))),
    ...Object.entries(handMadeDesigns).map(([name, design]) => ({ name, design })),
  ];
}

/** Every part on its own, each on every `step`th board, over USB and on a battery in turn. */
export function partPictures(step: number): Pictured[] {
  return parts.flatMap((part, at) =>
    boards.flatMap((board, index) => {
      if ((index + at) % step !== 0) return [];
      const goal =
        (index + at) % 2 === 0 ? `${part.id} over USB` : `battery powered ${part.id}, DHT22, every 10 minutes`;
      return made(`${board.id}: ${goal}`, designGoal({ goal, board: board.id }));
    }),
  );
}

/** Two to six parts drawn by lot with a fixed seed, on boards drawn by lot. */
export function mixedPictures(count: number): Pictured[] {
  let seed = 12_345;
  const draw = <T>(list: readonly T[]): T[] => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list.slice(Math.floor((seed / 2_147_483_648) * list.length)).slice(0, 1);
  };
  return Array.from({ length: count }, (_, index) => {
    const goal = Array.from({ length: 2 + (index % 5) }, () => draw(parts).map((part) => part.id)).join(", ");
    return draw(boards).flatMap((board) => made(`${board.id}: ${goal}`, designGoal({ goal, board: board.id })));
  }).flat();
}
