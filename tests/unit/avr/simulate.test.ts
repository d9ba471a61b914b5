import { afterAll, describe, expect, it } from "vitest";
import { AvrCompiler, hasAvrToolchain, targetOf } from "./avr-toolchain.ts";
import { simulated } from "./plays.ts";
import { designFor, Stage, unitOf } from "./stage.ts";

describe.skipIf(!hasAvrToolchain)("rung L5 on AVR (not run without gcc-avr, avr-libc and arduino-core-avr)", () => {
  const compiler = new AvrCompiler();
  afterAll(() => compiler.close());

  describe.each(simulated)("$goal", ({ goal, boardId, plays }) => {
    it.each(plays)(
      "[FW-51] unit $unit: $says",
      async ({ unit, act }) => {
        const design = designFor(goal);
        expect(design.board.id).toBe(boardId);
        const target = targetOf(boardId);
        const compiled = await compiler.compile(unitOf(design, unit).content, target);
        expect(compiled.said).toBe("");
        if (compiled.hex === undefined) throw new Error(`not linked: ${compiled.declaredOnly.join(", ")}`);
        await act(new Stage(design, compiled.hex, target));
      },
      600_000,
    );
  });
});
