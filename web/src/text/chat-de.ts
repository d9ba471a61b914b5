import { headTextDe } from "../../../src/views/text/head-text-de.ts";
import type { ChatText } from "./chat-en.ts";
import { roomDe } from "./room-de.ts";
import { talkDe } from "./talk-de.ts";

/** Words of a chat and its bench in German. */
export const chatDe: ChatText = {
  views: headTextDe,
  talk: roomDe,
  ...talkDe,
  bench: {
    label: "Werkbank",
    resize: "Breite der Unterhaltung",
    tabs: {
      diagram: "Schaltbild",
      parts: "Teile",
      wiring: "Drähte",
      code: "Code",
      checks: "Prüfung",
      power: "Strom",
      history: "Verlauf",
    },
    warnings: (amount) => `${amount} ${amount === 1 ? "Warnung" : "Warnungen"}`,
    errors: (amount) => `${amount} Fehler`,
    empty: "Der Entwurf erscheint hier, sobald er geprüft ist.",
    emptyHint: "Teile gegen dein Budget, Drähte von Pin zu Pin, Firmware und die Regelprüfung.",
    none: "In diesem Chat gibt es noch keinen Entwurf",
    teach:
      "Sag, was gemessen, gezeigt oder geschaltet werden soll und woher der Strom kommt. Ein Board, ein Budget oder ein Teil, das du hast, hilft. Eines davon bringt einen ganzen Entwurf hierher:",
    loading: "Wird geladen …",
    failed: "Der Entwurf konnte nicht geladen werden.",
    again: "Erneut versuchen",
    looking: (shown) => `Du siehst Revision ${shown}.`,
    back: (head) => `Zurück zu Revision ${head}`,
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    fit: "Alles zeigen",
    zoom: "Zoom",
    drawing: "Schaltbild; ziehen verschiebt es",
    copy: "Kopieren",
    copied: "Kopiert",
    download: "Herunterladen",
    tapAt:
      "Tippe auf einen Draht, einen Pin oder ein Teil, um seine Zwillinge zu sehen. Zwei Finger zoomen, ein Doppeltipp auch.",
    build: "Draht für Draht bauen",
    wireOf: (wire, wires) => `Draht ${wire} von ${wires}`,
    wireTo: "an",
    previous: "Zurück",
    next: "Weiter",
    leaveSteps: "Alle Drähte zeigen",
    lookAt: "Zeig auf einen Draht, einen Pin oder ein Teil, um seine Zwillinge überall zu sehen.",
    part: "Teil",
    net: "Netz",
    pins: "Pins",
    level: "Pegel",
    supply: "Versorgung",
    peak: "Spitze",
    wiringSteps: "Schritte",
    pages: "Seiten dieses Chats",
    chatPage: "Chat",
    benchPage: "Werkbank",
  },
};
