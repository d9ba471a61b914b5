import type { PythonDriver, PythonUse } from "../python-driver.ts";

const adcAndPin = (use: PythonUse) => (use.core === "esp8266" ? (["ADC"] as const) : (["ADC", "Pin"] as const));

/** The board's converter on a pin: 0 to 65,535 on every board. The ESP32 measures only up to about 1 V without the attenuation. */
export function adcObject(use: PythonUse, suffix = ""): string {
  if (use.core === "esp8266") return `ADC(${use.pin(suffix)})`;
  return use.core === "esp32" ? `ADC(Pin(${use.pin(suffix)}), atten=ADC.ATTN_11DB)` : `ADC(Pin(${use.pin(suffix)}))`;
}

/** Raw values at both ends mean an open or a shorted wire far more often than a real reading. */
const rawCheck = ({ name }: PythonUse): string[] => [
  `raw = ${name}.read_u16()`,
  'return 0 < raw < 65535, " raw=%d" % raw',
];

/** A voltage; `read` is what it means. */
function analog(read: (raw: string, use: PythonUse) => string, more: Partial<PythonDriver> = {}): PythonDriver {
  return {
    machine: adcAndPin,
    objects: (use) => [`${use.name} = ${adcObject(use)}`],
    check: rawCheck,
    read: (use) => read(`${use.name}.read_u16()`, use),
    ...more,
  };
}

export const shareDriver = analog((raw) => `${raw} * 100 / 65535`);
export const fallingShareDriver = analog((raw) => `100 - ${raw} * 100 / 65535`);
/** Half of the supply is no field; either pole counts. */
export const magnetDriver = analog((raw) => `abs(${raw} * 200 / 65535 - 100)`);

export const potentiometerDriver = analog((raw) => `${raw} * 100 / 65535`, {
  check: ({ name }) => [`return " turn it: raw=%d" % ${name}.read_u16()`],
});

const settingOf = (use: PythonUse, suffix: string) => use.setting(`${camel(use)}${suffix}`);
/** The Arduino driver's name of the part, by which its settings are called. */
const camel = ({ name }: PythonUse) =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

export const soilDriver = analog((_raw, use) => `${use.name}_percent()`, {
  functions: (use) => [
    `def ${use.name}_percent():`,
    '    """0 % is the probe in dry air, 100 % in water."""',
    `    span = ${settingOf(use, "WetRaw")} - ${settingOf(use, "DryRaw")}`,
    "    if span == 0:",
    "        return None",
    `    percent = (${use.name}.read_u16() - ${settingOf(use, "DryRaw")}) * 100 / span`,
    "    return min(100, max(0, percent))",
  ],
});

/** Full scale is 5 V at the sensor, seen through what stands before the pin: 185 mV for each ampere. */
export const acs712Driver = analog((raw, use) => `(${raw} * 100 / 65535 - ${settingOf(use, "ZeroPct")}) * 50 / 0.185`);

export const soundDriver = analog((_raw, use) => `${use.name}_percent()`, {
  functions: ({ name }) => [
    `def ${name}_percent():`,
    '    """Swing of the microphone within 50 ms, as a share of full scale."""',
    "    low, high = 65535, 0",
    "    start = time.ticks_ms()",
    "    while time.ticks_diff(time.ticks_ms(), start) < 50:",
    `        raw = ${name}.read_u16()`,
    "        low, high = min(low, raw), max(high, raw)",
    "    return max(0, high - low) * 100 / 65535",
  ],
});

export const ntcDriver = analog((_raw, use) => `${use.name}_c()`, {
  imports: ["math"],
  functions: ({ name }) => [
    `def ${name}_c():`,
    '    """Beta equation: 1/T = 1/298.15 + ln(R/R25)/B. OSError with an open or shorted wire."""',
    `    share = ${name}.read_u16() / 65535`,
    "    if not 0.01 < share < 0.99:",
    "        raise OSError(19)",
    "    ohms = 10000 * share / (1 - share)",
    "    return 1 / (1 / 298.15 + math.log(ohms / 10000) / 3950) - 273.15",
  ],
  check: ({ name }) => [`return True, " t=%.1f" % ${name}_c()`],
});

/** A pin that is high or low; `active` says which means yes. */
function yesOrNo(facts: { active: 0 | 1; pull?: true; ask: string }): PythonDriver {
  const { active, pull, ask } = facts;
  const value = ({ name }: PythonUse) => (active === 1 ? `${name}.value()` : `1 - ${name}.value()`);
  return {
    machine: () => ["Pin"],
    objects: (use) => [`${use.name} = Pin(${use.pin()}, Pin.IN${pull === true ? ", Pin.PULL_UP" : ""})`],
    check: (use) => [`return " ${ask}%d" % (${value(use)})`],
    read: value,
  };
}

export const pirDriver = yesOrNo({ active: 1, ask: "wave at it: out=" });
export const contactDriver = yesOrNo({ active: 1, pull: true, ask: "open it: " });
export const tiltDriver = yesOrNo({ active: 1, pull: true, ask: "tip it over: " });
export const vibrationDriver = yesOrNo({ active: 1, ask: "shake it: " });
export const obstacleDriver = yesOrNo({ active: 0, ask: "hold a hand before it: " });
export const touchDriver = yesOrNo({ active: 1, ask: "touch it: " });

export const buttonDriver: PythonDriver = {
  machine: () => ["Pin"],
  objects: (use) => {
    const pulled = use.activeLevel === 0 && !use.pinHas("", "no_pull");
    const pin = `Pin(${use.pin()}, Pin.IN${pulled ? ", Pin.PULL_UP" : ""})`;
    return [`${use.name} = Button(${pin}, ${use.activeLevel})`];
  },
  // Held at start is a short or a wrong pair of legs.
  check: ({ name }) => [`return not ${name}.is_down(), " released, now press it"`],
};

export const joystickDriver: PythonDriver = {
  machine: adcAndPin,
  objects: (use) => [
    `${use.name}_x = ${adcObject(use, "X")}`,
    `${use.name}_y = ${adcObject(use, "Y")}`,
    `${use.name}_push = Pin(${use.pin("Push")}, Pin.IN, Pin.PULL_UP)`,
  ],
  check: ({ name }) => [`return " tilt it: x=%d" % ${name}_x.read_u16()`],
  read: ({ name }) => {
    const axis = (letter: string) => `${name}_${letter}.read_u16() * 200 / 65535 - 100`;
    return `(${axis("x")}, ${axis("y")}, 1 - ${name}_push.value())`;
  },
};
