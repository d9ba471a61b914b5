import type { RoomText } from "./room-en.ts";

/** Words of a conversation with people in it, in German. */
export const roomDe: RoomText = {
  list: (names) => new Intl.ListFormat("de", { type: "conjunction" }).format(names),
  someone: "Jemand",
  people: (amount) => `${amount} ${amount === 1 ? "Person" : "Personen"} in diesem Chat`,
  invite: "Einladen",
  edited: "bearbeitet",
  editedAt: (time) => `Geändert ${time}`,
  removedBy: (name) => `Entfernt von ${name}`,
  removedOwn: "Du hast diese Nachricht entfernt",
  note: "Notiz",
  noteHint: "Nur für Menschen: Auf Notizen antwortet die Engine nicht.",
  forPeople: "für Menschen",
  forPeopleHint: "Die Engine wurde nicht gefragt. Mit @ohm fragst du sie.",
  lead: "zuerst",
  leadHint: "Hat zuerst geantwortet",
  another: "weitere Antwort",
  anotherAbove: "Eine weitere Antwort, neben der ersten",
  show: "Zeigen",
  today: "Heute",
  yesterday: "Gestern",
  new: "Neu",
  newBelow: (amount) => `${amount} neu`,
  quote: {
    to: "Antwort an",
    gone: "eine entfernte Nachricht",
    earlier: "eine frühere Nachricht",
  },
  acts: {
    of: (name, time) => `Aktionen für die Nachricht von ${name}, ${time}`,
    quick: "Aktionen der Nachricht",
    more: "Weitere Aktionen",
  },
  unknownAuthor: "es ist nicht bekannt, wer sie geschrieben hat",
};
