import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart, Mcu } from "../catalogue-part.ts";
import type { Refusal } from "../design-stages.ts";
import { driverOf } from "../firmware/driver-table.ts";
import { pythonDriverOf } from "../firmware/python/python-driver-table.ts";
import type { Requirements } from "../requirements.ts";

/**
 * Serial ports that MicroPython has for parts, beside its console (its quick references, "UART"): the console of the ESP8266 sits on the
 * only whole one.
 */
const serialPorts: Record<Mcu, number> = {
  esp32: 2,
  esp32s3: 2,
  esp32c3: 1,
  esp8266: 0,
  rp2040: 2,
  atmega328p: 0,
  atmega2560: 0,
};

const inArduino = { en: "Write it in Arduino C++", de: "Schreib es in Arduino C++" };

function refusal({ language }: Requirements, en: string, de: string): Refusal {
  const german = language === "de";
  const other = german ? "Nimm stattdessen einen ESP32" : "Use an ESP32 instead";
  return {
    kind: "needs_answer",
    reason: german ? de : en,
    question: {
      text: german ? "Das Board wechseln oder Arduino C++ nehmen?" : "Change the board or take Arduino C++?",
      answers: [other, german ? inArduino.de : inArduino.en],
    },
  };
}

/** Asks where MicroPython is wanted and the named board has none. */
export function refuseFirmware(requirements: Requirements): Refusal | null {
  const { firmware, board } = requirements;
  const named = board.named ? partById(board.catalogId ?? "") : undefined;
  if (named?.board === undefined || named.board.firmware.includes(firmware)) return null;
  return refusal(
    requirements,
    `The ${named.name} is too small for MicroPython, so there is only Arduino C++ for it.`,
    `${named.name} ist zu klein für MicroPython, dafür gibt es nur Arduino C++.`,
  );
}

/** Asks where no MicroPython program can drive these parts on this board. `parts` holds one entry for each piece. */
export function refuseParts(
  board: CatalogPart,
  parts: readonly CatalogPart[],
  requirements: Requirements,
): Refusal | null {
  if (requirements.firmware !== "micropython" || board.board === undefined) return null;
  const without = parts.find(({ id }) => driverOf(id) !== undefined && pythonDriverOf(id) === undefined);
  if (without !== undefined) {
    return refusal(
      requirements,
      `I have no MicroPython driver for the ${without.name}.`,
      `Für ${without.name} habe ich keinen Treiber in MicroPython.`,
    );
  }
  const serial = parts.filter(({ id, interface: wire }) => wire === "uart" && driverOf(id) !== undefined);
  const ports = serialPorts[board.board.mcu];
  if (serial.length <= ports) return null;
  const names = serial.map(({ name }) => name).join(", ");
  return refusal(
    requirements,
    `In MicroPython the ${board.name} has ${ports === 0 ? "no free serial port" : `${ports} free serial port${ports === 1 ? "" : "s"}`}, and these parts need one each: ${names}.`,
    `In MicroPython hat das ${board.name} ${ports === 0 ? "keine freie serielle Schnittstelle" : `${ports} freie serielle Schnittstelle${ports === 1 ? "" : "n"}`}, und diese Teile brauchen je eine: ${names}.`,
  );
}
