import { cppFunction } from "../cpp-text.ts";
import type { Driver, PartUse, Proof } from "../driver.ts";
import { serialLine } from "./serial-line.ts";
import { usualTriggers } from "./usual-triggers.ts";

/** Unit 1 makes them act once and asks a person to look. */
export function actOnce(what: string): (use: PartUse) => Proof {
  return ({ typeName }) => ({
    kind: "look",
    act: [`set${typeName}(true);`, "delay(800);", `set${typeName}(false);`],
    detail: { statements: [`Serial.print(F(" ${what}"));`], expected: ` ${what}` },
  });
}

const startOff = (use: PartUse) => [`pinMode(${use.pin()}, OUTPUT);`, `set${use.typeName}(false);`];

/** Behind a switch in its minus wire: high runs it. */
const switched = (stem: string, what: string): Driver => ({
  stem,
  pins: [{ suffix: "", names: ["-", "+", "G", "B"] }],
  setup: startOff,
  proof: actOnce(what),
  output: {
    set: (use) => [`digitalWrite(${use.pin()}, on ? HIGH : LOW);`],
    triggers: usualTriggers,
    isLoad: true,
  },
});

export const fanDriver = switched("fan", "did it turn?");
export const transistorDriver = switched("switch", "did it switch?");

/** A solenoid gets hot: it is held for a second at a stretch, whatever is asked for. */
export const solenoidDriver: Driver = {
  stem: "bolt",
  pins: [{ suffix: "", names: ["-", "+"] }],
  constants: ({ typeName }) => [`constexpr uint32_t k${typeName}HoldMs = 1000;  // longer makes the coil hot`],
  globals: ({ name }) => [`bool ${name}On = false;`, `uint32_t ${name}SinceMs = 0;`],
  functions: (use) =>
    cppFunction("Lets go of the bolt in time.", `void guard${use.typeName}()`, [
      `if (${use.name}On && millis() - ${use.name}SinceMs >= k${use.typeName}HoldMs) digitalWrite(${use.pin()}, LOW);`,
    ]),
  setup: startOff,
  proof: actOnce("did it pull?"),
  output: {
    set: (use) => [
      `if (on && !${use.name}On) {`,
      `  ${use.name}SinceMs = millis();`,
      `  digitalWrite(${use.pin()}, HIGH);`,
      "}",
      `if (!on) digitalWrite(${use.pin()}, LOW);`,
      `${use.name}On = on;`,
    ],
    tend: ({ typeName }) => [`guard${typeName}();`],
    triggers: usualTriggers,
    isLoad: true,
    isMomentary: true,
  },
};

/** A motor on one channel of an H-bridge: one input gets the speed, the other stays low. */
export const dcMotorDriver: Driver = {
  stem: "motor",
  pins: [
    { suffix: "A", names: ["+"] },
    { suffix: "B", names: ["-"] },
  ],
  functions: (use) =>
    cppFunction("Speed from -100 to 100 %; the sign is the direction.", `void drive${use.typeName}(int percent)`, [
      "const int level = constrain(abs(percent), 0, 100) * 255 / 100;",
      `analogWrite(${use.pin("A")}, percent > 0 ? level : 0);`,
      `analogWrite(${use.pin("B")}, percent < 0 ? level : 0);`,
    ]),
  setup: (use) => [
    `pinMode(${use.pin("A")}, OUTPUT);`,
    `pinMode(${use.pin("B")}, OUTPUT);`,
    `drive${use.typeName}(0);`,
  ],
  proof: actOnce("did it turn?"),
  output: {
    set: ({ typeName }) => [`drive${typeName}(on ? 80 : 0);`],
    follow: ({ typeName }) => [`drive${typeName}(static_cast<int>(percent));`],
    triggers: usualTriggers,
    isLoad: true,
  },
};

