import type { Driver } from "../driver.ts";

/** A DHT sensor on one data wire by Adafruit's library, which answers NAN when the sensor is silent. */
function dhtDriver(type: "DHT11" | "DHT22"): Driver {
  return {
    stem: type.toLowerCase(),
    pins: [{ suffix: "", names: ["DATA"] }],
    globals: (use) => [`DHT ${use.name}(${use.pin()}, ${type});`],
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
}

export const dht11Driver = dhtDriver("DHT11");
export const dht22Driver = dhtDriver("DHT22");
