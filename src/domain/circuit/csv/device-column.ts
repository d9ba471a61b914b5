import type { Design } from "../design.ts";

/** The column that names the device of a row; of no width where the design has one device. */
export function deviceColumn({ devices, requirements }: Pick<Design, "devices" | "requirements">) {
  if (devices.length < 2) return { heading: [], of: (): string[] => [] };
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  return {
    heading: [requirements.language === "de" ? "Gerät" : "Device"],
    of: (deviceId: string): string[] => [names.get(deviceId) ?? ""],
  };
}
