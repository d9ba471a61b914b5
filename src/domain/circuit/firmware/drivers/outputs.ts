import { cppFunction } from "../cpp-text.ts";
import type { Driver, PartUse, Proof, Trigger } from "../driver.ts";
import { withEvents } from "./usual-triggers.ts";

const dry: Trigger = { quantity: "soil", when: "below", limit: 35, hysteresis: 10, step: 15 };
const near: Trigger = { quantity: "distance", when: "below", limit: 20, hysteresis: 5, step: 15 };
const dark: Trigger = { quantity: "light", when: "below", limit: 30, hysteresis: 10, step: 15 };
const moving: Trigger = { quantity: "motion", when: "above", limit: 0.5, hysteresis: 0.2 };
const warm: Trigger = { quantity: "temperature", when: "above", limit: 28, hysteresis: 1, step: 2 };
const damp: Trigger = { quantity: "humidity", when: "above", limit: 65, hysteresis: 5, step: 5 };
const turned: Trigger = { quantity: "knob", when: "above", limit: 50, hysteresis: 5, step: 15 };

/** These parts cannot answer: Unit 1 makes them act once and asks a person to look. */
function actOnce(what: string): (use: PartUse) => Proof {
  return ({ typeName }) => ({
    kind: "look",
    act: [`set${typeName}(true);`, "delay(800);", `set${typeName}(false);`],
    detail: { statements: [`Serial.print(F(" ${what}"));`], expected: ` ${what}` },
  });
}

/** Whatever the level for "off" is, it is there from the start. */
const startOff = (use: PartUse) => [`pinMode(${use.pin()}, OUTPUT);`, `set${use.typeName}(false);`];

/** LED with its resistor on a pin; the level that lights it follows from how it is wired. */
export const ledDriver: Driver = {
  stem: "led",
  pins: [{ suffix: "", names: ["A", "C"] }],
  setup: startOff,
  proof: actOnce("did it light?"),
  output: {
    set: (use) => [
      `digitalWrite(${use.pin()}, on ? ${use.activeLevel} : ${use.activeLevel === "HIGH" ? "LOW" : "HIGH"});`,
    ],
    triggers: withEvents([near, dry, moving, dark, warm, damp, turned]),
  },
};

/** Relay module with its own transistor and its trigger jumper on H (catalogue); other modules pull on LOW. */
export const relayDriver: Driver = {
  stem: "relay",
  pins: [{ suffix: "", names: ["IN"] }],
  constants: ({ typeName }) => [
    `constexpr uint8_t k${typeName}On = HIGH;  // jumper on H; a module that pulls on LOW needs LOW here`,
  ],
  setup: startOff,
  proof: actOnce("did it click twice?"),
  output: {
    set: (use) => [`digitalWrite(${use.pin()}, on ? k${use.typeName}On : !k${use.typeName}On);`],
    triggers: withEvents([dry, warm, damp, dark, moving, near, turned]),
    isLoad: true,
  },
};

/** Pump behind a transistor or a driver module: high at the pin runs it, for a limited time, so that a dead sensor floods nothing. */
export const pumpDriver: Driver = {
  stem: "pump",
  pins: [{ suffix: "", names: ["-", "+"] }],
  settings: ({ ref, typeName }) => [
    { name: `${typeName}RunS`, value: 30, min: 1, max: 600, comment: `seconds that ${ref} runs at a stretch, at most` },
    { name: `${typeName}RestS`, value: 600, min: 1, max: 3600, comment: `seconds that ${ref} then rests` },
  ],
  globals: ({ name }) => [
    `bool ${name}Wanted = false;`,
    `bool ${name}Runs = false;`,
    `bool ${name}Rests = false;  // it ran as long as it may`,
    `uint32_t ${name}ChangedMs = 0;`,
  ],
  functions: (use) => {
    const { name, typeName } = use;
    const seconds = (setting: string) => `static_cast<uint32_t>(${use.setting(setting)} * 1000.0f)`;
    return cppFunction(
      "Runs for a limited time, then rests: a dead sensor must not flood a room.",
      `void guard${typeName}()`,
      [
        `const uint32_t sinceMs = millis() - ${name}ChangedMs;`,
        `if (${name}Runs && sinceMs >= ${seconds(`${typeName}RunS`)}) ${name}Rests = true;`,
        `else if (!${name}Runs && sinceMs >= ${seconds(`${typeName}RestS`)}) ${name}Rests = false;`,
        `const bool run = ${name}Wanted && !${name}Rests;`,
        `if (run != ${name}Runs) ${name}ChangedMs = millis();`,
        `${name}Runs = run;`,
        `digitalWrite(${use.pin()}, run ? HIGH : LOW);`,
      ],
    );
  },
  setup: startOff,
  proof: actOnce("did it run? never let it run dry"),
  output: {
    set: ({ name, typeName }) => [`${name}Wanted = on;`, `guard${typeName}();`],
    tend: ({ typeName }) => [`guard${typeName}();`],
    triggers: withEvents([dry, warm, turned]),
    isLoad: true,
  },
};

