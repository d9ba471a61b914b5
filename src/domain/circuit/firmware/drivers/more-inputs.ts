import { cppFunction } from "../cpp-text.ts";
import type { Driver, PartUse } from "../driver.ts";
import { adcMax } from "./analog.ts";

const notYet = (use: PartUse) => `${use.name}Last`;

/** Keypad 4x4: the last key as its code, 48 for 0. */
export const keypadDriver: Driver = {
  stem: "keypad",
  pins: ["R1", "R2", "R3", "R4", "C1", "C2", "C3", "C4"].map((name) => ({ suffix: name, names: [name] })),
  globals: (use) => [
    `char ${use.name}Map[4][4] = {{'1', '2', '3', 'A'}, {'4', '5', '6', 'B'}, {'7', '8', '9', 'C'}, {'*', '0', '#', 'D'}};`,
    `byte ${use.name}Rows[4] = {${["R1", "R2", "R3", "R4"].map((pin) => use.pin(pin)).join(", ")}};`,
    `byte ${use.name}Columns[4] = {${["C1", "C2", "C3", "C4"].map((pin) => use.pin(pin)).join(", ")}};`,
    `Keypad ${use.name}(makeKeymap(${use.name}Map), ${use.name}Rows, ${use.name}Columns, 4, 4);`,
    `float ${notYet(use)} = NAN;`,
  ],
  setup: (use) =>
    ["R1", "R2", "R3", "R4", "C1", "C2", "C3", "C4"].map((pin) => `pinMode(${use.pin(pin)}, INPUT_PULLUP);`),
  functions: (use) =>
    cppFunction("Notes a pressed key.", `void ${use.name}Listen()`, [
      `const char key = ${use.name}.getKey();`,
      `if (key != NO_KEY) ${notYet(use)} = key;`,
    ]),
  tend: ({ name }) => [`${name}Listen();`],
  isMute: true,
  proof: () => ({
    kind: "look",
    detail: { statements: ['Serial.print(F(" press keys and watch Key"));'], expected: " press keys and watch Key" },
  }),
  readings: (use) => [{ quantity: "key", field: "key", label: "Key", unit: "", decimals: 0, expression: notYet(use) }],
};

/** Two axes from -100 to 100. */
export const joystickDriver: Driver = {
  stem: "joystick",
  pins: [
    { suffix: "X", names: ["VRX"] },
    { suffix: "Y", names: ["VRY"] },
    { suffix: "Push", names: ["SW"] },
  ],
  setup: (use) => [`pinMode(${use.pin("Push")}, INPUT_PULLUP);`],
  isMute: true,
  proof: (use) => ({
    kind: "look",
    detail: {
      statements: ['Serial.print(F(" tilt it: x="));', `Serial.print(analogRead(${use.pin("X")}));`],
      expected: " tilt it: x=<about half of full scale>",
    },
  }),
  readings: (use) => {
    const axis = (suffix: string) => `analogRead(${use.pin(suffix)}) * 200.0f / ${adcMax(use)} - 100.0f`;
    return [
      { quantity: "stick", field: "stickX", label: "X", unit: "%", decimals: 0, expression: axis("X") },
      { quantity: "stick", field: "stickY", label: "Y", unit: "%", decimals: 0, expression: axis("Y") },
      {
        quantity: "touch",
        field: "stickPushed",
        label: "Push",
        unit: "",
        decimals: 0,
        expression: `digitalRead(${use.pin("Push")}) == LOW`,
      },
    ];
  },
};

/** Encoder: a turn counts when CLK falls, its direction is the level of DT then. */
export const encoderDriver: Driver = {
  stem: "encoder",
  pins: [
    { suffix: "Clk", names: ["CLK"] },
    { suffix: "Dt", names: ["DT"] },
    { suffix: "Push", names: ["SW"] },
  ],
  globals: ({ name }) => [`int ${name}Percent = 50;  // starts in the middle`],
  functions: (use) =>
    cppFunction("Counts clicks; asked at every turn of loop().", `void ${use.name}Listen()`, [
      "static int last = HIGH;",
      `const int now = digitalRead(${use.pin("Clk")});`,
      "if (last == HIGH && now == LOW)",
      `  ${use.name}Percent = constrain(${use.name}Percent + (digitalRead(${use.pin("Dt")}) == HIGH ? 5 : -5), 0, 100);`,
      "last = now;",
    ]),
  setup: (use) => [
    `pinMode(${use.pin("Clk")}, INPUT);`,
    `pinMode(${use.pin("Dt")}, INPUT);`,
    `pinMode(${use.pin("Push")}, INPUT_PULLUP);`,
  ],
  tend: ({ name }) => [`${name}Listen();`],
  isMute: true,
  proof: (use) => ({
    kind: "look",
    detail: {
      statements: [
        'Serial.print(F(" turn and push it: push="));',
        `Serial.print(digitalRead(${use.pin("Push")}) == LOW);`,
      ],
      expected: " turn and push it: push=<0 or 1>",
    },
  }),
  readings: ({ name }) => [
    { quantity: "knob", field: "encoderPercent", label: "Knob", unit: "%", decimals: 0, expression: `${name}Percent` },
  ],
};

/** Infrared receiver: the command of the last key of a remote control. */
export const irDriver: Driver = {
  stem: "remote",
  pins: [{ suffix: "", names: ["OUT"] }],
  globals: (use) => [`float ${notYet(use)} = NAN;`],
  functions: (use) =>
    cppFunction("Notes the command of a key.", `void ${use.name}Listen()`, [
      "if (!IrReceiver.decode()) return;",
      `${notYet(use)} = IrReceiver.decodedIRData.command;`,
      "IrReceiver.resume();",
    ]),
  setup: (use) => [`IrReceiver.begin(${use.pin()});`],
  tend: ({ name }) => [`${name}Listen();`],
  isMute: true,
  proof: () => ({
    kind: "look",
    detail: { statements: ['Serial.print(F(" press a key and watch IR"));'], expected: " press a key and watch IR" },
  }),
  readings: (use) => [
    { quantity: "remote", field: "irCommand", label: "IR", unit: "", decimals: 0, expression: notYet(use) },
  ],
};
