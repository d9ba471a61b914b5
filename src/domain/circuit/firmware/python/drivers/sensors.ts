import { ads1115, bh1750, dsClock, ina219, mcp23017, mpu6050, tcs34725, vl53l0x } from "../modules/bus.ts";
import { aht20, bmx280, max6675, sht31 } from "../modules/climate.ts";
import { encoder, hx711, keypad, nec, nmea } from "../modules/inputs.ts";
import { pacedDht, probe } from "../modules/state.ts";
import type { PythonDriver, PythonUse } from "../python-driver.ts";
import type { PythonModule } from "../python-module.ts";
import { uartObject } from "./serial.ts";

/** A sensor on the I2C bus with a class of ours: `start()` raises OSError where it is silent. `show` prints a figure in Unit 1. */
function onBus(facts: {
  file: PythonModule;
  className: string;
  more?: string;
  read?: (name: string) => string;
  show: (name: string) => string;
}): PythonDriver {
  const { file, className, more = "", read = (name) => `${name}.read()`, show } = facts;
  return {
    module: { file, names: [className] },
    objects: ({ name, constant }) => [`${name} = ${className}(i2c, ${constant}_ADDRESS${more})`],
    start: ({ name }) => [`${name}.start()`],
    check: ({ name }) => [`start_${name}()`, `return True, ${show(name)}`],
    read: ({ name }) => read(name),
  };
}

const first = (label: string, form: string) => (name: string) => `" ${label}=${form}" % ${name}.read()[0]`;
const only = (label: string, form: string) => (name: string) => `" ${label}=${form}" % ${name}.read()`;
const chipId = (name: string) => `" id=0x%x" % ${name}.chip_id`;

export const bme280Driver = onBus({ file: bmx280, className: "Bmx280", show: chipId });
/** Temperature and pressure: it has no humidity. */
export const bmp280Driver: PythonDriver = {
  ...onBus({ file: bmx280, className: "Bmx280", show: chipId }),
  functions: ({ name }) => [
    `def ${name}_figures():`,
    `    temperature, _, pressure = ${name}.read()`,
    "    return temperature, pressure",
  ],
  read: ({ name }) => `${name}_figures()`,
};
export const sht31Driver = onBus({ file: sht31, className: "Sht31", show: first("t", "%.2f") });
export const aht20Driver = onBus({
  file: aht20,
  className: "Aht20",
  show: (name) => `" measured=%d" % len(${name}.read())`,
});
export const mpu6050Driver = onBus({ file: mpu6050, className: "Mpu6050", show: only("g", "%.2f") });
export const bh1750Driver = onBus({
  file: bh1750,
  className: "Bh1750",
  // 500 lx is a bright room, and the share of it is what limits compare with.
  read: (name) => `min(100, ${name}.read() / 5)`,
  show: only("lux", "%.2f"),
});
export const ina219Driver = onBus({ file: ina219, className: "Ina219", show: first("mA", "%.2f") });
export const tcs34725Driver = onBus({ file: tcs34725, className: "Tcs34725", show: only("hue", "%.2f") });
export const ds3231Driver = onBus({
  file: dsClock,
  className: "DsClock",
  more: ", lost=0x0F",
  show: first("hour", "%d"),
});
export const ds1307Driver = onBus({
  file: dsClock,
  className: "DsClock",
  more: ", lost=0x00",
  show: first("hour", "%d"),
});
export const ads1115Driver = onBus({
  file: ads1115,
  className: "Ads1115",
  read: (name) => `${name}.volts(0)`,
  show: (name) => `" V=%.2f" % ${name}.volts(0)`,
});
export const mcp23017Driver = onBus({
  file: mcp23017,
  className: "Mcp23017",
  read: (name) => `${name}.read_b() & 1`,
  show: (name) => `" B0=%d" % (${name}.read_b() & 1)`,
});
export const vl53l0xDriver: PythonDriver = {
  ...onBus({ file: vl53l0x, className: "Vl53l0x", show: only("cm", "%s") }),
  check: ({ name }) => [
    `start_${name}()`,
    `distance = ${name}.read()`,
    'return True, " cm=%s" % ("--" if distance is None else "%.1f" % distance)',
  ],
};

/** DHT11 and DHT22 by the firmware's own module. */
function dhtOf(className: "DHT11" | "DHT22"): PythonDriver {
  return {
    machine: () => ["Pin"],
    imports: ["dht"],
    module: { file: pacedDht, names: ["PacedDht"] },
    objects: (use) => [`${use.name} = PacedDht(dht.${className}(Pin(${use.pin()})))`],
    check: ({ name }) => [`return True, " t=%.1f" % ${name}.read()[0]`],
    read: ({ name }) => `${name}.read()`,
  };
}
export const dht11Driver = dhtOf("DHT11");
export const dht22Driver = dhtOf("DHT22");

export const ds18b20Driver: PythonDriver = {
  machine: () => ["Pin"],
  imports: ["ds18x20", "onewire"],
  module: { file: probe, names: ["Probe"] },
  objects: (use) => [`${use.name} = Probe(ds18x20.DS18X20(onewire.OneWire(Pin(${use.pin()}))))`],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, "time.sleep_ms(800)", `return True, " t=%.1f" % ${name}.read()`],
  read: ({ name }) => `${name}.read()`,
};

