import { cppFunction, hexByte } from "../cpp-text.ts";
import type { Driver, PartUse, Proof, Reading } from "../driver.ts";

const temperature = (expression: string): Reading => ({
  quantity: "temperature",
  field: "temperatureC",
  label: "T",
  unit: "C",
  decimals: 1,
  expression,
});
const humidity = (expression: string): Reading => ({
  quantity: "humidity",
  field: "humidityPercent",
  label: "RH",
  unit: "%",
  decimals: 0,
  expression,
});

/** The address as a constant, and the acknowledgement of it as the sign of life. */
const addressed: Pick<Driver, "pins" | "constants" | "alive"> = {
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0)};  // ${ref}`,
  ],
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
};

/** Starts it, and prints its first figure. */
function firstFigure(label: string, expression: (use: PartUse) => string): (use: PartUse) => Proof {
  return (use) => ({
    kind: "answers",
    condition: `start${use.typeName}()`,
    detail: {
      statements: [`Serial.print(F(" ${label}="));`, `Serial.print(${expression(use)});`],
      expected: ` ${label}=<figure>`,
    },
  });
}

/** Bosch BMP280 by Adafruit's library; its chip id is 0x58 (a BME280 answers 0x60). */
export const bmp280Driver: Driver = {
  ...addressed,
  stem: "bmp280",
  globals: ({ name }) => [`Adafruit_BMP280 ${name};`],
  start: ({ name, typeName }) => [`return ${name}.begin(k${typeName}Address);`],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" id=0x"));', `Serial.print(${name}.sensorID(), HEX);`],
      expected: " id=0x58",
      always: true,
    },
  }),
  readings: ({ name }) => [
    temperature(`${name}.readTemperature()`),
    {
      quantity: "pressure",
      field: "pressureHpa",
      label: "P",
      unit: "hPa",
      decimals: 0,
      expression: `${name}.readPressure() / 100.0f`,
    },
  ],
};

export const sht31Driver: Driver = {
  ...addressed,
  stem: "sht31",
  globals: ({ name }) => [`Adafruit_SHT31 ${name};`],
  start: ({ name, typeName }) => [`return ${name}.begin(k${typeName}Address);`],
  proof: firstFigure("t", ({ name }) => `${name}.readTemperature()`),
  readings: ({ name }) => [temperature(`${name}.readTemperature()`), humidity(`${name}.readHumidity()`)],
};

/** AHT20: one call fills both figures, so one function of our own makes the measurement. */
export const aht20Driver: Driver = {
  ...addressed,
  stem: "aht20",
  globals: ({ name }) => [`Adafruit_AHTX0 ${name};`, `float ${name}TempC = NAN;`, `float ${name}Percent = NAN;`],
  functions: ({ name }) =>
    cppFunction("One measurement of both figures.", `bool ${name}Measure()`, [
      "sensors_event_t humidity, temperature;",
      `if (!${name}.getEvent(&humidity, &temperature)) return false;`,
      `${name}TempC = temperature.temperature;`,
      `${name}Percent = humidity.relative_humidity;`,
      "return true;",
    ]),
  start: ({ name }) => [`return ${name}.begin();`],
  measure: ({ name }) => `${name}Measure()`,
  proof: firstFigure("measured", ({ name }) => `${name}Measure()`),
  readings: ({ name }) => [temperature(`${name}TempC`), humidity(`${name}Percent`)],
};

/** MPU-6050: how strongly it is moved, gravity taken off. */
export const mpu6050Driver: Driver = {
  ...addressed,
  stem: "mpu6050",
  globals: ({ name }) => [`Adafruit_MPU6050 ${name};`],
  functions: ({ name }) =>
    cppFunction("Acceleration beyond gravity, in g; NAN when it does not answer.", `float ${name}MovedG()`, [
      "sensors_event_t accel, gyro, temp;",
      `if (!${name}.getEvent(&accel, &gyro, &temp)) return NAN;`,
      "const float x = accel.acceleration.x, y = accel.acceleration.y, z = accel.acceleration.z;",
      "return fabs(sqrt(x * x + y * y + z * z) / 9.81f - 1.0f);",
    ]),
  start: ({ name, typeName }) => [`return ${name}.begin(k${typeName}Address);`],
  proof: firstFigure("g", ({ name }) => `${name}MovedG()`),
  readings: ({ name }) => [
    {
      quantity: "acceleration",
      field: "movedG",
      label: "Moved",
      unit: "g",
      decimals: 2,
      expression: `${name}MovedG()`,
    },
  ],
};

/** VL53L0X by Pololu's library: 65,535 or a timeout mean that nothing is in sight. */
export const vl53l0xDriver: Driver = {
  ...addressed,
  stem: "tof",
  globals: ({ name }) => [`VL53L0X ${name};`],
  functions: ({ name }) =>
    cppFunction("Distance in cm; NAN when nothing is in sight.", `float ${name}DistanceCm()`, [
      `const uint16_t millimetres = ${name}.readRangeSingleMillimeters();`,
      `return ${name}.timeoutOccurred() || millimetres > 2000 ? NAN : millimetres / 10.0f;`,
    ]),
  start: ({ name }) => [`${name}.setTimeout(200);`, `return ${name}.init();`],
  proof: firstFigure("cm", ({ name }) => `${name}DistanceCm()`),
  readings: ({ name }) => [
    {
      quantity: "distance",
      field: "distanceCm",
      label: "D",
      unit: "cm",
      decimals: 1,
      expression: `${name}DistanceCm()`,
    },
  ],
};

