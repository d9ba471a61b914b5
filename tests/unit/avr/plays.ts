import assert from "node:assert/strict";
import type { CodeFile } from "../../../src/domain/circuit/design.ts";
import type { Edge } from "./avr-bench.ts";
import type { Stage } from "./stage.ts";

/** One file on the bench: what it must do, in words that stand in the evidence, and the test of it. */
export interface Play {
  unit: CodeFile["unitNumber"];
  says: string;
  act(stage: Stage): void | Promise<void>;
}

/** A design whose firmware is simulated. */
export interface Simulated {
  goal: string;
  boardId: string;
  plays: Play[];
}

const near = (value: number, wanted: number, tolerance: number) =>
  assert.ok(Math.abs(value - wanted) <= tolerance, `${value}, not ${wanted} +- ${tolerance}`);

/** Lengths in ms of the high levels among the edges. */
function highMs(edges: readonly Edge[]): number[] {
  return edges.flatMap(({ ms, high }, index) => {
    const next = edges[index + 1];
    return high && next !== undefined ? [next.ms - ms] : [];
  });
}

/** Unit 1: runs until its last line and answers what it printed. */
function bringUp({ bench }: Stage, parts: number, limitMs = 12_000): string[] {
  bench.runUntil("[done]", () => bench.serial.includes("[done]"), limitMs);
  bench.run(5);
  const lines = bench.lines;
  assert.ok(lines.includes(`[done] ${parts} parts`), lines.join("\n"));
  return lines;
}

const hasLine = (lines: readonly string[], pattern: RegExp) =>
  assert.ok(
    lines.some((line) => pattern.test(line)),
    `no line ${pattern} in:\n${lines.join("\n")}`,
  );

const blink: Simulated = {
  goal: "Arduino Uno that blinks an LED",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "printed [ok] for the board and [look] for the LED, which was lit for 0.8 s",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("D1:A"));
        const lines = bringUp(stage, 2);
        hasLine(lines, /^\[ok\] uno-r3 U1$/);
        hasLine(lines, /^\[look\] led-5mm D1 pin=\d+ did it light\?$/);
        near(highMs(edges)[0] ?? 0, 800, 5);
      },
    },
    {
      unit: 2,
      says: "the LED's pin changed every second, seven times in 7.5 s",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("D1:A"));
        stage.bench.run(7_500);
        assert.ok(edges.length >= 6 && edges.length <= 8, `${edges.length} changes`);
        for (const [index, { ms }] of edges.slice(2).entries()) near(ms - (edges[index + 1]?.ms ?? 0), 1000, 5);
      },
    },
  ],
};

const button: Simulated = {
  goal: "Arduino Uno with a button and an LED",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "printed [ok] for the released button, and [press] for one press with bouncing contacts",
      act: (stage) => {
        hasLine(bringUp(stage, 3), /^\[ok\] button-6mm SW1 pin=\d+ released, now press it$/);
        stage.press("SW1:1.l");
        assert.equal(stage.bench.lines.filter((line) => line === "[press] button SW1").length, 1);
      },
    },
    {
      unit: 2,
      says: "each of three presses with bouncing contacts changed the LED once",
      act: (stage) => {
        stage.bench.run(300);
        const edges = stage.bench.watch(stage.pin("D1:A"));
        for (let press = 0; press < 3; press++) stage.press("SW1:1.l");
        assert.deepEqual(
          edges.map(({ high }) => high),
          [true, false, true],
        );
      },
    },
    {
      unit: 3,
      says: "each of two presses changed the LED once",
      act: (stage) => {
        stage.bench.run(300);
        const edges = stage.bench.watch(stage.pin("D1:A"));
        stage.press("SW1:1.l");
        stage.press("SW1:1.l");
        assert.deepEqual(
          edges.map(({ high }) => high),
          [true, false],
        );
      },
    },
  ],
};

