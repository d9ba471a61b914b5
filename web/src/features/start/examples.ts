/** A goal that can be run with one click, in the words of its person. */
export interface Example {
  goal: string;
  /** What stands on the bench for it, in few words. */
  board: string;
}

/** Goals for the boards and parts of the catalogue. */
export const examples: readonly Example[] = [
  {
    goal: "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45",
    board: "ESP32 · battery · OLED",
  },
  {
    goal: "Arduino Uno distance alarm with an HC-SR04, an LCD and a buzzer, budget $50",
    board: "Uno · ultrasonic · buzzer",
  },
  {
    goal: "Soil moisture monitor with an ESP32, an OLED and a red LED",
    board: "ESP32 · soil probe · OLED",
  },
];
