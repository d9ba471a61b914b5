import type { Driver } from "./driver.ts";
import { ldrDriver, potentiometerDriver, soilDriver } from "./drivers/analog.ts";
import { bme280Driver } from "./drivers/bme280.ts";
import { buttonDriver } from "./drivers/button.ts";
import { dht22Driver } from "./drivers/dht22.ts";
import { lcd1602Driver, ssd1306Driver } from "./drivers/displays.ts";
import { hcsr04Driver } from "./drivers/distance.ts";
import { pirDriver } from "./drivers/motion.ts";
import {
  activeBuzzerDriver,
  ledDriver,
  passiveBuzzerDriver,
  pumpDriver,
  relayDriver,
  servoDriver,
} from "./drivers/outputs.ts";

/** Catalogue id -> driver. A part that firmware can drive is one entry here; parts without one need no code. */
const drivers: Readonly<Record<string, Driver>> = {
  bme280: bme280Driver,
  dht22: dht22Driver,
  ssd1306: ssd1306Driver,
  "lcd1602-i2c": lcd1602Driver,
  "hc-sr04": hcsr04Driver,
  "soil-moisture-cap": soilDriver,
  "ldr-module": ldrDriver,
  "potentiometer-10k": potentiometerDriver,
  "pir-hc-sr501": pirDriver,
  "servo-sg90": servoDriver,
  "buzzer-passive": passiveBuzzerDriver,
  "buzzer-active": activeBuzzerDriver,
  "relay-module-1ch": relayDriver,
  "pump-5v": pumpDriver,
  "led-5mm": ledDriver,
  "button-6mm": buttonDriver,
};

/** The driver of a catalogue part, or undefined for what needs no code (resistor, battery, breadboard). */
export function driverOf(catalogId: string): Driver | undefined {
  return Object.hasOwn(drivers, catalogId) ? drivers[catalogId] : undefined;
}