const relay: Simulated = {
  goal: "Arduino Nano with a relay over USB",
  boardId: "arduino-nano",
  plays: [
    {
      unit: 1,
      says: "the relay was switched on for 0.8 s and off again",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("K1:IN"));
        hasLine(bringUp(stage, 2), /^\[look\] relay-module-1ch K1 pin=\w+ did it click twice\?$/);
        near(highMs(edges)[0] ?? 0, 800, 5);
      },
    },
    {
      unit: 2,
      says: "stayed off by itself for 3 s, and followed the words on and off over serial",
      act: async (stage) => {
        const edges = stage.bench.watch(stage.pin("K1:IN"));
        stage.bench.run(3_000);
        assert.equal(edges.length, 0);
        await stage.bench.type("on\n");
        stage.bench.run(50);
        assert.equal(stage.isHigh("K1:IN"), true);
        await stage.bench.type("off\r\n");
        stage.bench.run(50);
        assert.equal(stage.isHigh("K1:IN"), false);
      },
    },
  ],
};

const parking: Simulated = {
  goal: "Arduino Uno with an HC-SR04 and a passive buzzer over USB",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "measured 40 cm, and the buzzer got 2 kHz",
      act: (stage) => {
        stage.echo("U2:TRIG", "U2:ECHO", () => 40);
        const edges = stage.bench.watch(stage.pin("BZ1:1"));
        const line = bringUp(stage, 3).find((one) => one.startsWith("[ok] hc-sr04 U2"));
        near(Number(/cm=([\d.]+)/.exec(line ?? "")?.[1]), 40, 1);
        near(highMs(edges)[10] ?? 0, 0.25, 0.01);
      },
    },
    {
      unit: 1,
      says: "said [fail] where no echo came back",
      act: (stage) => {
        stage.echo("U2:TRIG", "U2:ECHO", () => null);
        hasLine(bringUp(stage, 3), /^\[fail\] hc-sr04 U2 trig=\d+ echo=\d+ no echo: /);
      },
    },
    {
      unit: 2,
      says: "silent at 60 cm, beeping at 10 cm, silent again at 60 cm; pings at least 60 ms apart",
      act: (stage) => {
        let cm = 60;
        stage.echo("U2:TRIG", "U2:ECHO", () => cm);
        const tones = stage.bench.watch(stage.pin("BZ1:1"));
        const pings = stage.bench.watch(stage.pin("U2:TRIG"));
        stage.bench.run(1_500);
        assert.equal(tones.length, 0);
        cm = 10;
        stage.bench.run(2_000);
        assert.ok(tones.length > 1000, `${tones.length} edges`);
        cm = 60;
        stage.bench.run(600);
        const before = tones.length;
        stage.bench.run(1_000);
        assert.equal(tones.length, before);
        const starts = pings.filter(({ high }) => high).map(({ ms }) => ms);
        for (const [index, ms] of starts.slice(1).entries())
          assert.ok(ms - (starts[index] ?? 0) >= 60, "ping too early");
        assert.ok(stage.bench.lines.some((line) => /D (?:59|60)\.\dcm/.test(line)));
      },
    },
    {
      unit: 3,
      says: "a limit typed over serial moved the alarm to 50 cm",
      act: async (stage) => {
        stage.echo("U2:TRIG", "U2:ECHO", () => 40);
        const tones = stage.bench.watch(stage.pin("BZ1:1"));
        stage.bench.run(1_500);
        assert.equal(tones.length, 0);
        await stage.bench.type("buzzerLimit 50\n");
        stage.bench.run(1_500);
        assert.ok(tones.length > 500, `${tones.length} edges`);
        hasLine(stage.bench.lines, /^buzzerLimit 50\.00$/);
      },
    },
  ],
};

const motion: Simulated = {
  goal: "Arduino Uno with a PIR and an active buzzer",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "the module was pulled low for 0.8 s, the level on which it sounds",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("BZ1:I/O"));
        stage.bench.drive(stage.pin("U2:OUT"), false);
        bringUp(stage, 3);
        const low = edges.findIndex(({ high }) => !high);
        near((edges[low + 1]?.ms ?? 0) - (edges[low]?.ms ?? 0), 800, 5);
      },
    },
    {
      unit: 2,
      says: "sounded within 0.3 s of motion and was silent without",
      act: (stage) => {
        const sensor = stage.pin("U2:OUT");
        stage.bench.drive(sensor, false);
        stage.bench.run(1_000);
        assert.equal(stage.isHigh("BZ1:I/O"), true);
        stage.bench.drive(sensor, true);
        stage.bench.run(300);
        assert.equal(stage.isHigh("BZ1:I/O"), false);
        stage.bench.drive(sensor, false);
        stage.bench.run(300);
        assert.equal(stage.isHigh("BZ1:I/O"), true);
      },
    },
  ],
};

