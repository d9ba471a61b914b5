import type { SpokenLanguage } from "../lists.ts";
import type { DeviceLink } from "../requirements.ts";

/** Id of the first device of a design, and of the only one. */
export const firstDeviceId = "main";

/** Id of the device that receives what the first one sends. */
export const secondDeviceId = "receiver";

const names: Record<DeviceLink["role"], Record<SpokenLanguage, string>> = {
  sender: { en: "Sender", de: "Sender" },
  receiver: { en: "Receiver", de: "Empfänger" },
};

/** What a device is called to a person, by its end of the link. */
export function deviceName(role: DeviceLink["role"], language: SpokenLanguage): string {
  return names[role][language];
}
