import { describe, expect, it } from "vitest";
import { cppSyntaxProblems } from "../../../src/adapters/lezer/cpp-syntax.ts";
import { cppSyntaxProof } from "../../../src/adapters/lezer/cpp-syntax-proof.ts";
import { circuitDesk } from "../../../src/application/circuit-desk.ts";
import { provingEngine } from "../../../src/application/circuit-engine.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { withProofs } from "../../../src/domain/circuit/firmware/firmware-proof.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { leastCpuMs } from "../cpu-time.ts";
import { designs } from "./designs.ts";

const said = (content: string) =>
  cppSyntaxProblems(content).map(({ line, column, message }) => `${line}:${column} ${message}`);

const sketches = Object.values(designs).flatMap((input) => writeFirmware(input).map(({ content }) => content));

describe("rung L1 of C++", () => {
  it("[FW-40] every sketch that Ohm writes parses", () => {
    for (const content of sketches) expect(said(content)).toEqual([]);
  });

  it("[FW-40] one closing mark less, in any of them, is an error at its line or right behind it", () => {
    for (const content of sketches.filter((_, index) => index % 4 === 0)) {
      const places = [...content.matchAll(/[;)}](?=\n)/g)].filter((_, index) => index % 11 === 0);
      for (const { index, 0: mark } of places) {
        const before = content.slice(0, index);
        const lineStart = before.lastIndexOf("\n") + 1;
        if (content.slice(lineStart, index).includes("//")) continue;
        const [first] = cppSyntaxProblems(before + content.slice(index + 1));
        const line = before.split("\n").length;
        expect(first, `${mark} of line ${line}`).toBeDefined();
        if (mark === ";") expect(Math.abs((first?.line ?? 0) - line), `line ${line}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each([
    ["void loop() { if (x { } }", "1:23 a closing ) is missing"],
    ["void setup() {\n  Serial.begin(9600)\n}\nvoid loop() {}", "2:20 a semicolon is missing, or the expression"],
    ["void setup() {\n  int a = 5\n  int b = 6;\n}", "2:11 a semicolon is missing, or the declaration"],
    ["void setup() { digitalWrite(13, HIGH;\n}", "1:36 a closing ) or a comma is missing"],
    ["void loop() { else { a(); } }", '1:15 "else" is not expected here'],
    ['void loop() { String x = "abc; }', '1:32 the text has no closing "'],
    ["int 3x = 4;", '1:5 "3" is not expected here'],
    ["void setup() {\n  a();\n", "2:6 a closing } is missing"],
    ["/* no end\nvoid setup() {}", "1:1 the comment has no end"],
    ["#inclde <Wire.h>\nvoid setup() {}", "1:1 #inclde is no directive"],
    ["#include Wire.h\nvoid setup() {}", "1:1 #include takes a header"],
    ["#ifdef A\nvoid setup() {}", "1:1 there is no #endif for this"],
    ["void setup() {}\n#endif", "2:1 there is no #if before this"],
  ])("[FW-41] %s: line and column", (content, expected) => {
    expect(said(content)[0]).toContain(expected);
  });

  it.each([
    'const char text[] PROGMEM = "a";\nconst PROGMEM uint16_t table[] = {65000, 32796};',
    "ISR(TIMER1_COMPA_vect) { ticks++; }",
    'void loop() { Serial.println(F("a")); Serial.print(F("b")); }',
    "#define FOREVER for (;;)\nvoid loop() { FOREVER { a(); } }",
    "#define BEGIN {\n#define END }\nvoid loop() BEGIN a(); END",
    "#define LED_ON digitalWrite(13, HIGH);\nvoid loop() { if (a) LED_ON else b(); }",
    "void loop() { helper(1); }\nint helper(int a) { return a; }",
    "#ifdef A\nvoid f() {\n#elif B\nvoid g() {\n#else\nvoid h() {\n#endif\n}",
    "#if 0\nthis is ( no code\n#else\nint a;\n#endif",
    "void IRAM_ATTR onTick() { n++; }\nstatic void ICACHE_RAM_ATTR f();\nRTC_DATA_ATTR int wakes = 0;",
    "uint8_t a[3] __attribute__((aligned(4)));\nvoid f() __attribute__((interrupt));",
    'void f() { asm volatile("nop\\n\\t" ::); __asm__ __volatile__("nop"); }',
    "void f() { switch (a) { case 1 ... 5: b(); break; default: c(); } }",
    "void f(const char *const *p) { ADCSRA &= ~_BV(ADEN); x = ~x; g(~y); return ~(z); }",
    "int a = 0b1010; long b = 1'000'000; char c = '\\''; byte d = B1010;",
    "BLYNK_WRITE(V1) { int x = param.asInt(); }",
    'String s = R"(no "quotes" ( here)" + String(1);\nvoid f() {}',
    "fl::json final = fl::json::object();\nclass A final : public B { void f() final; };",
    'struct A { int x; } a[] = {{1}, {2}};\nvoid f(const char* t = "it\'s // no comment") {}',
    "/* a\n * comment with ( and \"\n */ int a; // and ' here",
    "template <typename T> T least(T a, T b) { return a < b ? a : b; }\nauto f = [](int x) -> int { return x; };",
    "\tint a;\r\nvoid f() {\r\n  a++;\r\n}\r\n",
    "",
  ])("[FW-42] no false error: %s", (content) => {
    expect(said(content)).toEqual([]);
  });

  it("[FW-43] answers for any text, in time that grows with its length", () => {
    for (const piece of [
      "(",
      "asm(",
      "{",
      '"',
      "/*",
      "#if\n",
      "#define A(\n",
      "~",
      "case ",
      "a<",
      "'",
      "\u0000",
      "é \ud800",
    ]) {
      expect(Array.isArray(cppSyntaxProblems(piece.repeat(200)))).toBe(true);
      const few = leastCpuMs(() => cppSyntaxProblems(piece.repeat(300)), 2);
      expect(leastCpuMs(() => cppSyntaxProblems(piece.repeat(2400)), 2)).toBeLessThan(Math.max(few * 60, 1500));
    }
  });
});

describe("where it is used", () => {
  it("[FW-44] a design's C++ has L1 with its evidence, and its Unit 3 is production ready", () => {
    const design = withProofs(designGoal({ goal: "Arduino Uno parking sensor with HC-SR04 and a buzzer" }), [
      cppSyntaxProof,
    ]);
    for (const file of design.codeFiles) {
      const rung = file.ladder.find(({ level }) => level === "L1");
      expect(rung).toMatchObject({ passed: true, evidence: { tool: "@lezer/cpp", version: "1.1.6" } });
      expect(rung?.evidence?.inputHash).toMatch(/^fnv1a64:[0-9a-f]{16}$/);
      expect(file.productionReady).toBe(file.unitNumber === 3);
    }
    expect(design.codeFiles).toHaveLength(3);
  });

  it("[FW-44] so has one that an edit changed, or that is told in another language", () => {
    const engine = provingEngine([cppSyntaxProof]);
    const before = engine.design({ goal: "Arduino Uno with a DHT22" }, null, () => undefined);
    const changed = engine.change(before, ["add an LED"], { stage: () => undefined });
    const told = engine.inLanguage(before, "de");
    for (const design of [before, told, ...(changed.kind === "changed" ? [changed.design] : [])])
      for (const file of design.codeFiles) expect(file.ladder[1]).toMatchObject({ level: "L1", passed: true });
    expect(changed.kind).toBe("changed");
  });

  const desk = circuitDesk({ proofs: [], cppProblems: cppSyntaxProblems });
  const circuit = { parts: [{ id: "U1", catalogId: "uno-r3" }], nets: [] };

  it("[FW-45] the check of a circuit says where its sketch does not parse", () => {
    const firmware = { filename: "blink.ino", content: "void setup() {\n  Serial.begin(9600)\n}\nvoid loop() {}\n" };
    const { verdict, findings } = desk.check({ format: "ohm", circuit, firmware });
    expect(verdict).toBe("FAIL");
    expect(findings.filter(({ ruleId }) => ruleId === "firmware-syntax")).toMatchObject([
      { severity: "E", message: expect.stringContaining("blink.ino, line 2, column 20: a semicolon is missing") },
    ]);
  });

  it("[FW-45] and nothing of a sketch that does, or of another language", () => {
    for (const firmware of [
      { filename: "blink.ino", content: "void setup() {}\nvoid loop() {}\n" },
      { filename: "main.py", content: "import machine\nwhile True:\n    pass\n" },
    ]) {
      const { findings } = desk.check({ format: "ohm", circuit, firmware });
      expect(findings.filter(({ ruleId }) => ruleId === "firmware-syntax")).toEqual([]);
    }
  });
});
