import { dfplayer, stepper } from "../modules/acting.ts";
import { pca9685 } from "../modules/bus.ts";
import { beeper, guarded } from "../modules/state.ts";
import type { PythonDriver, PythonUse } from "../python-driver.ts";
import { uartObject } from "./serial.ts";

/** These parts cannot answer: Unit 1 makes them act once and asks a person to look. */
const actOnce = (ask: string) => (use: PythonUse) => [
  `set_${use.name}(True)`,
  "time.sleep_ms(800)",
  `set_${use.name}(False)`,
  `return " ${ask}"`,
];

const typeNameOf = ({ name }: PythonUse) =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** A pin that is high, or low, to switch something on; it is off from the first moment. */
function switched(ask: string, level: (use: PythonUse) => 0 | 1 = () => 1): PythonDriver {
  return {
    machine: () => ["Pin"],
    objects: (use) => [`${use.name} = Pin(${use.pin()}, Pin.OUT, value=${1 - level(use)})`],
    check: actOnce(ask),
    set: (use) => [`${use.name}.value(${level(use) === 1 ? "on" : "not on"})`],
  };
}

export const ledDriver = switched("did it light?", (use) => use.activeLevel);
export const fanDriver = switched("did it turn?");
export const transistorDriver = switched("did it switch?");

/** A module whose level for "on" depends on the maker or on a jumper. */
function byConstant(ask: string, on: 0 | 1, comment: string): PythonDriver {
  return {
    machine: () => ["Pin"],
    constants: ({ constant }) => [`${constant}_ON = ${on}  # ${comment}`],
    objects: (use) => [`${use.name} = Pin(${use.pin()}, Pin.OUT, value=1 - ${use.constant}_ON)`],
    check: actOnce(ask),
    set: ({ name, constant }) => [`${name}.value(${constant}_ON if on else 1 - ${constant}_ON)`],
  };
}

export const relayDriver = byConstant("did it click twice?", 1, "jumper on H; a module that pulls on LOW needs 0 here");
export const activeBuzzerDriver = byConstant(
  "did it beep?",
  0,
  "most modules sound on LOW; silent and loud swapped? 1",
);

export const pumpDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: guarded, names: ["Pump"] },
  objects: (use) => [`${use.name} = Pump(Pin(${use.pin()}, Pin.OUT, value=0))`],
  functions: (use) => [
    `def tend_${use.name}():`,
    `    ${use.name}.tend(${use.setting(`${typeNameOf(use)}RunS`)}, ${use.setting(`${typeNameOf(use)}RestS`)})`,
  ],
  check: actOnce("did it run? never let it run dry"),
  set: ({ name }) => [`${name}.wanted = on`, `tend_${name}()`],
  tend: ({ name }) => [`tend_${name}()`],
};

export const solenoidDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: guarded, names: ["Solenoid"] },
  constants: ({ constant }) => [`${constant}_HOLD_MS = 1000  # longer makes the coil hot`],
  objects: (use) => [`${use.name} = Solenoid(Pin(${use.pin()}, Pin.OUT, value=0), ${use.constant}_HOLD_MS)`],
  check: actOnce("did it pull?"),
  set: ({ name }) => [`${name}.set(on)`],
  tend: ({ name }) => [`${name}.tend()`],
};

export const passiveBuzzerDriver: PythonDriver = {
  machine: () => ["PWM", "Pin"],
  module: { file: beeper, names: ["Beeper"] },
  constants: ({ constant }) => [`${constant}_HZ = 2000`, `${constant}_MS = 200  # length of one beep`],
  objects: (use) => [
    `${use.name} = Beeper(PWM(Pin(${use.pin()}), freq=${use.constant}_HZ, duty_u16=0), ${use.constant}_MS)`,
  ],
  check: ({ name, constant }) => [
    `time.sleep_ms(${constant}_MS)`,
    `${name}.set(True)`,
    `time.sleep_ms(${constant}_MS)`,
    `${name}.set(False)`,
    'return " did it beep?"',
  ],
  set: ({ name }) => [`${name}.set(on)`],
  tend: ({ name }) => [`${name}.tend()`],
};

