/** Longer than this a message is taken as it is: a log, a file, a whole specification. */
const mostCharacters = 2000;

/** Where one wish may end and the next begin: a sentence, a line, "and then", "und dann". */
const boundary =
  /(?<=[.!?;])\s+|\s*\n+\s*|,?\s+(?:and|und|but|aber)\s+(?:(?:then|also|dann|auch)\s+)?|,\s*(?:then\s+|dann\s+|danach\s+)?|\s+(?:then|dann|danach)\s+/giu;

const lead = "^\\W*(?:(?:please|bitte|and|und|also|auch|then|dann|danach|but|aber|first|zuerst|finally)[\\s,]+)*";
/** Begins a question whatever ends it. */
const asks = new RegExp(
  `${lead}(?:explain|describe|(?:tell|show) me (?:why|what|how|which|where|about|if|whether)|why|what (?:does|is|do|would|will)|how (?:much does|long does|do i)|erklär\\w*|beschreib\\w*|(?:sag|zeig) mir,? (?:warum|was|wie|welche|wo|ob)|warum|wieso|weshalb|was (?:kostet|ist|macht)|wie (?:lange hält|viel kostet|teuer))(?![\\p{L}\\p{N}])`,
  "iu",
);
/** The wish for a check and nothing else: "check the soil" is something to build. */
const checks = new RegExp(
  `${lead}(?:check|verify|re-?check|prüfe?|überprüfe?)(?:\\s+(?:it|this|that|everything|again|all|once more|(?:the )?(?:whole )?(?:design|circuit|wiring|thing)|es|das|ihn|alles|(?:den |die )?(?:entwurf|schaltung|verdrahtung)|ganze|noch|noch ?mal|einmal|wieder))*\\W*$`,
  "iu",
);
/** Says only that a question follows. */
const onlyLead = new RegExp(
  `${lead}(?:explain|describe|tell me|erklär\\w*|beschreib\\w*|sag|zeig)(?:\\s+(?:to me|mir|me))?\\W*$`,
  "iu",
);
/** Begins an edit, also where a question goes before it without a full stop. */
const edits = new RegExp(
  `${lead}(?:use|take|add|remove|drop|delete|replace|swap|make|change|move|nimm|nehm|verwende|füge?|entferne?|ersetze?|tausche?|mach|ändere|verschiebe?)(?![\\p{L}\\p{N}])`,
  "iu",
);
/** Begins a question where it ends like one. */
const mayAsk = new RegExp(
  `${lead}(?:what|how|which|when|where|who|is|are|does|do|did|has|was|will|would|can i|wie|welche[rsnm]?|wann|wo|wozu|ist|sind|hat|braucht|kann ich|reicht|hält|passt)\\b`,
  "iu",
);

/**
 * A message in the parts that want different things, in order: "use a DHT22 instead and explain why this battery, then check it" has three.
 * A text is cut only beside a question or the wish for a check: what tells one goal or one edit in several sentences stays whole. Parts that
 * are joined by what stood between them are the message again, but for the spaces around them.
 */
export function messageParts(text: string): string[] {
  if (text.length > mostCharacters || /[[{]/.test(text)) return [text];
  const pieces = cut(text);
  const parts: string[] = [];
  let from = 0;
  for (const [place, piece] of pieces.entries()) {
    const next = pieces[place + 1];
    if (next !== undefined && !isAsk(piece.text) && !isAsk(next.text)) continue;
    if (next !== undefined && goesOn(piece, next)) continue;
    const part = text.slice(from, piece.end).trim();
    if (part !== "") parts.push(part);
    from = next?.start ?? text.length;
  }
  return parts.length === 0 ? [text] : parts;
}

interface Piece {
  text: string;
  start: number;
  end: number;
  /** What follows is another sentence, or said to come after it. */
  endsSentence: boolean;
}

function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const { index } = match;
    pieces.push(piece(text, { start, end: index, sign: match[0] }));
    start = index + match[0].length;
  }
  pieces.push(piece(text, { start, end: text.length, sign: "" }));
  return pieces.filter((one) => one.text.trim() !== "");
}

function piece(text: string, { start, end, sign }: { start: number; end: number; sign: string }): Piece {
  const own = text.slice(start, end);
  return { text: own, start, end, endsSentence: /[.!?;]$/.test(own) || /then|dann|danach|\n/i.test(sign) };
}

/** A question goes on over its commas, until a sentence ends or an edit begins. */
function goesOn(piece: Piece, next: Piece): boolean {
  if (onlyLead.test(piece.text)) return true;
  return isAsk(piece.text) && !isAsk(next.text) && !piece.endsSentence && !edits.test(next.text);
}

function isAsk(text: string): boolean {
  return asks.test(text) || checks.test(text) || (/\?\W*$/.test(text) && mayAsk.test(text));
}
