import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";

/** Goals whose designs are drawn in tests: every part of the catalogue that has a picture of its own comes up. */
export const drawnGoals = [
  "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45",
  "three LEDs and a button on an Arduino Uno",
  "Arduino Uno with an LCD and an ultrasonic distance sensor",
  "plant watering with a soil moisture sensor, a relay and a pump on an ESP32",
  "a servo and a buzzer on an ESP32",
  "weather station with a DHT22 and an OLED on an ESP32",
  "motion alarm with a PIR sensor and a buzzer on an Arduino Uno",
  "light sensor that switches a relay on an ESP32",
  "Arduino Uno with a potentiometer and a servo",
  "ESP32 with BME280, OLED, HC-SR04, soil moisture sensor, PIR, a servo, a buzzer, a relay and two buttons",
];

/** The design of a goal; throws when the engine refuses it. */
export function goalDesign(goal: string): Design {
  const design = designGoal({ goal });
  if (design.status !== "ok") throw new Error(`${goal}: ${design.reason ?? design.status}`);
  return design;
}