export const max6675Driver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: max6675, names: ["Max6675"] },
  objects: (use) => [
    `${use.name} = Max6675(`,
    `    clock=Pin(${use.pin("Clk")}, Pin.OUT, value=0),`,
    `    select=Pin(${use.pin("Cs")}, Pin.OUT, value=1),`,
    `    data=Pin(${use.pin("So")}, Pin.IN),`,
    ")",
  ],
  check: ({ name }) => ["time.sleep_ms(250)  # its first conversion", `return True, " t=%.1f" % ${name}.read()`],
  read: ({ name }) => `${name}.read()`,
};

export const hx711Driver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: hx711, names: ["Hx711"] },
  objects: (use) => [`${use.name} = Hx711(Pin(${use.pin("Dt")}, Pin.IN), Pin(${use.pin("Sck")}, Pin.OUT, value=0))`],
  functions: (use) => [
    `def ${use.name}_grams():`,
    `    raw = ${use.name}.raw()`,
    `    return None if raw is None else raw / ${use.setting(`${typeNameOf(use)}Gram`)}`,
  ],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, "time.sleep_ms(110)", `return True, " raw=%d" % (${name}.raw() or 0)`],
  read: ({ name }) => `${name}_grams()`,
};

const typeNameOf = ({ name }: PythonUse) =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** HC-SR04: 10 us on TRIG starts a ping, ECHO stays high while the sound travels. Out and back, sound needs 58 us per cm. */
export const hcsr04Driver: PythonDriver = {
  machine: () => ["Pin", "time_pulse_us"],
  constants: ({ constant }) => [
    `${constant}_TIMEOUT_US = 25_000  # about 4 m, the sensor's reach`,
    `${constant}_US_PER_CM = 58  # sound, out and back`,
  ],
  objects: (use) => [
    `${use.name}_trig = Pin(${use.pin("Trig")}, Pin.OUT, value=0)`,
    `${use.name}_echo = Pin(${use.pin("Echo")}, Pin.IN)`,
  ],
  functions: ({ name, constant }) => [
    `def ${name}_distance_cm():`,
    '    """Sends one ping; None when no echo comes back."""',
    `    ${name}_trig.value(1)`,
    "    time.sleep_us(10)",
    `    ${name}_trig.value(0)`,
    `    echo_us = time_pulse_us(${name}_echo, 1, ${constant}_TIMEOUT_US)`,
    `    return echo_us / ${constant}_US_PER_CM if echo_us > 0 else None`,
  ],
  check: ({ name }) => [
    `distance = ${name}_distance_cm()`,
    "if distance is None:",
    '    return False, ""',
    'return True, " cm=%.1f" % distance',
  ],
  read: ({ name }) => `${name}_distance_cm()`,
};

export const gpsDriver: PythonDriver = {
  machine: () => ["Pin", "UART"],
  module: { file: nmea, names: ["Gps"] },
  objects: (use) => [`${use.name} = Gps(${uartObject(use)})`],
  tend: ({ name }) => [`${name}.listen()`],
  check: ({ name }) => [
    "for _ in range(150):",
    `    ${name}.listen()`,
    "    time.sleep_ms(10)",
    `return ${name}.heard > 0, " satellites=%d" % ${name}.satellites`,
  ],
  read: ({ name }) => `(${name}.latitude, ${name}.longitude, ${name}.speed)`,
};

const rows = ["R1", "R2", "R3", "R4"];
const columns = ["C1", "C2", "C3", "C4"];

/** Keypad 4x4: the last key as its code, 48 for 0. */
export const keypadDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: keypad, names: ["Keypad"] },
  objects: (use) => [
    `${use.name} = Keypad(`,
    "    rows=(",
    ...rows.map((row) => `        Pin(${use.pin(row)}, Pin.OPEN_DRAIN, value=1),`),
    "    ),",
    "    columns=(",
    ...columns.map((column) => `        Pin(${use.pin(column)}, Pin.IN, Pin.PULL_UP),`),
    "    ),",
    ")",
  ],
  tend: ({ name }) => [`${name}.listen()`],
  check: () => ['return " press keys and watch Key"'],
  read: ({ name }) => `${name}.last and ord(${name}.last)`,
};

export const encoderDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: encoder, names: ["Encoder"] },
  objects: (use) => [
    `${use.name} = Encoder(Pin(${use.pin("Clk")}, Pin.IN), Pin(${use.pin("Dt")}, Pin.IN))`,
    `${use.name}_push = Pin(${use.pin("Push")}, Pin.IN, Pin.PULL_UP)`,
  ],
  check: ({ name }) => [`return " turn and push it: push=%d" % (1 - ${name}_push.value())`],
  read: ({ name }) => `${name}.percent`,
};

export const irDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: nec, names: ["Nec"] },
  objects: (use) => [`${use.name} = Nec(Pin(${use.pin()}, Pin.IN))`],
  check: () => ['return " press a key and watch IR"'],
  read: ({ name }) => `${name}.command`,
};
