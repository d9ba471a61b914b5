import type { Finding } from "../design.ts";
import type { CodeUses } from "./code-uses.ts";
import type { PinTrace } from "./trace-pins.ts";
import { wiringFinding } from "./wired-code.ts";

/**
 * Timers of the ATmega328P that a library takes from PWM pins (its data sheet, "Timer/Counter"; Servo uses timer 1, which
 * drives 9 and 10, and tone() timer 2, which drives 3 and 11).
 */
const timers = [
  { taker: "Servo", pins: [9, 10] },
  { taker: "tone", pins: [3, 11] },
] as const;

/** Bytes of RAM that a 128x64 one-bit picture takes. */
const oledBufferBytes = 1024;

/** Bytes of stack that `DHT::read()` takes for the 80 pulse lengths of one reading (DHT sensor library 1.4.6). */
const dhtStackBytes = 320;

/** What the chip itself runs out of: timers shared by a library and PWM, and RAM. Only the AVR is that short of both. */
export function resourceFindings(uses: CodeUses, trace: PinTrace): Finding[] {
  if (trace.board.figures.mcu !== "atmega328p") return [];
  const words = new Set(uses.source.tokens.filter((token) => token.kind === "word").map((token) => token.text));
  const clashes = timers.flatMap(({ taker, pins }) =>
    uses.pins
      .filter((use) => words.has(taker) && use.role === "pwm" && pins.some((pin) => pin === use.pin))
      .map((use) =>
        wiringFinding(
          "W",
          `${taker} takes the timer of PWM pin ${use.pin} (line ${use.line}): analogWrite will not work there.`,
          {},
        ),
      ),
  );
  if (!words.has("Adafruit_SSD1306")) return clashes;
  const reading = words.has("DHT")
    ? ` A reading of the DHT library takes ${dhtStackBytes} bytes more for a moment.`
    : "";
  const ram = wiringFinding(
    "I",
    `The OLED's picture takes half of the board's RAM: keep texts in F("...").${reading}`,
    {},
  );
  return [
    ...clashes,
    {
      ...ram,
      measured: { value: oledBufferBytes, unit: "B" },
      limit: { value: trace.board.figures.ramBytes, unit: "B" },
      source: "Adafruit SSD1306 library: width x height / 8 bytes; ATmega328P datasheet, SRAM",
    },
  ];
}