export const servoDriver: PythonDriver = {
  machine: () => ["PWM", "Pin"],
  constants: ({ constant }) => [
    `${constant}_REST_DEGREES = 10  # the very ends make many servos growl`,
    `${constant}_ACTIVE_DEGREES = 100`,
  ],
  objects: (use) => [`${use.name} = PWM(Pin(${use.pin()}), freq=50)`],
  functions: ({ name }) => [
    `def turn_${name}(degrees):`,
    '    """Pulses of 0.5 to 2.5 ms are 0 to 180 degrees."""',
    `    ${name}.duty_ns(500_000 + int(degrees) * 2_000_000 // 180)`,
  ],
  setup: ({ name, constant }) => [`turn_${name}(${constant}_REST_DEGREES)`],
  check: actOnce("did it swing?"),
  set: ({ name, constant }) => [`turn_${name}(${constant}_ACTIVE_DEGREES if on else ${constant}_REST_DEGREES)`],
  follow: ({ name }) => [`turn_${name}(percent * 1.8)  # 0 to 100 % is 0 to 180 degrees`],
};

export const dcMotorDriver: PythonDriver = {
  machine: () => ["PWM", "Pin"],
  objects: (use) => [
    `${use.name}_a = PWM(Pin(${use.pin("A")}), freq=1000, duty_u16=0)`,
    `${use.name}_b = PWM(Pin(${use.pin("B")}), freq=1000, duty_u16=0)`,
  ],
  functions: ({ name }) => [
    `def drive_${name}(percent):`,
    '    """Speed from -100 to 100 %; the sign is the direction."""',
    "    level = int(min(100, abs(percent)) * 65535 / 100)",
    `    ${name}_a.duty_u16(level if percent > 0 else 0)`,
    `    ${name}_b.duty_u16(level if percent < 0 else 0)`,
  ],
  check: actOnce("did it turn?"),
  set: ({ name }) => [`drive_${name}(80 if on else 0)`],
  follow: ({ name }) => [`drive_${name}(percent)`],
};

/** The ESP32 numbers its timers; the others have one of the system's. */
const timerOf = ({ core }: PythonUse) => (core === "esp32" ? "0" : "-1");

function stepperOf(facts: {
  names: readonly string[];
  className: string;
  steps: number;
  speed: number;
  order: readonly string[];
  grouped: boolean;
}): PythonDriver {
  const { className, steps, speed, order, grouped } = facts;
  return {
    machine: () => ["Pin"],
    module: { file: stepper, names: [className] },
    constants: ({ constant }) => [`${constant}_TURN = ${steps}  # steps of one turn`],
    objects: (use) => {
      const pins = order.map((suffix) => `Pin(${use.pin(suffix)}, Pin.OUT, value=0)`);
      const lines = grouped
        ? [`(${pins[0]},`, ...pins.slice(1, -1).map((pin) => ` ${pin},`), ` ${pins.at(-1)}),`]
        : pins.map((pin) => `${pin},`);
      return [
        ...(facts.names.includes("Enable")
          ? [`${use.name}_enable = Pin(${use.pin("Enable")}, Pin.OUT, value=0)  # low is on`]
          : []),
        `${use.name} = ${className}(`,
        ...lines.map((line) => `    ${line}`),
        `    steps_per_second=${speed},`,
        `    timer=${timerOf(use)},`,
        ")",
      ];
    },
    check: ({ name }) => [
      `set_${name}(True)`,
      `while not ${name}.is_there():`,
      "    time.sleep_ms(10)",
      'return " did it make one turn?"',
    ],
    set: ({ name, constant }) => [`${name}.move_to(${constant}_TURN if on else 0)`],
    follow: ({ name, constant }) => [`${name}.move_to(int(percent * ${constant}_TURN / 100))`],
  };
}

export const uln2003Driver = stepperOf({
  names: [],
  className: "CoilStepper",
  steps: 4096,
  speed: 500,
  order: ["In1", "In2", "In3", "In4"],
  grouped: true,
});
export const a4988Driver = stepperOf({
  names: ["Enable"],
  className: "PulseStepper",
  steps: 200,
  speed: 250,
  order: ["Step", "Dir"],
  grouped: false,
});

/** Several pins as one tuple, a line each. */
function pinTuple(use: PythonUse, suffixes: readonly string[], more: string): string[] {
  return [`${use.name} = (`, ...suffixes.map((suffix) => `    Pin(${use.pin(suffix)}, ${more}),`), ")"];
}

