import type { ActsText } from "./acts-en.ts";

/** Words of what people do in a conversation, in German. */
export const actsDe: ActsText = {
  role: { viewer: "darf lesen", member: "Mitglied", admin: "Verwalter", owner: "Eigentümer" },
  guest: "Gast",
  more: (amount) => `+${amount}`,
  here: (name) => `${name}, gerade hier`,
  away: (name) => `${name}, gerade nicht hier`,
  typing: (names) =>
    names.length > 2
      ? "Mehrere schreiben gerade"
      : `${names.join(" und ")} ${names.length === 1 ? "schreibt" : "schreiben"} gerade`,
  seenBy: (names) => `Gelesen von ${names}`,
  says: (name, words) => `${name}: ${words}`,
  notHere: "Diese Nachricht steht nicht im Gespräch, wie es gerade ist.",
  thread: {
    replies: (amount) => `${amount} ${amount === 1 ? "Antwort" : "Antworten"}`,
    title: "Gesprächsfaden",
    close: "Zurück zum Gespräch",
  },
  reply: {
    to: (name) => `Antwort an ${name}`,
    cancel: "Nicht antworten",
  },
  branch: {
    label: "Fassungen",
    of: (place, of) => `${place} / ${of}`,
    previous: "Vorige Fassung",
    next: "Nächste Fassung",
  },
  names: {
    react: "Reagieren",
    reply: "Antworten",
    edit: "Bearbeiten",
    regenerate: "Neu antworten",
    copy: "Text kopieren",
    link: "Link kopieren",
    remove: "Entfernen",
    copied: "Kopiert",
    notCopied: "Der Browser hat das Kopieren nicht erlaubt.",
    close: "Schließen",
  },
  emoji: {
    chip: (emoji, amount, names) => `${emoji} ${amount}: ${names}`,
    label: "Reagieren mit",
    own: "Anderes Emoji",
    add: "Hinzufügen",
    notOne: "Bitte genau ein Emoji.",
  },
  edit: {
    label: "Nachricht ändern",
    save: "Speichern",
    rerun: "Speichern und neu antworten",
    cancel: "Abbrechen",
    branchHint: "Die alte Nachricht und ihre Antworten bleiben hinter den Pfeilen.",
    asideHint: "Die neue Antwort steht neben der ersten.",
  },
  remove: {
    ask: "Diese Nachricht für alle entfernen? Ihr Text ist dann überall weg und kommt nicht wieder.",
    yes: "Entfernen",
    no: "Behalten",
  },
  figures: {
    tokens: (input, output) => `${input} Tokens hinein, ${output} heraus`,
    cost: (amount) => `Kosten ${amount}`,
    free: "kostenlos",
    took: (seconds) => `dauerte ${seconds} s`,
  },
  trashed: "Dieser Chat liegt im Papierkorb: Er lässt sich lesen, aber nicht ändern.",
  readOnly: "Du darfst hier lesen. Der Eigentümer kann dich zum Mitglied machen, das auch schreibt.",
  needsLine: "Nicht ausgeführt: Es besteht keine Verbindung. Versuche es wieder, wenn sie zurück ist.",
  notDone: (why) => `Nicht ausgeführt: ${why}`,
  notDoneNow: "Gerade nicht möglich: Der Chat hat sich geändert, oder eine Antwort läuft noch.",
  complete: {
    people: "Menschen und Engines",
    commands: "Befehle",
    engine: "fragt die eingebaute Engine",
    model: "Modell",
    note: "nur für Menschen; die Engine antwortet nicht",
    agents: {
      conversational: "Fragen und Gespräch",
      bom: "Teile",
      wiring: "Verdrahtung",
      code: "Firmware",
      verifier: "Prüfung",
      budget: "billiger werden",
    },
  },
  drop: {
    notText: (name) =>
      `${name} ist kein Text für eine Nachricht: Zieh eine diagram.json, ein Protokoll oder ein Programm her.`,
    tooLarge: (name, kilobytes) => `${name} ist zu groß: Eine Nachricht fasst ${kilobytes} kB.`,
    empty: (name) => `${name} ist leer.`,
  },
  hint: {
    nobody: "Nur für Menschen",
    agents: "Fragt die Engine",
    weigh: "Für Menschen, außer es geht um den Entwurf",
  },
};
