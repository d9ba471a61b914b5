import type { Design } from "../../../src/domain/circuit/design.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import { selectParts } from "../../../src/domain/circuit/selection/select-parts.ts";
import { wireSelection } from "../../../src/domain/circuit/wiring/wire-selection.ts";
import type { PictureDesign } from "../../../src/domain/picture/diagram-layout.ts";
import { designPart } from "./hand-made-designs.ts";

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

/** The design of a goal as far as the picture needs it; throws when the engine refuses the goal. */
export function goalDesign(goal: string): PictureDesign {
  const reading = readGoal(goal);
  if (reading.kind === "none") throw new Error(`${goal}: ${reading.why}`);
  const { requirements } = reading;
  const selection = selectParts(requirements, null);
  if ("reason" in selection) throw new Error(`${goal}: ${selection.reason}`);
  const wiring = wireSelection(selection, requirements, null);
  if ("reason" in wiring) throw new Error(`${goal}: ${wiring.reason}`);
  const parts = wiring.parts.map((chosen) => designPart([chosen.id, chosen.part.id, chosen.value], wiring.nets));
  const board: Design["board"] = { id: selection.board.part.id, name: selection.board.part.name };
  return { board, parts, nets: wiring.nets, connections: wiring.connections, findings: [] };
}