/** Relay board with optocouplers: LOW pulls; all its channels together. */
export function relayBoardDriver(channels: number): PythonDriver {
  const suffixes = Array.from({ length: channels }, (_, index) => `In${index + 1}`);
  return {
    machine: () => ["Pin"],
    objects: (use) => pinTuple(use, suffixes, "Pin.OUT, value=1"),
    check: actOnce("did each click twice?"),
    set: ({ name }) => [`for relay in ${name}:`, "    relay.value(not on)"],
  };
}

export const pixelsDriver: PythonDriver = {
  machine: () => ["Pin"],
  imports: ["neopixel"],
  constants: ({ constant, part }) => [`${constant}_COUNT = ${part.figures?.pixels ?? 1}`],
  objects: (use) => [`${use.name} = neopixel.NeoPixel(Pin(${use.pin()}, Pin.OUT), ${use.constant}_COUNT)`],
  setup: ({ name }) => [`set_${name}(False)`],
  functions: ({ name }) => [
    `def light_${name}(percent):`,
    '    """Warm white; 100 % is a fifth of what it can, as more needs a stronger supply."""',
    "    level = percent / 100",
    `    ${name}.fill((int(50 * level), int(27 * level), int(8 * level)))`,
    `    ${name}.write()`,
  ],
  check: actOnce("did all of it light?"),
  set: ({ name }) => [`light_${name}(100 if on else 0)`],
  follow: ({ name }) => [`light_${name}(percent)`],
};

export const rgbLedDriver: PythonDriver = {
  machine: () => ["Pin"],
  objects: (use) => pinTuple(use, ["R", "G", "B"], "Pin.OUT, value=0"),
  check: ({ name }) => [
    `for colour in ${name}:`,
    "    colour.value(1)",
    "    time.sleep_ms(400)",
    "    colour.value(0)",
    'return " red, green, blue?"',
  ],
  set: ({ name }) => [`for colour in ${name}:`, "    colour.value(on)"],
};

export const shiftRegisterDriver: PythonDriver = {
  machine: () => ["Pin"],
  objects: (use) => [
    `${use.name}_data = Pin(${use.pin("Ds")}, Pin.OUT, value=0)`,
    `${use.name}_shift = Pin(${use.pin("Shcp")}, Pin.OUT, value=0)`,
    `${use.name}_store = Pin(${use.pin("Stcp")}, Pin.OUT, value=0)`,
  ],
  functions: ({ name }) => [
    `def shift_${name}(levels):`,
    '    """Eight levels, Q7 first; all change at once at the end."""',
    "    for bit in range(7, -1, -1):",
    `        ${name}_data.value(levels >> bit & 1)`,
    `        ${name}_shift.value(1)`,
    `        ${name}_shift.value(0)`,
    `    ${name}_store.value(1)`,
    `    ${name}_store.value(0)`,
  ],
  setup: ({ name }) => [`set_${name}(False)`],
  check: actOnce("were all eight outputs high?"),
  set: ({ name }) => [`shift_${name}(0xFF if on else 0)`],
};

export const dfPlayerDriver: PythonDriver = {
  machine: () => ["Pin", "UART"],
  module: { file: dfplayer, names: ["DfPlayer"] },
  constants: ({ constant }) => [`${constant}_VOLUME = 20  # of 30`],
  objects: (use) => [`${use.name} = DfPlayer(${uartObject(use)}, ${use.constant}_VOLUME)`, `${use.name}_on = False`],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, `return True, " files=%d" % ${name}.files()`],
  set: ({ name }) => [
    `global ${name}_on`,
    `if on and not ${name}_on:`,
    `    ${name}.play(1)`,
    `if not on and ${name}_on:`,
    `    ${name}.stop()`,
    `${name}_on = on`,
  ],
};

export const pca9685Driver: PythonDriver = {
  module: { file: pca9685, names: ["Pca9685"] },
  constants: ({ constant }) => [
    `${constant}_REST_US = 1100  # pulse of a servo at rest, and acting`,
    `${constant}_ACTIVE_US = 1900`,
  ],
  objects: ({ name, constant }) => [`${name} = Pca9685(i2c, ${constant}_ADDRESS)`],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, 'return True, ""'],
  set: ({ name, constant }) => [
    "for channel in range(16):",
    `    ${name}.pulse(channel, ${constant}_ACTIVE_US if on else ${constant}_REST_US)`,
  ],
};
