import { describe, expect, it } from "vitest";
import type { Circuit } from "../../../../src/domain/circuit/design.ts";
import { applyFix } from "../../../../src/domain/circuit/fixes/apply-fix.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import type { CheckContext } from "../../../../src/domain/circuit/rules/rule.ts";
import { circuitOf, requirementsWith } from "../hand-made.ts";

const plain: CheckContext = { requirements: null, language: "en", usesWifi: null };

/** The rule's fixes of a circuit, each applied: label, price, and the nets that came of it. */
function mended(circuit: Circuit, ruleId: string, context: CheckContext = plain) {
  const finding = checkCircuit(circuit, context).findings.find((each) => each.ruleId === ruleId);
  return (finding?.fixes ?? []).map(({ id, label, deltaCents }) => {
    const outcome = applyFix(circuit, { ruleId, fixId: id }, context);
    if (outcome.kind === "refused") return { label, deltaCents, refused: outcome.added.map((each) => each.message) };
    const nets = Object.fromEntries(outcome.circuit.nets.map((net) => [net.id, net.pins.join(" ")]));
    const parts = outcome.circuit.parts.map((part) => `${part.id}=${part.catalogId}`);
    return { label, deltaCents, nets, parts };
  });
}

const servos = (count: number, feed: string, extra: Record<string, string> = {}) => {
  const ids = Array.from({ length: count }, (_, at) => `M${at + 1}`);
  const all = (pin: string) => ids.map((id) => `${id}:${pin}`).join(" ");
  return circuitOf(
    { U1: "uno-r3", ...extra, ...Object.fromEntries(ids.map((id) => [id, "servo-sg90"])) },
    { V: `${feed} ${all("V+")}`, GND: `U1:GND.1 ${all("GND")}${extra.PS1 === undefined ? "" : " PS1:-"}` },
  );
};

