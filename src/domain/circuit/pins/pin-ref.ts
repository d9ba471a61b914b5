/** A pin's address `part:pin` taken apart. */
export interface PinRef {
  partId: string;
  pinName: string;
}

/** Splits `U1:21` at its first colon; a pin's own name may hold further ones. Without a colon the pin name is empty. */
export function splitPin(pin: string): PinRef {
  const colon = pin.indexOf(":");
  return colon < 0 ? { partId: pin, pinName: "" } : { partId: pin.slice(0, colon), pinName: pin.slice(colon + 1) };
}

/** The printed name without the number of its copy: `GND` of `GND.2`. Copies are joined inside the part. */
export function printedName(pinName: string): string {
  return pinName.replace(/\.[0-9a-z]+$/, "");
}
