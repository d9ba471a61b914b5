import type { DeedText } from "./deed-text.ts";

/** Words of what a person does with a design, in German. */
export const deedTextDe: DeedText = {
  fix: (label) => `Beheben: ${label}`,
  swap: "Tauschen",
  swapFor: (ref, name) => `${ref} gegen ${name}`,
  restore: "Wiederherstellen",
  restoreRevision: (revision) => `von Revision ${revision}`,
  restoreOnly: (label, version) => `Nur ${label} v${version} wiederherstellen`,
  link: "Link kopieren",
  linkTo: (revision) => `zu Revision ${revision}`,
  linkCopied: (revision) => `Der Link zu Revision ${revision} ist kopiert.`,
  linkNotCopied: "Der Browser lässt uns nicht kopieren. Der Link steht in der Adresszeile.",
  have: "Habe ich",
  pin: "Behalten, auch wenn es billiger geht",
  apply: "Auf den aktuellen Entwurf anwenden",
  undo: "Rückgängig",
  done: {
    fix: (revision) => `Revision ${revision}: behoben.`,
    swap: (revision) => `Revision ${revision}: getauscht.`,
    restore: (revision, old) => `Revision ${revision} ist, wie Revision ${old} war.`,
    restoreOnly: (revision, label) => `Revision ${revision}: ${label} ist wiederhergestellt.`,
    part: (revision) => `Revision ${revision}: notiert.`,
    align: (revision) => `Revision ${revision}: alles passt wieder zusammen.`,
    apply: (revision) => `Revision ${revision}: der Vorschlag ist übernommen.`,
  },
  headMoved: (head) =>
    `Jemand hat den Entwurf zuerst geändert: jetzt gilt Revision ${head}. Nichts ist verloren. Sieh sie dir an und mach es noch einmal, wenn es noch passt.`,
  needsLine: "Nicht getan: es gibt keine Verbindung. Versuch es wieder, wenn sie zurück ist.",
  offline: "Änderungen warten auf die Verbindung.",
  notDone: (why) => `Nicht getan: ${why}`,
  notCopied: "Der Browser lässt uns nicht kopieren.",
  zip: "Alle Etappen mit platformio.ini als ZIP",
  files: "Drucken und Dateien",
  print: "Drucken",
  saveAs: (kind) => `Das Bild als ${kind} speichern`,
  notSaved: "Aus dem Bild ließ sich keine Datei machen. Versuch es noch einmal.",
  stale: {
    title: (amount) => (amount === 1 ? "Ein Stück passt nicht mehr" : `${amount} Stücke passen nicht mehr`),
    note: (names) =>
      `Was wiederhergestellt wurde, passt nicht zu: ${names}. Sie bleiben, wie sie sind, bis du es sagst.`,
    align: "In Einklang bringen",
    mark: "veraltet",
  },
};
