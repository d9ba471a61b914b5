import { cppFunction } from "../cpp-text.ts";
import type { Driver } from "../driver.ts";

/** HC-SR04: 10 us on TRIG starts a ping, ECHO stays high while the sound travels. Out and back, sound needs 58 us per cm. */
export const hcsr04Driver: Driver = {
  stem: "hcsr04",
  pins: [
    { suffix: "Trig", names: ["TRIG"] },
    { suffix: "Echo", names: ["ECHO"] },
  ],
  constants: ({ typeName }) => [
    `constexpr uint32_t k${typeName}TimeoutUs = 25000;  // about 4 m, the sensor's reach`,
    `constexpr float k${typeName}UsPerCm = 58.0f;  // sound, out and back`,
  ],
  functions: (use) =>
    cppFunction("Sends one ping; NAN when no echo comes back.", `float ${use.name}DistanceCm()`, [
      `digitalWrite(${use.pin("Trig")}, LOW);`,
      "delayMicroseconds(2);",
      `digitalWrite(${use.pin("Trig")}, HIGH);`,
      "delayMicroseconds(10);",
      `digitalWrite(${use.pin("Trig")}, LOW);`,
      `const uint32_t echoUs = pulseIn(${use.pin("Echo")}, HIGH, k${use.typeName}TimeoutUs);`,
      `return echoUs == 0 ? NAN : echoUs / k${use.typeName}UsPerCm;`,
    ]),
  setup: (use) => [`pinMode(${use.pin("Trig")}, OUTPUT);`, `pinMode(${use.pin("Echo")}, INPUT);`],
  isMute: true,
  proof: ({ typeName, name }) => ({
    kind: "answers",
    condition: `read${typeName}()`,
    detail: {
      statements: [
        'Serial.print(F(" cm="));',
        "delay(60);  // or the last echo answers",
        `Serial.print(${name}DistanceCm(), 1);`,
      ],
      expected: " cm=<distance in cm>",
    },
    hint: "no echo: hold a hand 20 cm in front of it and press reset",
  }),
  readings: ({ name }) => [
    {
      quantity: "distance",
      field: "distanceCm",
      label: "D",
      unit: "cm",
      decimals: 1,
      expression: `${name}DistanceCm()`,
    },
  ],
};
