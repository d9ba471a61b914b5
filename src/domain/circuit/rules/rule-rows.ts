/** Whether a row of the table of rules is checked: `rule` by one of its own, else where it is and why. */
export interface RuleRow {
  /** Id as the table has it. */
  id: string;
  severities: string;
  /** What is checked, with its threshold and what keeps it from false alarms. */
  checks: string;
  /** Absent for a rule of the registry; else what of our parts or boards is missing, or where it is checked. */
  instead?: string;
}

const row = (id: string, severities: string, checks: string): RuleRow => ({ id, severities, checks });
const elsewhere = (row: RuleRow, instead: string): RuleRow => ({ ...row, instead });

/** Every row of the table of rules, in its order, and the rules that we have beside it. */
export const ruleRows: readonly RuleRow[] = [
  row(
    "short",
    "E",
    "a supply output meets ground, directly, through 1 ohm, or through what takes more than the source gives; diodes forward and contacts count",
  ),
  row(
    "rail-conflict",
    "E",
    "two known levels more than 15 % apart on one net; a net or source without a figure says nothing",
  ),
  row(
    "supply-contention",
    "E",
    "two supply outputs tied; a charger with its cell, and a 5 V pin that may be fed, are fine",
  ),
  row("out-out", "E", "push-pull outputs tied; open drain, parts with a chip select and knobs are fine"),
  row("missing-supply", "E", "an active part without a live rail; boards may be fed over USB"),
  row("missing-gnd", "E", "a wired part without ground"),
  row("common-ground", "E", "parts that share a signal and no ground"),
  row(
    "floating-input",
    "W",
    "an input with nothing but inputs on its net; a tie or an unused input of a bare chip left open; a contact on a board's pin without a pull-up. Modules pull theirs",
  ),
  row(
    "dangling",
    "I",
    "one end of a part with two ends leads nowhere; a part that is not wired at all is only not used",
  ),
  row("shorted-part", "W", "both ends on one net; legs that a button joins inside are one end"),
  row("unknown-pin", "E", "a net names a part or pin that does not exist; unknown parts are not judged"),
  row("duplicate-id", "E", "two parts or nets of one id"),
  row("polarity", "E/W", "cell, electrolytic, flyback diode or LED reversed; an LED on a pin only stays dark: W"),
  row(
    "over-voltage-pin",
    "E",
    "highest driver or pull-up rail above the pin's absolute maximum, seen through dividers",
  ),
  row(
    "level-margin",
    "W",
    "VOH min of the driver below VIH min of the listener, seen through resistors; I2C lines are pulled and not judged",
  ),
  row("supply-range", "E/W", "rail above (E) or below (W) what the part takes"),
  row(
    "gpio-current",
    "E/W",
    "all direct currents of a pin: LEDs, resistors, bases, buzzers, modules that it feeds; above the absolute maximum E, above the design figure (80 % where the maker names one) W",
  ),
  row("port-current", "E", "ATmega328P groups 150 mA out, 100 mA in; AVR chips 200 mA, RP2040 50 mA in all, each way"),
  row(
    "led-resistor",
    "E/W/I",
    "none across a rail E, on a pin W; above 30 mA E, 20 mA W, below 1 mA I; every colour and segment",
  ),
  row(
    "resistor-power",
    "E/W",
    "above all E, above half W of the resistor's 250 mW, between known levels or in an LED's branch",
  ),
  row("rail-budget", "E/W", "greatest loads above 100 % E, 80 % W of the source"),
  row("regulator", "E", "linear regulators: input less than output and dropout, or more than 1 W of heat"),
  row("motor-from-pin", "E", "servo, motor, pump or relay coil from a GPIO or a 3.3 V regulator"),
  row("many-servos", "W", "more than one servo on the board's own 5 V"),
  row("flyback", "E", "a bare motor or coil without a diode across it; bridges, drivers and modules are exempt"),
  row(
    "mosfet-gate",
    "E/W",
    "a bare gate without a pull-down W; driven below the volts for which its resistance is specified E",
  ),
  row("bjt-base", "E", "a base driven without a resistor"),
  row(
    "decoupling",
    "W/I",
    "a bare chip without 100 nF I; nRF24 and LoRa without 10 uF, A4988 without 100 uF W; strips and servos without 100 uF I; one capacitor serves its rail",
  ),
  row(
    "neopixel",
    "W",
    "data line below 220 or above 1000 ohm; high level below 0.7 VDD; 60 mA a pixel are in `rail-budget`",
  ),
  row("budget", "E/W", "typical total over a hard budget E, over a wish, or the high total over a hard one, W"),
  row("requirement", "E/W", "a function, part, board or language that was named and is not met"),
  row("mains", "W", "any load that may be mains"),
  row("i2c-address", "E", "one address twice on a bus, shifters looked through"),
  row(
    "i2c-pullup",
    "E/W",
    "all pull-ups of a line, those of modules and across a shifter included: below (V - 0.4 V) / 3 mA E; none, or above tr / (0.8473 Cb) with 50 pF and 10 pF a pin, W",
  ),
  row("i2c-rail", "E", "pull-ups above a member's supply or level plus 0.3 V, where it has no figure of its own"),
  row("i2c-speed", "W", "the firmware's clock above the slowest part's; 100 kHz where nothing is set"),
  row(
    "i2c-pins",
    "E",
    "SDA and SCL crossed, on pins that cannot be them, or of two units; where any pin can be either, one line alone is the firmware's choice",
  ),
  row("spi-cs", "E", "chip select open, at a supply, shared, or at ground beside others"),
  row("spi-dir", "E", "MOSI on MISO of another part or of the board's default bus"),
  row(
    "uart-cross",
    "E",
    "TX on TX or RX on RX of the board's port; where any pin can be either, both lines. USB serial pins are `pin-capability`'s (E)",
  ),
  row("onewire", "W", "1-Wire data without a pull-up, above 10 kohm or below 1.15 kohm; modules have theirs"),
  elsewhere(row("i2s", "E", "BCLK, LRC and DIN complete"), "the catalogue has no part with an I2S interface"),
  elsewhere(row("can", "W", "120 ohm at both ends"), "the catalogue has no CAN transceiver"),
  elsewhere(row("rs485", "W/E", "120 ohm at both ends; 5 V RO into 3.3 V"), "the catalogue has no RS-485 transceiver"),
  row(
    "pin-capability",
    "E",
    "analog, PWM, output or digital input on a pin that cannot; flash and USB pins; ADC2 with WiFi, where WiFi is known",
  ),
  row("strapping", "W", "a part that can hold a strapping pin at the wrong level at reset"),
  elsewhere(
    row("firmware-wiring", "E/W/I", "pins, buses, addresses, timers and RAM of the code"),
    "checked with the firmware's text: rung L2 of the ladder, whose findings are the design's, and with a check that brings a sketch",
  ),
  row(
    "battery",
    "W",
    "hours on one charge below the wish, the board's own idle included; the cell's greatest current is in `rail-budget`. Bursts of WiFi are in the board's own capacitors",
  ),
  row("open-contacts", "W", "ours: a relay or switch whose contacts lead nowhere"),
  row("not-checked", "W", "ours: parts that the catalogue does not know, and a circuit without wires"),
];