/** A stepper by AccelStepper: on goes one turn forward, off goes back. */
function stepper(facts: {
  pins: readonly string[];
  mode: string;
  order: readonly string[];
  steps: number;
  speed: number;
}): Driver {
  const { pins, mode, order, steps, speed } = facts;
  const word = (pin: string) => pin.charAt(0) + pin.slice(1).toLowerCase();
  return {
    stem: "stepper",
    pins: pins.map((name) => ({ suffix: word(name), names: [name] })),
    constants: ({ typeName }) => [`constexpr long k${typeName}Turn = ${steps};  // steps of one turn`],
    globals: (use) => [
      `AccelStepper ${use.name}(AccelStepper::${mode}, ${order.map((pin) => use.pin(word(pin))).join(", ")});`,
    ],
    setup: (use) => [
      ...(pins.includes("ENABLE")
        ? [`pinMode(${use.pin("Enable")}, OUTPUT);`, `digitalWrite(${use.pin("Enable")}, LOW);  // low is on`]
        : []),
      `${use.name}.setMaxSpeed(${speed});`,
      `${use.name}.setAcceleration(${speed});`,
    ],
    proof: (use) => ({
      kind: "look",
      act: [`set${use.typeName}(true);`, `while (${use.name}.distanceToGo() != 0) ${use.name}.run();`],
      detail: { statements: ['Serial.print(F(" did it make one turn?"));'], expected: " did it make one turn?" },
    }),
    output: {
      set: ({ name, typeName }) => [`${name}.moveTo(on ? k${typeName}Turn : 0);`],
      follow: ({ name, typeName }) => [`${name}.moveTo(static_cast<long>(percent * k${typeName}Turn / 100.0f));`],
      tend: ({ name }) => [`${name}.run();`],
      triggers: usualTriggers,
      isLoad: true,
    },
  };
}

/** Half steps; the coils are wired in the order 1, 3, 2, 4. */
export const uln2003Driver = stepper({
  pins: ["IN1", "IN2", "IN3", "IN4"],
  mode: "HALF4WIRE",
  order: ["IN1", "IN3", "IN2", "IN4"],
  steps: 4096,
  speed: 800,
});
export const a4988Driver = stepper({
  pins: ["STEP", "DIR", "ENABLE"],
  mode: "DRIVER",
  order: ["STEP", "DIR"],
  steps: 200,
  speed: 400,
});

/** Relay board with optocouplers: LOW pulls; all its channels together. */
export function relayBoardDriver(channels: number): Driver {
  const names = Array.from({ length: channels }, (_, index) => `IN${index + 1}`);
  return {
    stem: "relays",
    pins: names.map((name) => ({ suffix: name.replace("IN", "In"), names: [name] })),
    setup: (use) => [
      // High first, then output: no relay clicks at the start.
      ...names.flatMap((name) => {
        const pin = use.pin(name.replace("IN", "In"));
        return [`digitalWrite(${pin}, HIGH);`, `pinMode(${pin}, OUTPUT);`];
      }),
    ],
    proof: actOnce("did each click twice?"),
    output: {
      set: (use) => names.map((name) => `digitalWrite(${use.pin(name.replace("IN", "In"))}, on ? LOW : HIGH);`),
      triggers: usualTriggers,
      isLoad: true,
    },
  };
}

/** WS2812: a fifth of full brightness, so that no supply is surprised; a knob turns the hue's brightness. */
export const pixelsDriver: Driver = {
  stem: "pixels",
  pins: [{ suffix: "", names: ["DIN"] }],
  constants: ({ typeName, part }) => [
    `constexpr uint16_t k${typeName}Count = ${part.figures?.pixels ?? 1};`,
    `constexpr uint8_t k${typeName}Brightness = 50;  // of 255: more needs a stronger supply`,
  ],
  globals: (use) => [`Adafruit_NeoPixel ${use.name}(k${use.typeName}Count, ${use.pin()}, NEO_GRB + NEO_KHZ800);`],
  setup: ({ name, typeName }) => [
    `${name}.begin();`,
    `${name}.setBrightness(k${typeName}Brightness);`,
    `set${typeName}(false);`,
  ],
  proof: actOnce("did all of it light?"),
  output: {
    set: ({ name }) => [`${name}.fill(on ? Adafruit_NeoPixel::Color(255, 140, 40) : 0);`, `${name}.show();`],
    follow: ({ name }) => [
      "const uint8_t level = static_cast<uint8_t>(percent * 2.55f);",
      `${name}.fill(Adafruit_NeoPixel::Color(level, level / 2, level / 6));`,
      `${name}.show();`,
    ],
    triggers: usualTriggers,
  },
};

