import { allParts, partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Refusal } from "../design-stages.ts";
import type { FunctionId } from "../lists.ts";
import { mainsMeter, whyNotAtMains } from "../requirements/mains-measuring.ts";
import { mostPieces } from "../requirements/wanted.ts";
import type { Requirements } from "../requirements.ts";
import { withArticle } from "../short-forms.ts";
import { boardCandidates, isBoardsOwn, partCandidates, radioFunctions } from "./candidates.ts";
import { refuseFirmware } from "./firmware-fit.ts";

const boardNames = allParts.flatMap((part) => part.board?.shortName ?? []).join(", ");

type Say = (en: string, de: string) => string;

/** Why no design can follow from these requirements, or null. */
export function refusalOf(requirements: Requirements): Refusal | null {
  const say: Say = (en, de) => (requirements.language === "de" ? de : en);
  return (
    refuseThing(requirements, say) ??
    refuseFirmware(requirements) ??
    refuseUndivided(requirements, say) ??
    refuseMissingBoard(requirements, say) ??
    refuseRadio(requirements, say) ??
    refuseEmpty(requirements, say) ??
    refuseCount(requirements, say) ??
    refuseExcluded(requirements, say)
  );
}

function refuseThing({ unsupported }: Requirements, say: Say): Refusal | null {
  if (unsupported === undefined) return null;
  if (unsupported === mainsMeter.en || unsupported === mainsMeter.de)
    return { kind: "unsupported", reason: say(`${whyNotAtMains.en}.`, `${whyNotAtMains.de}.`), question: null };
  const reason = say(
    `I cannot build ${unsupported}: nothing in my catalogue does that, and I will not make up a design. I build with ESP32, ESP8266, Arduino and Pico boards: sensors, small displays, LEDs, buzzers, servos, relays and pumps.`,
    `Ich kann ${unsupported} nicht bauen: Nichts in meinem Katalog leistet das, und ich erfinde keinen Entwurf. Ich baue mit Boards von ESP32, ESP8266, Arduino und Pico: Sensoren, kleine Anzeigen, LEDs, Summer, Servos, Relais und Pumpen.`,
  );
  return { kind: "unsupported", reason, question: null };
}

/** More devices than two, or two of which nothing is told. */
function refuseUndivided({ undivided }: Requirements, say: Say): Refusal | null {
  if (undivided === undefined) return null;
  const isTooMany = undivided.why === "too-many";
  return {
    kind: "needs_answer",
    reason: isTooMany
      ? say(
          "This goal is about more than two devices, and I design two in a chat: one that sends and one that receives.",
          "In diesem Ziel stecken mehr als zwei Geräte, und ich entwerfe zwei je Chat: eines sendet und eines empfängt.",
        )
      : say(
          "It is not said what the sender measures or takes in.",
          "Es ist nicht gesagt, was der Sender misst oder aufnimmt.",
        ),
    question: {
      text: isTooMany
        ? say(
            "Begin with one sender, or with the receiver alone? A second sender is built like the first.",
            "Mit einem Sender anfangen, oder mit dem Empfänger allein? Ein zweiter Sender wird wie der erste gebaut.",
          )
        : say("What is it for?", "Wofür soll es sein?"),
      answers: undivided.answers,
    },
  };
}

function refuseMissingBoard({ missingBoard, board }: Requirements, say: Say): Refusal | null {
  if (missingBoard === undefined || board.named) return null;
  return {
    kind: "needs_answer",
    reason: say(
      `I have no ${missingBoard} in my catalogue yet. The boards that I have: ${boardNames}.`,
      `${missingBoard} ist noch nicht in meinem Katalog. Diese Boards habe ich: ${boardNames}.`,
    ),
    question: {
      text: say("Which board may it be?", "Welches Board darf es sein?"),
      answers: [
        say("Use an ESP32 instead", "Nimm stattdessen einen ESP32"),
        say("Use an Arduino Uno instead", "Nimm stattdessen einen Arduino Uno"),
      ],
    },
  };
}

