/** How far this person has read, in message sequences. */
export interface Reading {
  /** Everything up to here is read; null before the room has said so. */
  readTo: number | null;
  /** The line "New" stands behind this message; null where there is none. */
  newAfter: number | null;
  /** The end of the conversation is before this person's eyes. */
  isWatching: boolean;
}

/** Before anything is known. */
export const nothingRead: Reading = { readTo: null, newAfter: null, isWatching: false };

/** The newest messages that are held, by sequence. */
interface Newest {
  last: number;
  /** Of somebody else. */
  ofOthers: number;
}

/** The room told a mark. A mark only goes forward; the first one shows what is new. */
export function markTold(reading: Reading, mark: number, { last, ofOthers }: Newest): Reading {
  if (reading.readTo !== null) return mark > reading.readTo ? { ...reading, readTo: mark } : reading;
  // To who has never read here everything is new, which is not worth a line.
  const newAfter = mark > 0 && ofOthers > mark ? mark : null;
  return { ...reading, readTo: reading.isWatching ? Math.max(mark, last) : mark, newAfter };
}

/** A message came. What comes unseen begins a new stretch where everything before it was read; an own one ends it. */
export function arrived(reading: Reading, sequence: number, isOwn: boolean): Reading {
  const { readTo, isWatching } = reading;
  if (readTo === null || sequence <= readTo) return reading;
  if (isOwn) return { ...reading, readTo: sequence, newAfter: null };
  if (isWatching) return { ...reading, readTo: sequence };
  return readTo >= sequence - 1 ? { ...reading, newAfter: readTo } : reading;
}

/** The end comes into sight or leaves it; what is there is read. */
export function watched(reading: Reading, isWatching: boolean, last: number): Reading {
  const { readTo } = reading;
  return { ...reading, isWatching, readTo: isWatching && readTo !== null ? Math.max(readTo, last) : readTo };
}