const motor: Simulated = {
  goal: "Arduino Uno with a TT motor and a potentiometer",
  boardId: "uno-r3",
  plays: [
    {
      unit: 2,
      says: "PWM on the driver's input followed the knob: 0 % at 0 V, 50 % at 2.5 V, always on at 5 V",
      act: (stage) => {
        const duty = (volts: number) => {
          stage.bench.analog(stage.pin("RV1:SIG"), volts);
          stage.bench.run(200);
          const start = stage.bench.ms;
          const edges = stage.bench.watch(stage.pin("U2:IN1"));
          const first = edges.length;
          const wasHigh = stage.isHigh("U2:IN1");
          stage.bench.run(100);
          let high = wasHigh ? -start : 0;
          for (const edge of edges.slice(first)) high += edge.high ? -edge.ms : edge.ms;
          if (stage.isHigh("U2:IN1")) high += stage.bench.ms;
          return high;
        };
        near(duty(0), 0, 0.5);
        near(duty(2.5), 50, 1.5);
        near(duty(5), 100, 0.5);
        assert.equal(stage.isHigh("U2:IN2"), false);
      },
    },
  ],
};

const servo: Simulated = {
  goal: "Arduino Uno with a servo and a potentiometer",
  boardId: "uno-r3",
  plays: [
    {
      unit: 2,
      says: "pulses every 20 ms whose length followed the knob: 0.54 ms at 0 V, 1.5 ms in the middle, 2.4 ms at 5 V",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("M1:PWM"));
        for (const [volts, us] of [
          [0, 544],
          [2.5, 1467],
          [5, 2400],
        ] as const) {
          stage.bench.analog(stage.pin("RV1:SIG"), volts);
          stage.bench.run(300);
          const recent = edges.slice(-8);
          near((highMs(recent).at(-1) ?? 0) * 1000, us, 25);
          const rises = recent.filter(({ high }) => high).map(({ ms }) => ms);
          near((rises.at(-1) ?? 0) - (rises.at(-2) ?? 0), 20, 0.2);
        }
      },
    },
  ],
};

const watering: Simulated = {
  goal: "Arduino Uno with a soil moisture sensor and a pump over USB",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "read the probe's raw value, and ran the pump for 0.8 s",
      act: (stage) => {
        stage.bench.analog(stage.pin("U2:AOUT"), 2);
        const edges = stage.bench.watch(stage.pin("Q1:TRIG"));
        hasLine(bringUp(stage, 3), /^\[ok\] soil-moisture-cap U2 pin=A0 raw=4(?:08|09|10)$/);
        near(highMs(edges)[0] ?? 0, 800, 5);
      },
    },
    {
      unit: 2,
      says: "dry soil ran the pump, wet soil stopped it within 2.5 s",
      act: (stage) => {
        stage.bench.analog(stage.pin("U2:AOUT"), 2.5);
        stage.bench.run(300);
        assert.equal(stage.isHigh("Q1:TRIG"), true);
        stage.bench.analog(stage.pin("U2:AOUT"), 1.4);
        stage.bench.run(2_500);
        assert.equal(stage.isHigh("Q1:TRIG"), false);
      },
    },
    {
      unit: 3,
      says: "a pump told over serial to run for 3 s at most ran for 3 s on dry soil, and then rested",
      act: async (stage) => {
        stage.bench.analog(stage.pin("U2:AOUT"), 1.4);
        stage.bench.run(100);
        const edges = stage.bench.watch(stage.pin("Q1:TRIG"));
        await stage.bench.type("pumpRunS 3\n");
        stage.bench.analog(stage.pin("U2:AOUT"), 2.5);
        stage.bench.run(6_000);
        near(highMs(edges)[0] ?? 0, 3_000, 20);
        assert.equal(stage.isHigh("Q1:TRIG"), false);
      },
    },
  ],
};

