import type { ErrorCode } from "../../../src/domain/error/ohm-error.ts";

const problems: Record<ErrorCode, string> = {
  unauthenticated: "You are signed out here. Start again from the first screen.",
  forbidden: "You may not do this here.",
  not_found: "There is nothing here, or it is not yours to see.",
  invalid: "This could not be read.",
  too_large: "This is too long.",
  conflict: "This conflicts with what is stored.",
  head_moved: "The design has changed in the meantime.",
  rate_limited: "Too many messages at once.",
  over_budget: "The budget for model calls is used up.",
  unsupported: "This is not supported.",
  upstream_failed: "A service that this needs did not answer.",
  unavailable: "Not available right now.",
  internal: "Something went wrong on our side.",
};

/** Words of the frame and the first screen in English: all that a first visit loads. Another language is another object of this type. */
export const startEn = {
  problems,
  /** As in `ViewText`, again here: a list of chats shows them before anything of a design is loaded. */
  verdicts: { PASS: "Pass", WARNING: "Warning", FAIL: "Fail" },
  shell: {
    product: "Ohm",
    skip: "Skip to the message field",
    navigation: "Main",
    new: "New",
    chats: "Chats",
    close: "Close",
    notFound: "There is nothing at this address.",
    notLoaded: "This page could not be loaded.",
    again: "Try again",
    toStart: "Start a new design",
  },
  start: {
    title: "What do you want to build?",
    label: "What do you want to build?",
    placeholder: "A sentence is enough. Name a board, a budget or a part if you have one.",
    send: "Design it",
    sending: "Starting…",
    examples: "Examples to start from",
    goals: {
      station: "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45",
      alarm: "Arduino Uno distance alarm with an HC-SR04, an LCD and a buzzer, budget $50",
      soil: "Soil moisture monitor with an ESP32, an OLED and a red LED",
    },
    parts: (parts: number) => `${parts} ${parts === 1 ? "part" : "parts"}`,
    total: "Total",
    recent: "Recent chats",
    chat: "Chat",
    verdict: "Verdict",
    time: "Last message",
    untitled: "Untitled",
    noDesign: "no design",
    recentFailed: "Your recent chats could not be loaded.",
    again: "Try again",
    guest:
      "You are a guest: your chats live in this browser and are deleted after 90 days unused. Answers come from the built-in engine, free.",
    unreachable: "The server cannot be reached. Your text is still here.",
  },
  composer: {
    label: "Message",
    placeholders: {
      first: "Say what you want to build",
      change: "Change the design, or ask why",
      queue: "Write the next message; it is answered after this one",
    },
    send: "Send",
    stop: "Stop",
    tooLong: (over: string, limit: string) => `${over} too long; a message holds ${limit}`,
    bytes: (amount: string) => `${amount} bytes`,
    keys: "Enter",
  },
};

/** The words of the frame and the first screen. */
export type StartText = typeof startEn;