describe("fixes of supplies", () => {
  it("[RULE-20] many-servos: a plug of their own with common ground and a capacitor, as strong as they need", () => {
    const [two, more] = mended(servos(2, "U1:5V"), "many-servos");
    expect(more).toBeUndefined();
    expect(two).toMatchObject({
      label: "Feed M1, M2 from a plug of 5 V, 2 A, with common ground",
      nets: { V: "U1:5V", GND: "U1:GND.1 M1:GND M2:GND PS1:- C1:-", "M1_V+": "M1:V+ PS1:+ M2:V+ C1:+" },
      parts: ["U1=uno-r3", "M1=servo-sg90", "M2=servo-sg90", "PS1=adapter-5v-2a", "C1=capacitor-electrolytic"],
    });
    expect(mended(servos(4, "U1:5V"), "many-servos")[0]?.parts).toContain("PS1=adapter-5v-4a");
    // Twelve are more than any plug of the catalogue gives.
    expect(mended(servos(12, "U1:5V"), "many-servos")).toEqual([]);
  });

  it("[RULE-20] rail-budget: a stronger plug where a plug is too weak", () => {
    const [fix] = mended(servos(4, "PS1:+", { PS1: "adapter-5v-2a" }), "rail-budget");
    expect(fix?.parts).toContain("PS1=adapter-5v-4a");
    expect(fix?.label).toBe("Take Power adapter 5 V 4 A with screw terminal for PS1");
    expect(fix?.deltaCents).toBe(600);
  });

  it("[RULE-20] rail-budget: the greatest load of a board's 5 V gets a plug, that of its 3.3 V a regulator", () => {
    const strip = circuitOf(
      { U1: "uno-r3", D1: "neopixel-ring-12", U2: "bme280" },
      { V: "U1:5V D1:5V", L: "U1:3.3V U2:VCC", GND: "U1:GND.1 D1:GND U2:GND" },
    );
    const [plug] = mended(strip, "rail-budget");
    expect(plug?.label).toMatch(/^Feed D1 from a plug of 5 V, 2 A/);
    const oleds = circuitOf(
      { U1: "uno-r3", DS1: "ssd1306", DS2: "ssd1306" },
      { V: "U1:3.3V DS1:VCC DS2:VCC", GND: "U1:GND.1 DS1:GND DS2:GND" },
    );
    expect(mended(oleds, "rail-budget")).toMatchObject([
      {
        label: "Feed DS1 through Regulator module AMS1117, 3.3 V, from U1:5V",
        nets: { U1_5V: "U1:5V PS1:VIN", PS1_OUT: "PS1:OUT DS1:VCC" },
      },
    ]);
  });

  it("[RULE-20] regulator: one of small dropout, a lower source, or a buck converter before it", () => {
    const parts = { U1: "uno-r3", PS1: "cell-18650", PS2: "ams1117-3v3", U2: "bme280" };
    const rails = { I: "PS1:+ PS2:VIN", O: "PS2:OUT U2:VCC", GND: "PS1:- PS2:GND U1:GND.1 U2:GND" };
    expect(mended(circuitOf(parts, rails), "regulator")).toMatchObject([
      { label: "Put Regulator HT7333, 3.3 V in the place of PS2", nets: { O: "PS2:VOUT U2:VCC" } },
    ]);
    const shared = circuitOf(
      { ...parts, PS3: "ht7333", U3: "bme280" },
      { ...rails, I: "PS1:+ PS2:VIN PS3:VIN", P: "PS3:VOUT U3:VCC", GND: `${rails.GND} PS3:GND U3:GND` },
    );
    expect(mended(shared, "regulator")).toMatchObject([
      {},
      { label: "Feed PS2 from U1:5V", nets: { U1_5V: "U1:5V PS2:VIN" } },
    ]);
    const hot = circuitOf(
      { U1: "uno-r3", PS1: "adapter-12v-2a", PS2: "ams1117-3v3", U2: "lora-rfm95", C1: ["capacitor-10uf", 0] },
      { I: "PS1:+ PS2:VIN", O: "PS2:OUT U2:3.3V U2:VIN U2:VCC C1:+", GND: "PS1:- PS2:GND U1:GND.1 U2:GND C1:-" },
    );
    const [buck] = mended(hot, "regulator");
    expect(buck).toMatchObject({
      label: "Feed PS2 through Buck converter MP1584, set to 5 V, from PS1:+",
      nets: { I: "PS1:+ PS3:IN+", "PS3_OUT+": "PS3:OUT+ PS2:VIN" },
    });
  });

  it("[RULE-20] motor-from-pin: from the 5 V where that has room, else from a plug", () => {
    const servo = (feed: string, extra: Record<string, string> = {}, nets: Record<string, string> = {}) =>
      circuitOf(
        { U1: "esp32-devkitc", M1: "servo-sg90", ...extra },
        { V: `${feed} M1:V+`, GND: "U1:GND.1 M1:GND PS1:-", S: "U1:25 M1:PWM", ...nets },
      );
    const strong = servo("U1:26", { PS1: "adapter-5v-4a" }, { P: "PS1:+ U1:5V" });
    expect(mended(strong, "motor-from-pin").map(({ label }) => label)).toEqual([
      "Feed M1 from 5 V",
      "Feed M1 from a plug of 5 V, 2 A, with common ground",
    ]);
    expect(mended(servo("U1:3V3"), "motor-from-pin").map(({ label }) => label)).toEqual([
      "Feed M1 from a plug of 5 V, 2 A, with common ground",
    ]);
  });

  it("[RULE-20] battery: a larger cell where that is enough, else a message that says what to ask for", () => {
    const circuit = circuitOf(
      { U1: "esp32-devkitc", BT1: "lipo-2000", PS1: "tp4056", PS2: "boost-5v" },
      {
        "CELL+": "BT1:+ PS1:B+",
        "CELL-": "BT1:- PS1:B-",
        VBAT: "PS1:OUT+ PS2:VIN+",
        "5V": "PS2:VOUT+ U1:5V",
        GND: "PS1:OUT- PS2:VIN- PS2:VOUT- U1:GND.1",
      },
    );
    const context = (lifeHours: number) => ({
      ...plain,
      requirements: requirementsWith({
        power: { source: "battery", named: true, lifeHours, wakeMinutes: 10 },
      }),
    });
    const hours = checkCircuit(circuit, context(1)).passed.find((each) => each.ruleId === "battery")?.measured?.value;
    expect(hours).toBeGreaterThan(50);
    expect(mended(circuit, "battery", context((hours ?? 0) * 1.3))).toMatchObject([
      { label: "Take 18650 Li-ion cell in a holder for BT1", deltaCents: -170 },
    ]);
    expect(mended(circuit, "battery", context((hours ?? 0) * 3))).toEqual([]);
  });

  it("[RULE-20] dangling: the LED and its resistor find each other, an LED its ground, or the part goes", () => {
    const half = circuitOf(
      { U1: "uno-r3", D1: "led-5mm", R1: ["resistor", 330] },
      { A: "U1:8 R1:1", B: "R1:2", C: "D1:A", GND: "D1:C U1:GND.1" },
    );
    expect(mended(half, "dangling").map(({ label }) => label)).toEqual(["Wire R1:2 to D1:A", "Take D1 out"]);
    const noGround = circuitOf(
      { U1: "uno-r3", D1: "led-5mm", R1: ["resistor", 330], U2: "dht22" },
      { A: "U1:8 R1:1", B: "R1:2 D1:A", GND: "U2:GND U1:GND.1", V: "U1:5V U2:VCC" },
    );
    expect(mended(noGround, "dangling").map(({ label }) => label)).toEqual([
      "Wire D1:C to ground",
      "Take D1 and R1 out",
    ]);
    const bare = circuitOf(
      { U1: "uno-r3", D1: "led-5mm", U2: "dht22" },
      { A: "U1:8 D1:A", GND: "U2:GND U1:GND.1", V: "U1:5V U2:VCC" },
    );
    expect(mended(bare, "dangling")[0]).toMatchObject({
      label: "Wire D1:C to ground over 330 ohm",
      nets: { GND: "U2:GND U1:GND.1 R1:2" },
    });
  });

  it("[RULE-20] flyback: the diode's ring goes to plus, in whatever order the nets stand", () => {
    for (const [plus, minus] of [
      ["A", "Z"],
      ["Z", "A"],
    ] as const) {
      const pump = circuitOf(
        { U1: "esp32-devkitc", PS1: "adapter-5v-2a", Q1: "mosfet-module", M1: "pump-5v" },
        {
          V: "PS1:+ Q1:VIN+",
          GND: "PS1:- Q1:VIN- Q1:GND U1:GND.1",
          S: "U1:25 Q1:TRIG",
          [plus]: "Q1:OUT+ M1:+",
          [minus]: "Q1:OUT- M1:-",
        },
      );
      const [fix] = mended(pump, "flyback");
      expect(fix?.nets).toMatchObject({ [plus]: "Q1:OUT+ M1:+ D1:C", [minus]: "Q1:OUT- M1:- D1:A" });
    }
  });

  it("[RULE-20] port-current: larger resistors in one proportion, or a pin of another port", () => {
    const pins = ["5", "6", "7", "8", "9", "10", "11", "12", "13"];
    const parts: Record<string, string | [string, number]> = { U1: "uno-r3" };
    const nets: Record<string, string> = { GND: "U1:GND.1" };
    for (const [at, pin] of pins.entries()) {
      parts[`D${at}`] = "led-5mm";
      parts[`R${at}`] = ["resistor", 170];
      nets[`A${at}`] = `U1:${pin} R${at}:1`;
      nets[`B${at}`] = `R${at}:2 D${at}:A`;
      nets.GND += ` D${at}:C`;
    }
    const fixes = mended(circuitOf(parts, nets), "port-current");
    expect(fixes.map(({ label }) => label)).toEqual([
      "Take 270 ohm for R0, R1, R2, R3, R4, R5, R6, R7, R8",
      expect.stringMatching(/^Move U1:\d+ to pin (2|3|4|A\d)( |,)/),
    ]);
    for (const fix of fixes) expect(fix).not.toHaveProperty("refused");
  });
});
