import { afterAll, describe, expect, it } from "vitest";
import { AvrCompiler, avrTargets, eachOf, hasAvrToolchain, targetOf } from "./avr-toolchain.ts";
import { avrPrograms } from "./programs.ts";

describe.skipIf(!hasAvrToolchain)("rung L4 on AVR (not run without gcc-avr, avr-libc and arduino-core-avr)", () => {
  const compiler = new AvrCompiler();
  afterAll(() => compiler.close());

  it.each(avrTargets)(
    "[FW-50] every program for the $catalogId compiles with the real core, without an error or a warning, and fits",
    async (target) => {
      const programs = avrPrograms().filter((program) => program.target === target);
      expect(programs.length).toBeGreaterThan(200);
      const wrong: string[] = [];
      await eachOf(programs, async ({ name, content }) => {
        const { said, programBytes = 0, ramBytes = 0 } = await compiler.compile(content, target);
        if (said !== "") wrong.push(`${name}: ${said}`);
        if (programBytes > target.programBytes || ramBytes > target.ramBytes)
          wrong.push(`${name}: ${programBytes} + ${ramBytes} bytes`);
      });
      expect(wrong).toEqual([]);
    },
    1_800_000,
  );

  it("[FW-50] a call that the core does not have is an error, with its line", async () => {
    const content = "void setup() {\n  digitalWrit(1, HIGH);\n}\nvoid loop() {}\n";
    const { said, hex } = await compiler.compile(content, targetOf("uno-r3"));
    expect(said).toContain("sketch.ino:2");
    expect(hex).toBeUndefined();
  });
});
