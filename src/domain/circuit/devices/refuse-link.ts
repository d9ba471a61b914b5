import { partById } from "../catalogue/catalogue.ts";
import type { Refusal } from "../design-stages.ts";
import type { DeviceWishes } from "../requirements.ts";
import { takesIn } from "./device-wishes.ts";
import { nameOf } from "./whole-requirements.ts";

/** Chips whose radio speaks ESP-NOW. */
export const speaksEspNow = (mcu: string | undefined): boolean => mcu?.startsWith("esp") === true;

/** Asks where the devices cannot reach each other as they are wanted: ESP-NOW on another board, or a language that has no link. */
export function refuseLink(devices: readonly DeviceWishes[]): Refusal | null {
  const [first] = devices;
  const link = first?.requirements.link;
  if (first === undefined || link === undefined) return null;
  const german = first.requirements.language === "de";
  const say = (en: string, de: string) => (german ? de : en);
  if (devices.some(({ requirements }) => requirements.firmware === "micropython")) {
    return {
      kind: "needs_answer",
      reason: say(
        "I write the programs of two devices that talk to each other in Arduino C++ only.",
        "Die Programme von zwei Geräten, die miteinander funken, schreibe ich nur in Arduino C++.",
      ),
      question: {
        text: say("Take Arduino C++?", "Arduino C++ nehmen?"),
        answers: [say("Write it in Arduino C++", "Schreib es in Arduino C++")],
      },
    };
  }
  if (!first.requirements.functions.some(({ id }) => takesIn(id))) {
    const name = nameOf(first);
    return {
      kind: "needs_answer",
      reason: say(`${name}: nothing is left that it could send.`, `${name}: Es bleibt nichts, was er senden könnte.`),
      question: {
        text: say("What should it measure or take in?", "Was soll er messen oder aufnehmen?"),
        answers: [
          say(`Add a DHT22 (${name})`, `Füge einen DHT22 hinzu (${name})`),
          say(`Add a button (${name})`, `Füge einen Taster hinzu (${name})`),
        ],
      },
    };
  }
  if (link.radio !== "esp-now") return null;
  const without = devices.find(({ requirements: { board } }) => {
    const figures = board.named ? partById(board.catalogId ?? "")?.board : undefined;
    return figures !== undefined && !speaksEspNow(figures.mcu);
  });
  if (without === undefined) return null;
  const board = partById(without.requirements.board.catalogId ?? "")?.name ?? "";
  const name = nameOf(without);
  return {
    kind: "needs_answer",
    reason: say(
      `${name}: the ${board} has no WiFi that talks from board to board.`,
      `${name}: ${board} hat kein WLAN, das von Board zu Board funkt.`,
    ),
    question: {
      text: say("Change the board or the radio?", "Das Board wechseln oder den Funk?"),
      answers: [
        say(`Use an ESP32 instead (${name})`, `Nimm stattdessen einen ESP32 (${name})`),
        say("Use nRF24L01 instead", "Nimm stattdessen nRF24L01"),
      ],
    },
  };
}
