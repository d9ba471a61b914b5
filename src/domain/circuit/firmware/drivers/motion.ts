import type { Driver } from "../driver.ts";

/** PIR module with a digital output that stays high while something warm moves. It needs a minute to settle. */
export const pirDriver: Driver = {
  stem: "motion",
  pins: [{ suffix: "", names: ["OUT"] }],
  setup: (use) => [`pinMode(${use.pin()}, INPUT);`],
  isMute: true,
  proof: (use) => ({
    kind: "look",
    detail: {
      statements: ['Serial.print(F(" wave at it: out="));', `Serial.print(digitalRead(${use.pin()}));`],
      expected: " wave at it: out=<0 or 1>",
    },
  }),
  readings: (use) => [
    {
      quantity: "motion",
      field: "motion",
      label: "Motion",
      unit: "",
      decimals: 0,
      expression: `digitalRead(${use.pin()})`,
    },
  ],
};
