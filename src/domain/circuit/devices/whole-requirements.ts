import type { Assumption, DeviceWishes, Requirements } from "../requirements.ts";
import { deviceName } from "./device-names.ts";

/** What is said once for the whole and not by each device. */
type Base = Pick<Requirements, "goal" | "language" | "budget" | "notUnderstood" | "assumed"> &
  Partial<Pick<Requirements, "improved" | "taken">>;

const radioNames: Record<NonNullable<Requirements["link"]>["radio"], { en: string; de: string }> = {
  nrf24: { en: "nRF24L01+ at either end", de: "nRF24L01+ an beiden Enden" },
  lora: { en: "LoRa at 868 MHz at either end", de: "LoRa mit 868 MHz an beiden Enden" },
  "hc-05": { en: "a pair of HC-05 that are bound to each other", de: "zwei HC-05, die aneinander gebunden sind" },
  "esp-now": {
    en: "ESP-NOW from board to board, without a router",
    de: "ESP-NOW von Board zu Board, ohne Router",
  },
};

/** The device's name in the language of its requirements. */
export const nameOf = ({ requirements }: DeviceWishes): string =>
  deviceName(requirements.link?.role ?? "sender", requirements.language);

/** By what the devices reach each other, where the words left it open how. */
function linkAssumed([first]: readonly DeviceWishes[], language: Requirements["language"]): Assumption[] {
  const link = first?.requirements.link;
  if (link === undefined || link.isNamed) return [];
  const text = language === "de" ? `Funk: ${radioNames[link.radio].de}` : `Radio: ${radioNames[link.radio].en}`;
  return [{ field: "radio", text }];
}

/** What each device assumed, with its name before it; what all of them assumed alike is said once. */
function allAssumed(devices: readonly DeviceWishes[]): Assumption[] {
  const [first, ...others] = devices;
  if (first === undefined) return [];
  const isShared = ({ text }: Assumption) =>
    others.every(({ requirements }) => requirements.assumed.some((one) => one.text === text));
  const shared = first.requirements.assumed.filter(isShared);
  const own = devices.flatMap((device) =>
    device.requirements.assumed
      .filter((one) => !shared.some(({ text }) => text === one.text))
      .map(({ field, text }): Assumption => ({ field, text: `${nameOf(device)}: ${text}` })),
  );
  return [...own, ...shared];
}

const distinct = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/**
 * The requirements of a design with several devices: what each of them wants under `devices`, and all of it together for whoever looks at the
 * whole. Budget, goal and what was not understood are said once.
 */
export function wholeRequirements(base: Base, devices: readonly DeviceWishes[]): Requirements {
  const all = devices.map(({ requirements }) => requirements);
  const [first] = all;
  if (first === undefined) throw new RangeError("a design has a device");
  const { goal, language, budget, notUnderstood, improved, taken } = base;
  const unmet = all.flatMap((one) => one.unmet ?? []);
  const dropped = all.flatMap((one) => one.dropped ?? []);
  const conditions = all.flatMap((one) => one.conditions ?? []);
  const money = base.assumed.filter(({ field }) => field === "currency" || field === "words");
  return {
    goal,
    language,
    functions: devices.flatMap(({ id, requirements }) =>
      requirements.functions.map((wanted) => ({ ...wanted, deviceId: id })),
    ),
    board: first.board,
    firmware: first.firmware,
    power: first.power,
    place: all.find(({ place }) => place !== null)?.place ?? null,
    budget,
    excluded: distinct(all.map(({ excluded }) => excluded)),
    owned: distinct(all.map(({ owned }) => owned)),
    mains: all.some(({ mains }) => mains),
    constraints: distinct(all.map(({ constraints }) => constraints)),
    assumed: [...linkAssumed(devices, language), ...allAssumed(devices), ...money],
    notUnderstood,
    ...(unmet.length === 0 ? {} : { unmet }),
    ...(dropped.length === 0 ? {} : { dropped }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(improved === undefined ? {} : { improved }),
    ...(taken === undefined ? {} : { taken }),
    devices: [...devices],
  };
}
