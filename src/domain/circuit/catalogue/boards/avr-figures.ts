import type { BoardFigures } from "../../catalogue-part.ts";

/** Levels and currents of a pin at 5 V, alike in the datasheets of ATmega328P and ATmega2560. */
export const avrLimits: BoardFigures["pinLimits"] = {
  absMaxVolts: 5.5,
  vihMinVolts: 3.0,
  vilMaxVolts: 1.5,
  vohMinVolts: 4.2,
  designMa: 20,
  absSourceMa: 40,
  absSinkMa: 40,
};

/** The Servo library takes timer 1 of an ATmega328P, tone() timer 2. */
export const timersTaken328: NonNullable<BoardFigures["takenTimers"]> = { servo: ["1"], tone: ["2"] };

/** Up to twelve servos take timer 5 of an ATmega2560, tone() timer 2. */
export const timersTaken2560: NonNullable<BoardFigures["takenTimers"]> = { servo: ["5"], tone: ["2"] };

/** Where it stands which timers are taken. */
export const timersTakenSource = "Servo library, ServoTimers.h for AVR; Arduino AVR core, Tone.cpp";
