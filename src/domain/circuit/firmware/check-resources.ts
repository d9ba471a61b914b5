import type { Finding } from "../design.ts";
import type { CodeUses } from "./code-uses.ts";
import type { PinTrace } from "./trace-pins.ts";
import { gpioByNumber, wiringFinding } from "./wired-code.ts";

/** Bytes of RAM that a 128x64 one-bit picture takes. */
const oledBufferBytes = 1024;

/** Bytes of stack that `DHT::read()` takes for the 80 pulse lengths of one reading (DHT sensor library 1.4.6). */
const dhtStackBytes = 320;

/** What the chip itself runs out of: timers shared by a library and PWM, and RAM. Only the AVR is that short of both; which timers are taken stands with the board. */
export function resourceFindings(uses: CodeUses, trace: PinTrace): Finding[] {
  const { figures } = trace.board;
  if (figures.core !== "avr") return [];
  const words = new Set(uses.source.tokens.filter((token) => token.kind === "word").map((token) => token.text));
  const gpios = gpioByNumber(trace);
  const timerOf = (number: number | null) => {
    const gpio = number === null ? undefined : gpios.get(number);
    return trace.board.part.pins.find((pin) => gpio !== undefined && pin.gpio === gpio)?.pwm?.timer ?? "";
  };
  const takers = [
    { taker: "Servo", timers: figures.takenTimers?.servo ?? [] },
    { taker: "tone", timers: figures.takenTimers?.tone ?? [] },
  ];
  const clashes = takers.flatMap(({ taker, timers }) =>
    uses.pins
      .filter((use) => words.has(taker) && use.role === "pwm" && timers.includes(timerOf(use.pin)))
      .map((use) =>
        wiringFinding(
          "W",
          `${taker} takes the timer of PWM pin ${use.pin} (line ${use.line}): analogWrite will not work there.`,
          {},
        ),
      ),
  );
  if (!words.has("Adafruit_SSD1306") || oledBufferBytes * 4 < figures.ramBytes) return clashes;
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
      limit: { value: figures.ramBytes, unit: "B" },
      source: "Adafruit SSD1306 library: width x height / 8 bytes; ATmega328P datasheet, SRAM",
    },
  ];
}
