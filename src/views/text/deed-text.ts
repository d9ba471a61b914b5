/** Words of what a person does with a design, in English: fix, swap, restore, own, tick. */
export const deedTextEn = {
  fix: (label: string) => `Fix: ${label}`,
  swap: "Swap",
  swapFor: (ref: string, name: string) => `${ref} for ${name}`,
  restore: "Restore",
  restoreRevision: (revision: number) => `revision ${revision}`,
  restoreOnly: (label: string, version: number) => `Restore only ${label} v${version}`,
  link: "Copy link",
  linkTo: (revision: number) => `to revision ${revision}`,
  linkCopied: (revision: number) => `The link to revision ${revision} is copied.`,
  linkNotCopied: "The browser did not let us copy. The address bar has the link.",
  have: "I have it",
  pin: "Keep it, whatever is cheaper",
  apply: "Apply to the current design",
  undo: "Undo",
  done: {
    fix: (revision: number) => `Revision ${revision}: fixed.`,
    swap: (revision: number) => `Revision ${revision}: swapped.`,
    restore: (revision: number, old: number) => `Revision ${revision} is as revision ${old} was.`,
    restoreOnly: (revision: number, label: string) => `Revision ${revision}: ${label} is restored.`,
    part: (revision: number) => `Revision ${revision}: noted.`,
    align: (revision: number) => `Revision ${revision}: all agrees again.`,
    apply: (revision: number) => `Revision ${revision}: the proposal is applied.`,
  },
  headMoved: (head: number) =>
    `Somebody changed the design first: revision ${head} is current now. Nothing is lost. Look at it, and do it again if it still fits.`,
  needsLine: "Not done: there is no connection. Try again when it is back.",
  offline: "Changes wait for the connection.",
  notDone: (why: string) => `Not done: ${why}`,
  notCopied: "The browser did not let us copy.",
  zip: "All units with platformio.ini as ZIP",
  files: "Print and files",
  print: "Print",
  saveAs: (kind: string) => `Save the picture as ${kind}`,
  notSaved: "The picture could not be made into a file. Try again.",
  stale: {
    title: (amount: number) => (amount === 1 ? "One piece no longer agrees" : `${amount} pieces no longer agree`),
    note: (names: string) =>
      `What was restored and these do not fit together: ${names}. They stay as they are until you say so.`,
    align: "Bring in line",
    mark: "stale",
  },
};

/** Words of what a person does with a design. */
export type DeedText = typeof deedTextEn;