const mega: Simulated = {
  goal: "Arduino Mega with two buttons and two LEDs",
  boardId: "arduino-mega-2560",
  plays: [
    {
      unit: 1,
      says: "printed a line for each of two buttons and two LEDs; both LEDs were lit in turn",
      act: (stage) => {
        const [one, two] = [stage.bench.watch(stage.pin("D1:A")), stage.bench.watch(stage.pin("D2:A"))];
        const lines = bringUp(stage, 5);
        for (const part of ["SW1", "SW2"]) hasLine(lines, new RegExp(`^\\[ok\\] button-6mm ${part} `));
        for (const edges of [one, two]) near(highMs(edges)[0] ?? 0, 800, 5);
      },
    },
    {
      unit: 2,
      says: "a press of the first button lit both LEDs, a second one put them out",
      act: (stage) => {
        stage.bench.run(300);
        const seen: boolean[] = [];
        for (let press = 0; press < 2; press++) {
          stage.press("SW1:1.l");
          seen.push(stage.isHigh("D1:A"), stage.isHigh("D2:A"));
        }
        assert.deepEqual(seen, [true, true, false, false]);
      },
    },
  ],
};

const climate: Simulated = {
  goal: "Arduino Uno with a DHT22 and an LCD1602",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "read 21.5 C from a DHT22 and found the LCD at 0x27",
      act: (stage) => {
        stage.dht22("U2:DATA", () => ({ celsius: 21.5, percent: 48 }));
        stage.lcd(0x27, 16, 2);
        const lines = bringUp(stage, 3);
        hasLine(lines, /^\[ok\] dht22 U2 pin=\d+ t=21\.5$/);
        hasLine(lines, /^\[(?:ok|look)\] lcd1602-i2c DS1 0x27/);
      },
    },
    {
      unit: 1,
      says: "said [fail] for a silent DHT22 and for an LCD that did not acknowledge its address",
      act: (stage) => {
        stage.dht22("U2:DATA", () => null);
        const lines = bringUp(stage, 3);
        hasLine(lines, /^\[fail\] dht22 U2 /);
        hasLine(lines, /^\[fail\] lcd1602-i2c DS1 0x27/);
        assert.ok(stage.bench.unanswered.has(0x27));
      },
    },
    {
      unit: 2,
      says: "the bytes on I2C put temperature and humidity on the LCD, and new ones when they changed",
      act: (stage) => {
        let celsius = 21.5;
        stage.dht22("U2:DATA", () => ({ celsius, percent: 48 }));
        const shown = stage.lcd(0x27, 16, 2);
        stage.bench.run(3_000);
        assert.deepEqual(shown(), ["T 21.5C", "RH 48%"]);
        celsius = 23.4;
        stage.bench.run(4_500);
        assert.deepEqual(shown(), ["T 23.4C", "RH 48%"]);
      },
    },
    {
      unit: 3,
      says: "a DHT22 that fell silent was logged once and shown as --, and taken up again when it was back",
      act: (stage) => {
        let reading: { celsius: number; percent: number } | null = { celsius: 21.5, percent: 48 };
        stage.dht22("U2:DATA", () => reading);
        const shown = stage.lcd(0x27, 16, 2);
        stage.bench.run(3_000);
        assert.deepEqual(shown(), ["T 21.5C", "RH 48%"]);
        reading = null;
        stage.bench.run(4_500);
        assert.deepEqual(shown(), ["T --", "RH --"]);
        assert.equal(stage.bench.lines.filter((line) => /W dht22 .* does not answer/.test(line)).length, 1);
        reading = { celsius: 20, percent: 50 };
        stage.bench.run(4_500);
        assert.deepEqual(shown(), ["T 20.0C", "RH 50%"]);
        assert.equal(stage.bench.lines.filter((line) => /I dht22 .* answers/.test(line)).length, 1);
      },
    },
  ],
};

const register: Simulated = {
  goal: "Arduino Uno with a 74HC595 and a button over USB",
  boardId: "uno-r3",
  plays: [
    {
      unit: 2,
      says: "each press shifted eight equal bits out and latched them: 0xFF, then 0x00",
      act: (stage) => {
        stage.lcd(0x27, 16, 2);
        const outputs: number[] = [];
        let shifted = 0;
        stage.bench.onChange(stage.pin("U2:SHCP"), (high) => {
          if (high) shifted = ((shifted << 1) | (stage.isHigh("U2:DS") ? 1 : 0)) & 0xff;
        });
        stage.bench.onChange(stage.pin("U2:STCP"), (high) => {
          if (high) outputs.push(shifted);
        });
        stage.bench.run(1_000);
        stage.press("SW1:1.l");
        stage.press("SW1:1.l");
        assert.deepEqual(outputs, [0x00, 0xff, 0x00]);
      },
    },
  ],
};

