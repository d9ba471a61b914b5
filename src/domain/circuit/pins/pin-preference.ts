import type { CatalogPart, CatalogPin, PinRole } from "../catalogue-part.ts";
import type { SignalKind } from "./signal-need.ts";

const taken: PinRole[] = ["flash", "usb", "reset"];

/** Whether the silicon behind a board's pin can do it. ADC2 does not measure while WiFi runs. */
export function pinCan(pin: CatalogPin, kind: SignalKind, usesWifi: boolean): boolean {
  const has = (role: PinRole) => pin.roles.includes(role);
  if (pin.gpio === undefined || taken.some(has)) return false;
  switch (kind) {
    case "analog":
      return has("adc") || has("adc1") || (has("adc2") && !usesWifi);
    case "pwm":
      return has("pwm");
    case "input":
      return has("digital");
    case "input-pull-up":
      return has("digital") && !has("no_pull");
    case "output":
    case "both-ways":
      return has("digital") && !has("input_only");
  }
}

/**
 * Strapping pins come last; of these the ones that what hangs there leaves at the level they need: a button nobody presses lets a pin be
 * high, an LED pulls one low.
 */
function strapCost(pin: CatalogPin, kind: SignalKind): number {
  if (!pin.roles.includes("strapping")) return 0;
  const harmless =
    pin.strap?.level === "floating" ||
    (kind === "input-pull-up" && pin.strap?.level === "high") ||
    (kind === "output" && pin.strap?.level === "low");
  return harmless ? 60 : 100;
}

/** Pins of the default buses: the next part may want them. */
function busCost(board: CatalogPart, pin: CatalogPin): number {
  const figures = board.board;
  const is = (...names: (string | undefined)[]) => names.includes(pin.gpio);
  return (
    (is(figures?.i2c.sda, figures?.i2c.scl) ? 30 : 0) +
    (is(figures?.spi.sck, figures?.spi.miso, figures?.spi.mosi) ? 12 : 0) +
    (is(figures?.uart.tx, figures?.uart.rx) ? 8 : 0)
  );
}

/** What is rare on this board and not asked for here. */
function rarityCost(board: CatalogPart, pin: CatalogPin, kind: SignalKind): number {
  const has = (role: PinRole) => pin.roles.includes(role);
  const mcu = board.board?.mcu;
  let cost = 0;
  if (has("adc") || has("adc1")) cost += 4;
  if (has("input_only")) cost += 3;
  // Its further serial ports are what a Mega is bought for.
  if (mcu === "atmega2560" && (has("tx") || has("rx"))) cost += 5;
  if (mcu === "atmega328p" && has("pwm") && kind !== "pwm") cost += 3;
  if (mcu === "atmega328p" && has("interrupt")) cost += 2;
  return cost;
}

/**
 * What it costs to give this pin away, 0 = nothing: strapping pins last, then the default buses, then what is rare on this board and not
 * asked for here.
 */
export function pinCost(board: CatalogPart, pin: CatalogPin, kind: SignalKind): number {
  const has = (role: PinRole) => pin.roles.includes(role);
  let cost = strapCost(pin, kind) + busCost(board, pin);
  if (has("onboard_led")) cost += 6;
  // A pin printed with another number than firmware's is easily mistaken.
  if (pin.name !== pin.gpio && pin.name.replace(/^\D+/, "") !== pin.gpio) cost += 1;
  // An output without pulls is no free level at reset: GPIO 16 of an ESP8266 is high until the program runs.
  if (has("no_pull") && !has("input_only")) cost += 14;
  if (kind === "analog") return cost + (has("adc2") ? 20 : 0) + (has("input_only") ? 0 : 2);
  return cost + rarityCost(board, pin, kind);
}