/** RGB LED with common cathode: warm white on, dark off. */
export const rgbLedDriver: Driver = {
  stem: "rgb",
  pins: [
    { suffix: "R", names: ["R"] },
    { suffix: "G", names: ["G"] },
    { suffix: "B", names: ["B"] },
  ],
  setup: (use) => [
    ...["R", "G", "B"].map((name) => `pinMode(${use.pin(name)}, OUTPUT);`),
    `set${use.typeName}(false);`,
  ],
  proof: (use) => ({
    kind: "look",
    act: ["R", "G", "B"].flatMap((name) => [
      `digitalWrite(${use.pin(name)}, HIGH);`,
      "delay(400);",
      `digitalWrite(${use.pin(name)}, LOW);`,
    ]),
    detail: { statements: ['Serial.print(F(" red, green, blue?"));'], expected: " red, green, blue?" },
  }),
  output: {
    set: (use) => ["R", "G", "B"].map((name) => `digitalWrite(${use.pin(name)}, on ? HIGH : LOW);`),
    triggers: usualTriggers,
  },
};

/** DFPlayer: the first file of its card, while it is on. */
export const dfPlayerDriver: Driver = {
  stem: "player",
  pins: serialLine.pins,
  headers: serialLine.headers,
  constants: ({ typeName }) => [`constexpr uint8_t k${typeName}Volume = 20;  // of 30`],
  globals: (use) => [...serialLine.globals(use), `DFRobotDFPlayerMini ${use.name};`],
  setup: serialLine.setup,
  start: ({ name, typeName }) => [
    `if (!${name}.begin(${name}Line)) return false;`,
    `${name}.volume(k${typeName}Volume);`,
    "return true;",
  ],
  proof: ({ typeName, name }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" files="));', `Serial.print(${name}.readFileCounts());`],
      expected: " files=<count on the card>",
    },
    hint: "silent: a FAT32 card with /mp3/0001.mp3 in it?",
  }),
  output: {
    set: ({ name }) => [
      "static bool wasOn = false;",
      `if (on && !wasOn) ${name}.play(1);`,
      `if (!on && wasOn) ${name}.stop();`,
      "wasOn = on;",
    ],
    triggers: usualTriggers,
  },
};

/** PCA9685: a servo at its first output swings. */
export const pca9685Driver: Driver = {
  stem: "servos",
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = 0x${(address ?? 0x40).toString(16).toUpperCase()};  // ${ref}`,
    `constexpr uint16_t k${typeName}RestUs = 1100;  // pulse of a servo at rest, and acting`,
    `constexpr uint16_t k${typeName}ActiveUs = 1900;`,
  ],
  globals: ({ name, typeName }) => [`Adafruit_PWMServoDriver ${name}(k${typeName}Address);`],
  start: ({ name, typeName }) => [
    `if (!answersOnI2c(k${typeName}Address)) return false;`,
    `${name}.begin();`,
    `${name}.setPWMFreq(50);`,
    "return true;",
  ],
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
  proof: ({ typeName }) => ({ kind: "answers", condition: `start${typeName}()` }),
  output: {
    set: ({ name, typeName }) => [
      "for (uint8_t channel = 0; channel < 16; channel++)",
      `  ${name}.writeMicroseconds(channel, on ? k${typeName}ActiveUs : k${typeName}RestUs);`,
    ],
    triggers: usualTriggers,
    isLoad: true,
  },
};

/** 74HC595: its eight outputs together. */
export const shiftRegisterDriver: Driver = {
  stem: "shifter",
  pins: [
    { suffix: "Ds", names: ["DS"] },
    { suffix: "Shcp", names: ["SHCP"] },
    { suffix: "Stcp", names: ["STCP"] },
  ],
  setup: (use) => [
    ...["Ds", "Shcp", "Stcp"].map((name) => `pinMode(${use.pin(name)}, OUTPUT);`),
    `set${use.typeName}(false);`,
  ],
  proof: actOnce("were all eight outputs high?"),
  output: {
    set: (use) => [
      `digitalWrite(${use.pin("Stcp")}, LOW);`,
      `shiftOut(${use.pin("Ds")}, ${use.pin("Shcp")}, MSBFIRST, on ? 0xFF : 0x00);`,
      `digitalWrite(${use.pin("Stcp")}, HIGH);  // now all eight change at once`,
    ],
    triggers: usualTriggers,
  },
};
