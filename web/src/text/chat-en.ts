import { headTextEn } from "../../../src/views/text/head-text.ts";
import { roomEn } from "./room-en.ts";
import { talkEn } from "./talk-en.ts";

/** Words of a chat and its bench in English. Another language is another object of this type. */
export const chatEn = {
  views: headTextEn,
  talk: roomEn,
  ...talkEn,
  bench: {
    label: "Bench",
    resize: "Width of the conversation",
    tabs: {
      diagram: "Diagram",
      parts: "Parts",
      wiring: "Wiring",
      code: "Code",
      checks: "Checks",
      power: "Power",
      history: "History",
    },
    warnings: (amount: number) => `${amount} ${amount === 1 ? "warning" : "warnings"}`,
    errors: (amount: number) => `${amount} ${amount === 1 ? "error" : "errors"}`,
    empty: "The design appears here as soon as it is checked.",
    emptyHint: "Parts against your budget, wiring from pin to pin, firmware and the rule check.",
    none: "There is no design in this chat yet",
    teach:
      "Say what it should sense, show or switch, and what it runs from. A board, a budget or a part that you have helps. One of these brings a whole design here:",
    loading: "Loading…",
    failed: "The design could not be loaded.",
    again: "Try again",
    looking: (shown: number) => `You are looking at revision ${shown}.`,
    back: (head: number) => `Back to revision ${head}`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show all",
    zoom: "Zoom",
    drawing: "Wiring diagram; drag to move it",
    copy: "Copy",
    copied: "Copied",
    download: "Download",
    tapAt: "Tap a wire, a pin or a part to see its twins. Two fingers zoom, a double tap too.",
    build: "Build wire by wire",
    wireOf: (wire: number, wires: number) => `Wire ${wire} of ${wires}`,
    wireTo: "to",
    previous: "Previous",
    next: "Next",
    leaveSteps: "Show all wires",
    lookAt: "Point at a wire, a pin or a part to see its twins everywhere.",
    part: "Part",
    net: "Net",
    pins: "Pins",
    level: "Level",
    supply: "Supply",
    peak: "Peak",
    wiringSteps: "Wiring steps",
    pages: "Pages of this chat",
    chatPage: "Chat",
    benchPage: "Bench",
  },
};

/** The words of a chat and its bench. */
export type ChatText = typeof chatEn;