const alarms = withEvents([near, moving, dry, warm, damp, dark, turned]);

/**
 * Passive buzzer: it only sounds when it gets a tone. Set again and again, an alarm beeps on, with pauses: the ESP32 core queues tones (128,
 * then it waits), so one must have ended before the next is asked for.
 */
export const passiveBuzzerDriver: Driver = {
  stem: "buzzer",
  pins: [{ suffix: "", names: ["1", "2"] }],
  constants: ({ typeName }) => [
    `constexpr uint16_t k${typeName}Hz = 2000;`,
    `constexpr uint16_t k${typeName}Ms = 200;  // length of one beep`,
  ],
  setup: (use) => [`pinMode(${use.pin()}, OUTPUT);`],
  proof: actOnce("did it beep?"),
  output: {
    set: (use) => [
      "static bool wasOn = false;",
      "static uint32_t lastMs = 0;",
      `if (!on && wasOn) noTone(${use.pin()});`,
      `if (on && (!wasOn || millis() - lastMs > k${use.typeName}Ms)) {`,
      `  tone(${use.pin()}, k${use.typeName}Hz, k${use.typeName}Ms);`,
      "  lastMs = millis();",
      "}",
      "wasOn = on;",
    ],
    triggers: alarms,
    isMomentary: true,
  },
};

/** Active buzzer module: it makes its own tone as long as its input is at the level that switches it on. */
export const activeBuzzerDriver: Driver = {
  stem: "buzzer",
  pins: [{ suffix: "", names: ["I/O"] }],
  constants: ({ typeName }) => [
    `constexpr uint8_t k${typeName}On = LOW;  // most modules sound on LOW; silent and loud swapped? HIGH`,
  ],
  setup: startOff,
  proof: actOnce("did it beep?"),
  output: {
    set: (use) => [`digitalWrite(${use.pin()}, on ? k${use.typeName}On : !k${use.typeName}On);`],
    triggers: alarms,
    isMomentary: true,
  },
};

/** Hobby servo; Servo on AVR, ESP32Servo on the ESP32, which speaks the same words. */
export const servoDriver: Driver = {
  stem: "servo",
  pins: [{ suffix: "", names: ["PWM"] }],
  constants: ({ typeName }) => [
    `constexpr int k${typeName}RestDegrees = 10;  // the very ends make many servos growl`,
    `constexpr int k${typeName}ActiveDegrees = 100;`,
  ],
  globals: ({ name }) => [`Servo ${name};`],
  setup: (use) => [`${use.name}.attach(${use.pin()});`, `${use.name}.write(k${use.typeName}RestDegrees);`],
  proof: actOnce("did it swing?"),
  output: {
    set: ({ name, typeName }) => [`${name}.write(on ? k${typeName}ActiveDegrees : k${typeName}RestDegrees);`],
    follow: ({ name }) => [`${name}.write(static_cast<int>(percent * 1.8f));  // 0..100 % is 0..180 degrees`],
    triggers: withEvents([near, moving, warm, dark, dry, damp]),
    isLoad: true,
  },
};