/** BH1750 in lux; the share of a bright room (500 lx) is what limits compare with. */
export const bh1750Driver: Driver = {
  ...addressed,
  stem: "lux",
  globals: ({ name, typeName }) => [`BH1750 ${name}(k${typeName}Address);`],
  start: ({ name }) => [`return ${name}.begin();`],
  proof: firstFigure("lux", ({ name }) => `${name}.readLightLevel()`),
  readings: ({ name }) => [
    {
      quantity: "light",
      field: "lightPercent",
      label: "Light",
      unit: "%",
      decimals: 0,
      expression: `constrain(${name}.readLightLevel() / 5.0f, 0.0f, 100.0f)`,
    },
  ],
};

export const ina219Driver: Driver = {
  ...addressed,
  stem: "ina219",
  globals: ({ name, typeName }) => [`Adafruit_INA219 ${name}(k${typeName}Address);`],
  start: ({ name }) => [`return ${name}.begin();`],
  proof: firstFigure("mA", ({ name }) => `${name}.getCurrent_mA()`),
  readings: ({ name }) => [
    {
      quantity: "current",
      field: "currentMa",
      label: "I",
      unit: "mA",
      decimals: 1,
      expression: `${name}.getCurrent_mA()`,
    },
    {
      quantity: "voltage",
      field: "busVolts",
      label: "U",
      unit: "V",
      decimals: 2,
      expression: `${name}.getBusVoltage_V()`,
    },
  ],
};

/** TCS34725: the hue of what it sees, 0 to 360 degrees: 0 red, 120 green, 240 blue. */
export const tcs34725Driver: Driver = {
  ...addressed,
  stem: "colour",
  globals: ({ name }) => [`Adafruit_TCS34725 ${name}(TCS34725_INTEGRATIONTIME_50MS, TCS34725_GAIN_4X);`],
  functions: ({ name }) =>
    cppFunction("Hue in degrees: 0 red, 120 green, 240 blue.", `float ${name}Hue()`, [
      "float r, g, b;",
      `${name}.getRGB(&r, &g, &b);`,
      "const float high = fmax(r, fmax(g, b)), low = fmin(r, fmin(g, b));",
      "if (high - low < 1.0f) return 0.0f;",
      "if (high == r) return fmod(60.0f * (g - b) / (high - low) + 360.0f, 360.0f);",
      "return high == g ? 60.0f * (b - r) / (high - low) + 120.0f : 60.0f * (r - g) / (high - low) + 240.0f;",
    ]),
  start: ({ name }) => [`return ${name}.begin();`],
  proof: firstFigure("hue", ({ name }) => `${name}Hue()`),
  readings: ({ name }) => [
    { quantity: "colour", field: "hueDegrees", label: "Hue", unit: "", decimals: 0, expression: `${name}Hue()` },
  ],
};

/** A clock module; set to the time of compilation when it has lost its own. */
function clock(className: "RTC_DS3231" | "RTC_DS1307"): Driver {
  return {
    ...addressed,
    stem: "clock",
    globals: ({ name }) => [`${className} ${name};`],
    start: ({ name }) => [
      `if (!${name}.begin()) return false;`,
      className === "RTC_DS3231" ? `if (${name}.lostPower())` : `if (!${name}.isrunning())`,
      `  ${name}.adjust(DateTime(F(__DATE__), F(__TIME__)));  // the time of compilation, once`,
      "return true;",
    ],
    proof: ({ name, typeName }) => ({
      kind: "answers",
      condition: `start${typeName}()`,
      detail: {
        statements: ['Serial.print(F(" hour="));', `Serial.print(${name}.now().hour());`],
        expected: " hour=<0 to 23>",
      },
    }),
    readings: ({ name }) => [
      { quantity: "hour", field: "hour", label: "H", unit: "", decimals: 0, expression: `${name}.now().hour()` },
      {
        quantity: "minute",
        field: "minute",
        label: "Min",
        unit: "",
        decimals: 0,
        expression: `${name}.now().minute()`,
      },
    ],
  };
}

export const ds3231Driver = clock("RTC_DS3231");
export const ds1307Driver = clock("RTC_DS1307");

/** ADS1115: the volts at its first input. */
export const ads1115Driver: Driver = {
  ...addressed,
  stem: "adc",
  globals: ({ name }) => [`Adafruit_ADS1115 ${name};`],
  start: ({ name, typeName }) => [`return ${name}.begin(k${typeName}Address);`],
  proof: firstFigure("V", ({ name }) => `${name}.computeVolts(${name}.readADC_SingleEnded(0))`),
  readings: ({ name }) => [
    {
      quantity: "voltage",
      field: "inputVolts",
      label: "A0",
      unit: "V",
      decimals: 3,
      expression: `${name}.computeVolts(${name}.readADC_SingleEnded(0))`,
    },
  ],
};

/** MCP23017: its port B listens with pull-ups, its port A drives. */
export const mcp23017Driver: Driver = {
  ...addressed,
  stem: "expander",
  globals: ({ name }) => [`Adafruit_MCP23X17 ${name};`],
  start: ({ name, typeName }) => [
    `if (!${name}.begin_I2C(k${typeName}Address)) return false;`,
    `for (uint8_t pin = 0; pin < 8; pin++) ${name}.pinMode(pin, OUTPUT);`,
    `for (uint8_t pin = 8; pin < 16; pin++) ${name}.pinMode(pin, INPUT_PULLUP);`,
    "return true;",
  ],
  proof: firstFigure("B0", ({ name }) => `${name}.digitalRead(8)`),
  readings: ({ name }) => [
    {
      quantity: "input",
      field: "portBInput",
      label: "B0",
      unit: "",
      decimals: 0,
      expression: `${name}.digitalRead(8)`,
    },
  ],
};
