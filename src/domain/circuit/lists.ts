/** Severity of a finding: E makes the verdict FAIL, W makes it WARNING, I leaves it PASS. */
export const severities = ["E", "W", "I"] as const;
export type Severity = (typeof severities)[number];

export const verdicts = ["PASS", "WARNING", "FAIL"] as const;
export type Verdict = (typeof verdicts)[number];

export const designStatuses = ["ok", "needs_answer", "unsupported"] as const;
export type DesignStatus = (typeof designStatuses)[number];

/** What a net carries. `signal` is a single-ended digital or analog line, `bus` a shared one (SDA, SCL, SCK). */
export const netKinds = ["ground", "supply", "battery", "signal", "analog", "bus", "motor"] as const;
export type NetKind = (typeof netKinds)[number];

/** Insulation colours that a maker can buy. Conventions: hardware.md "Pin allocation and wiring". */
export const wireColours = [
  "red",
  "orange",
  "violet",
  "brown",
  "black",
  "blue",
  "yellow",
  "green",
  "white",
  "grey",
] as const;
export type WireColour = (typeof wireColours)[number];

export const firmwareLanguages = ["arduino", "micropython"] as const;
export type FirmwareLanguage = (typeof firmwareLanguages)[number];

/** Languages that people write to Ohm and that Ohm answers in. */
export const spokenLanguages = ["en", "de"] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

export const powerSources = ["usb", "battery", "adapter", "mains"] as const;
export type PowerSource = (typeof powerSources)[number];

export const places = ["indoors", "outdoors", "wet"] as const;
export type Place = (typeof places)[number];

/** The verification ladder: schema, syntax, pins agree with the wiring, executed on stubs, compiled, simulated. */
export const ladderLevels = ["L0", "L1", "L2", "L3", "L4", "L5"] as const;
export type LadderLevel = (typeof ladderLevels)[number];

export const partFamilies = [
  "board",
  "sensor",
  "display",
  "input",
  "actuator",
  "power",
  "logic",
  "passive",
  "semiconductor",
  "mechanical",
] as const;
export type PartFamily = (typeof partFamilies)[number];

/** How a part talks to the board. */
export const partInterfaces = ["i2c", "spi", "uart", "onewire", "digital", "analog", "pwm", "power", "none"] as const;
export type PartInterface = (typeof partInterfaces)[number];

/**
 * What a part can do for a person. Requirements are covered by functions, parts provide them.
 * `sense-*` measure, `show-*` tell a person, `act-*` move or switch, `input-*` hear a person, `talk-*` reach other devices,
 * `log-*` keep data, `keep-*` know the time, `read-*` read what a person carries, `play-*` play recordings, `expand-*` give a board more pins.
 */
export const functionIds = [
  "sense-temperature",
  "sense-humidity",
  "sense-pressure",
  "sense-distance",
  "sense-soil-moisture",
  "sense-light",
  "sense-motion",
  "sense-acceleration",
  "sense-weight",
  "sense-current",
  "sense-gas",
  "sense-sound",
  "sense-location",
  "sense-colour",
  "sense-water",
  "sense-flame",
  "sense-contact",
  "sense-magnet",
  "sense-tilt",
  "keep-time",
  "read-card",
  "show-text",
  "show-graphics",
  "show-light",
  "show-digits",
  "show-pixels",
  "show-colour",
  "act-servo",
  "act-sound",
  "act-switch-load",
  "act-pump",
  "act-motor",
  "act-stepper",
  "act-solenoid",
  "act-fan",
  "play-audio",
  "input-button",
  "input-knob",
  "input-keypad",
  "input-joystick",
  "input-encoder",
  "input-touch",
  "input-remote",
  "talk-wifi",
  "talk-bluetooth",
  "talk-lora",
  "talk-radio",
  "log-data",
  "expand-pins",
  "expand-analog",
  "expand-pwm",
] as const;
export type FunctionId = (typeof functionIds)[number];

/** How a part came out of Unit 1 in a serial log. `look`: it cannot answer for itself, a person has to say. */
export const partOutcomes = ["passed", "failed", "look", "not_seen"] as const;
export type PartOutcome = (typeof partOutcomes)[number];
