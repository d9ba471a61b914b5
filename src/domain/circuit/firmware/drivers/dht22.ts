import type { Driver } from "../driver.ts";

/** DHT22 on one data wire by Adafruit's library, which answers NAN when the sensor is silent. */
export const dht22Driver: Driver = {
  stem: "dht22",
  pins: [{ suffix: "", names: ["DATA"] }],
  globals: (use) => [`DHT ${use.name}(${use.pin()}, DHT22);`],
  setup: ({ name }) => [`${name}.begin();`],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `read${typeName}()`,
    detail: {
      statements: ['Serial.print(F(" t="));', `Serial.print(${name}.readTemperature(), 1);`],
      expected: " t=<room temperature in C>",
    },
    hint: "the order of its pins differs between makers: read the print",
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
  ],
};