const night: Simulated = {
  goal: "Arduino Uno with a photoresistor and an LED",
  boardId: "uno-r3",
  plays: [
    {
      unit: 1,
      says: "printed the raw value of the light sensor",
      act: (stage) => {
        stage.bench.analog(stage.pin("U2:S"), 3);
        hasLine(bringUp(stage, 3), /^\[ok\] ldr-module U2 pin=A0 raw=61\d$/);
      },
    },
    {
      unit: 2,
      says: "lit below 30 % of light, still at 35 %, and not above 40 %",
      act: (stage) => {
        const lit = [4, 1, 1.75, 2.5].map((volts) => {
          stage.bench.analog(stage.pin("U2:S"), volts);
          stage.bench.run(2_200);
          return stage.isHigh("D1:A");
        });
        assert.deepEqual(lit, [false, true, true, false]);
      },
    },
  ],
};

const touch: Simulated = {
  goal: "Arduino Nano with a touch sensor and a relay",
  boardId: "arduino-nano",
  plays: [
    {
      unit: 3,
      says: "the relay followed the touch sensor within 0.5 s, and the watchdog let it run for 9 s",
      act: (stage) => {
        const sensor = stage.pin("SW1:I/O");
        stage.bench.drive(sensor, false);
        stage.bench.run(9_000);
        const seen = [true, false].map((touched) => {
          stage.bench.drive(sensor, touched);
          stage.bench.run(500);
          return stage.isHigh("K1:IN");
        });
        assert.deepEqual(seen, [true, false]);
      },
    },
  ],
};

const door: Simulated = {
  goal: "Arduino Uno with a reed switch and a buzzer",
  boardId: "uno-r3",
  plays: [
    {
      unit: 2,
      says: "the buzzer sounded while the door's contact was in one state only",
      act: (stage) => {
        const contact = stage.pin("SW1:1");
        const tones = stage.bench.watch(stage.pin("BZ1:1"));
        const counts = [false, null].map((level) => {
          stage.bench.drive(contact, level);
          stage.bench.run(700);
          const before = tones.length;
          stage.bench.run(1_000);
          return tones.length - before;
        });
        const sounding = counts.filter((count) => count > 500).length;
        const silent = counts.filter((count) => count === 0).length;
        assert.deepEqual([sounding, silent], [1, 1]);
      },
    },
  ],
};

const phone: Simulated = {
  goal: "Arduino Uno with an HC-05 over USB",
  boardId: "uno-r3",
  plays: [
    {
      unit: 2,
      says: "the module's line carried text at 9600 baud every 2 s, and what the module sent came out over USB",
      act: (stage) => {
        const edges = stage.bench.watch(stage.pin("U2:RXD"));
        stage.bench.drive(stage.pin("U2:TXD"), true);
        stage.bench.run(2_600);
        assert.match(textAt9600(edges), /Up 2s/);
        sendAt9600(stage, stage.pin("U2:TXD"), "hi\n");
        stage.bench.run(20);
        assert.ok(stage.bench.serial.includes("hi\n"), stage.bench.serial);
      },
    },
  ],
};

const bitMs = 1000 / 9600;

/** What a line that rests high has carried: each byte begins with a low bit, its lowest bit comes first. */
function textAt9600(edges: readonly Edge[]): string {
  const levelAt = (ms: number) => edges.findLast((edge) => edge.ms <= ms)?.high ?? true;
  let text = "";
  let free = 0;
  for (const { ms, high } of edges) {
    if (high || ms < free) continue;
    let byte = 0;
    for (let bit = 0; bit < 8; bit++) if (levelAt(ms + (bit + 1.5) * bitMs)) byte |= 1 << bit;
    text += String.fromCharCode(byte);
    free = ms + 9.5 * bitMs;
  }
  return text;
}

function sendAt9600({ bench }: Stage, pin: string, text: string): void {
  for (const character of text) {
    const byte = character.charCodeAt(0);
    const levels = [false, ...Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1), true, true];
    for (const high of levels) {
      bench.drive(pin, high);
      bench.run(bitMs);
    }
  }
}

/** Designs over all three AVR boards whose compiled firmware is simulated. */
export const simulated: readonly Simulated[] = [
  blink,
  button,
  relay,
  parking,
  motion,
  motor,
  servo,
  watering,
  mega,
  climate,
  register,
  night,
  touch,
  door,
  phone,
];
