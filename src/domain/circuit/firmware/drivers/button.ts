import type { Driver } from "../driver.ts";

/** Push button between a pin and ground (or, with an outside pull-down, the supply). */
export const buttonDriver: Driver = {
  stem: "button",
  pins: [{ suffix: "", names: ["1.l", "2.l", "1.r", "2.r"] }],
  constants: ({ typeName }) => [`constexpr uint32_t k${typeName}DebounceMs = 30;  // contacts bounce for some ms`],
  setup: (use) => {
    const pulled = use.activeLevel === "LOW" && !use.pinHas("", "no_pull");
    return [`pinMode(${use.pin()}, ${pulled ? "INPUT_PULLUP" : "INPUT"});`];
  },
  proof: (use) => ({
    // Held at start is a short or a wrong pair of legs.
    kind: "answers",
    condition: `digitalRead(${use.pin()}) != ${use.activeLevel}`,
    hint: "pressed or shorted: turn the button by 90 degrees",
    detail: { statements: ['Serial.print(F(" released, now press it"));'], expected: " released, now press it" },
  }),
  button: true,
};
