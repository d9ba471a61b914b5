import { hexByte } from "../cpp-text.ts";
import type { Driver } from "../driver.ts";

/**
 * Bosch BME280 over I2C by Adafruit's library, in the forced mode of its data sheet, section 3.5.1 (weather monitoring). Its
 * chip id is 0x60; the pressure-only BMP280 answers 0x58.
 */
export const bme280Driver: Driver = {
  stem: "bme280",
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0x76)};  // ${ref}`,
  ],
  globals: ({ name }) => [`Adafruit_BME280 ${name};`],
  start: ({ name, typeName }) => [
    `if (!${name}.begin(k${typeName}Address, &Wire)) return false;`,
    "// As its data sheet advises for weather: one measurement when asked, then it sleeps and does not warm itself.",
    `${name}.setSampling(Adafruit_BME280::MODE_FORCED, Adafruit_BME280::SAMPLING_X1, Adafruit_BME280::SAMPLING_X1,`,
    "                   Adafruit_BME280::SAMPLING_X1, Adafruit_BME280::FILTER_OFF);",
    "return true;",
  ],
  measure: ({ name }) => `${name}.takeForcedMeasurement()`,
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" id=0x"));', `Serial.print(${name}.sensorID(), HEX);`],
      expected: " id=0x60",
      always: true,
    },
  }),
  readings: ({ name }) => [
    {
      quantity: "temperature",
      field: "temperatureC",
      label: "T",
      unit: "C",
      decimals: 1,
      expression: `${name}.readTemperature()`,
    },
    {
      quantity: "humidity",
      field: "humidityPercent",
      label: "RH",
      unit: "%",
      decimals: 0,
      expression: `${name}.readHumidity()`,
    },
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
