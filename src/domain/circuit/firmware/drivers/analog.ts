import { cppFunction } from "../cpp-text.ts";
import type { Driver, PartUse, Proof } from "../driver.ts";

/** Highest raw value of analogRead on this board. */
export const adcMax = (use: Pick<PartUse, "board">): number => use.board.analog.max;

/** Volts that a capacitive probe gives dry and in water, by its supply; typical values of the usual module. */
const probeVolts = { "5": { dry: 2.55, wet: 1.27 }, "3.3": { dry: 1.97, wet: 0.83 } } as const;

/** A voltage as this board's analogRead tells it, rounded to tens. */
const rawOf = ({ board }: Pick<PartUse, "board">, volts: number): number =>
  Math.round(((volts / board.analog.volts) * board.analog.max) / 10) * 10;

const analogNames = ["AOUT", "S", "SIG", "AO", "OUT"];

/** Raw values at both ends mean an open or a shorted wire far more often than a real reading. */
export function rawProof(use: PartUse): Proof {
  return {
    kind: "answers",
    condition: `analogRead(${use.pin()}) > 0 && analogRead(${use.pin()}) < ${adcMax(use)}`,
    detail: {
      statements: ['Serial.print(F(" raw="));', `Serial.print(analogRead(${use.pin()}));`],
      expected: ` raw=<1 to ${adcMax(use) - 1}>`,
      always: true,
    },
  };
}

/**
 * Capacitive soil moisture probe: the drier, the higher its voltage. Both ends are starting values only (typical);
 * every probe differs, so Unit 1 prints raw values to replace them.
 */
export const soilDriver: Driver = {
  stem: "soil",
  pins: [{ suffix: "", names: analogNames }],
  settings: (use) => {
    const max = adcMax(use);
    const volts = probeVolts[use.board.logicVolts === 5 ? "5" : "3.3"];
    return [
      {
        name: `${use.typeName}DryRaw`,
        value: rawOf(use, volts.dry),
        min: 0,
        max,
        comment: "raw value in dry air: yours is in Unit 1",
      },
      {
        name: `${use.typeName}WetRaw`,
        value: rawOf(use, volts.wet),
        min: 0,
        max,
        comment: "raw value in a glass of water: likewise",
      },
    ];
  },
  functions: (use) =>
    cppFunction("0 % is the probe in dry air, 100 % in water.", `float ${use.name}Percent()`, [
      `const float span = ${use.setting(`${use.typeName}WetRaw`)} - ${use.setting(`${use.typeName}DryRaw`)};`,
      "if (span == 0.0f) return NAN;",
      `const float percent = (analogRead(${use.pin()}) - ${use.setting(`${use.typeName}DryRaw`)}) * 100.0f / span;`,
      "return constrain(percent, 0.0f, 100.0f);",
    ]),
  isMute: true,
  proof: rawProof,
  readings: ({ name }) => [
    { quantity: "soil", field: "soilPercent", label: "Soil", unit: "%", decimals: 0, expression: `${name}Percent()` },
  ],
};

/** Photoresistor as a divider: brighter reads higher when it sits between supply and pin. */
export const ldrDriver: Driver = {
  stem: "light",
  pins: [{ suffix: "", names: analogNames }],
  isMute: true,
  proof: rawProof,
  readings: (use) => [
    {
      quantity: "light",
      field: "lightPercent",
      label: "Light",
      unit: "%",
      decimals: 0,
      expression: `analogRead(${use.pin()}) * 100.0f / ${adcMax(use)}`,
    },
  ],
};

/** Potentiometer as a divider between supply and ground. */
export const potentiometerDriver: Driver = {
  stem: "knob",
  pins: [{ suffix: "", names: analogNames }],
  isMute: true,
  proof: (use) => ({
    // A knob at its stop reads 0 or full scale and is fine, so a person turns it and looks at the readings.
    kind: "look",
    detail: {
      statements: ['Serial.print(F(" turn it: raw="));', `Serial.print(analogRead(${use.pin()}));`],
      expected: ` turn it: raw=<0 to ${adcMax(use)}>`,
    },
  }),
  readings: (use) => [
    {
      quantity: "knob",
      field: "knobPercent",
      label: "Knob",
      unit: "%",
      decimals: 0,
      expression: `analogRead(${use.pin()}) * 100.0f / ${adcMax(use)}`,
    },
  ],
};