function refuseEmpty({ functions, notUnderstood, unmet = [] }: Requirements, say: Say): Refusal | null {
  if (functions.some((one) => !isBoardsOwn(one.id) && (one.id !== "talk-bluetooth" || one.catalogId !== undefined)))
    return null;
  const unknown = [...unmet.map((one) => one.what), ...notUnderstood].slice(0, 3).join(", ");
  if (unknown !== "" && functions.length === 0) {
    const reason = say(
      `I found nothing in this that I can build: ${unknown}.`,
      `Ich habe darin nichts gefunden, was ich bauen kann: ${unknown}.`,
    );
    return { kind: "unsupported", reason, question: null };
  }
  return {
    kind: "needs_answer",
    reason: say("It is not said what the device should do.", "Es ist nicht gesagt, was das Gerät tun soll."),
    question: {
      text: say("What should it do?", "Was soll es tun?"),
      answers: [
        say("Measure temperature and humidity and show them", "Temperatur und Luftfeuchte messen und anzeigen"),
        say("Measure the distance and beep", "Den Abstand messen und piepen"),
        say("Blink an LED at the press of a button", "Eine LED auf Knopfdruck blinken lassen"),
      ],
    },
  };
}

function refuseCount({ functions }: Requirements, say: Say): Refusal | null {
  const tooMany = functions.find((one) => one.quantity > mostPieces || one.quantity < 1);
  if (tooMany === undefined) return null;
  const reason = say(
    `${tooMany.quantity} of "${tooMany.label}" is out of what one board can serve; I plan 1 to ${mostPieces} pieces of a kind.`,
    `${tooMany.quantity} mal "${tooMany.label}" kann ein Board nicht versorgen; ich plane 1 bis ${mostPieces} Stück einer Art.`,
  );
  return { kind: "unsupported", reason, question: null };
}

/** The board that stands in for one without the radio: its sister with the same chip, else an ESP32, which has them all. */
function boardWithRadio(board: CatalogPart, radios: readonly FunctionId[]): { en: string; de: string } {
  const sister = allParts.find(
    (part) => part.board?.mcu === board.board?.mcu && radios.every((id) => part.functions.includes(id)),
  )?.board?.shortName;
  return sister === undefined ? { en: "an ESP32", de: "ESP32" } : { en: withArticle(sister), de: sister };
}

function refuseRadio(requirements: Requirements, say: Say): Refusal | null {
  if (boardCandidates(requirements).length > 0 && !requirements.board.named) return null;
  const board = partById(requirements.board.catalogId ?? "");
  const missing = radioFunctions(requirements).filter((id) => board?.functions.includes(id) !== true);
  if (board?.board === undefined) {
    return {
      kind: "unsupported",
      reason: say("There is no board left to build with.", "Es bleibt kein Board, mit dem ich bauen kann."),
      question: null,
    };
  }
  if (missing.length === 0) return null;
  const radio = missing.includes("talk-wifi") ? say("WiFi", "WLAN") : "Bluetooth";
  const other = boardWithRadio(board, missing);
  return {
    kind: "needs_answer",
    reason: say(`The ${board.name} has no ${radio}.`, `Der ${board.name} hat kein ${radio}.`),
    question: {
      text: say(`Change the board or do without ${radio}?`, `Das Board wechseln oder auf ${radio} verzichten?`),
      answers: [
        say(`Use ${other.en} instead`, `Nimm stattdessen einen ${other.de}`),
        say(`Remove ${radio}`, `Ohne ${radio}`),
      ],
    },
  };
}

function refuseExcluded(requirements: Requirements, say: Say): Refusal | null {
  const wishes = requirements.functions.filter((one) => !isBoardsOwn(one.id));
  const unserved = wishes.find((one) => partCandidates(one, requirements).length === 0);
  if (unserved === undefined) return null;
  return {
    kind: "needs_answer",
    reason: say(
      `Every part of the catalogue for "${unserved.label}" was ruled out.`,
      `Jedes Teil des Katalogs für "${unserved.label}" wurde ausgeschlossen.`,
    ),
    question: {
      text: say(`Do without ${unserved.label}?`, `Auf ${unserved.label} verzichten?`),
      answers: [say(`Remove ${unserved.label}`, `Ohne ${unserved.label}`)],
    },
  };
}
