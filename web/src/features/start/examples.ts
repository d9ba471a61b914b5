/** A goal that can be run with one click, in the words of its person. */
export interface Example {
  goal: string;
  drawing: "station" | "alarm" | "soil";
}

/** Goals for the boards and parts of the catalogue. */
export const examples: readonly Example[] = [
  { goal: "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45", drawing: "station" },
  { goal: "Arduino Uno distance alarm with an HC-SR04, an LCD and a buzzer, budget $50", drawing: "alarm" },
  { goal: "Soil moisture monitor with an ESP32, an OLED and a red LED", drawing: "soil" },
];

/** What the engine makes of an example: parts, and their price in US cents. */
export interface ExampleFigures {
  parts: number;
  totalCents: number;
}
