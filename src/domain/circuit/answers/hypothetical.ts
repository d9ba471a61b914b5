/** A question about something that is not so: "what if", "would it", "can I", "why not". */
const isHypothetical =
  /\b(what (if|about|happens if)|how about|would|could|can (i|we|it)|may i|if (i|we|it|you)|suppose|why not|better|possible|rather|with(out)? (an?|the|every)|with \d)\b|\b(was (wäre|ist mit|wenn|passiert,? wenn)|wie wäre|wenn (ich|wir|man|es|du)|kann (ich|man|es)|könnte|würde|warum (nicht|kein\w*)|möglich|besser|lieber|ginge|geht auch|(mit|ohne) (eine?[mnrs]?|de[mnr]|die|das|\d))(?![\p{L}])/iu;

/** After these words the change itself may stand. */
const marker =
  /\b(?:if|with|when|to|about|not|i|we|you|it|would|could|is|wenn|mit|ich|wir|man|es|nicht|wäre|würde|könnte|kein\w*|auch|ist)(?![\p{L}\p{N}])|(?=\b(?:without|ohne)(?![\p{L}]))/giu;

/** What a change is asked about says nothing of the change. */
const afterwards =
  /[\s,]*\b(?:work|do|fit|help|save|bring|be (?:ok|enough|better|cheaper|possible|different)|better|last longer|then|too|as well|cost(?: more| less)?|gehen|funktionieren|reichen|passen|kosten|sparen|bringen|dann|auch|möglich|besser|nehmen?|nutzen?|benutzen?|verwenden?|einsetzen?|einbauen?|hätte|messen?|habe|dran ?hängen?)(?:\s+(?:too|as well|better))?\W*$/iu;

const gerunds: Readonly<Record<string, string>> = {
  removing: "remove",
  dropping: "remove",
  adding: "add",
  using: "use",
  replacing: "replace",
  swapping: "swap",
  moving: "move",
};

/** Longer questions are not tried: they tell a story. */
const mostCharacters = 240;
const mostCandidates = 8;

/**
 * What a hypothetical question would change, as requests to try in this order, the longest first: "what would it cost to use a DHT22?" has
 * "use a DHT22". Empty for any other question.
 */
export function hypothesesIn(question: string): string[] {
  // What is asked of a slip is no change that somebody wants.
  if (/\b(plus|minus|polarity|sda|scl|vcc|gnd|backwards|the wrong way)\b|vertausch|verpol/i.test(question)) return [];
  const isChoice = /\b(or|oder|vs\.?|versus)\b/i.test(question);
  if (question.length > mostCharacters || isChoice || !isHypothetical.test(question)) return [];
  const clean = question.replace(/[?!.\s]+$/u, "");
  const rests = [...clean.matchAll(marker)].map(({ index, 0: word }) => clean.slice(index + word.length));
  const requests = rests.map((rest) => imperative(paused(rest.replace(afterwards, "").trim())));
  return [...new Set(requests)].filter((request) => request.length > 2).slice(0, mostCandidates);
}

/** "removing the OLED" is "remove the OLED", "einem ESP32" "einen ESP32". */
function imperative(request: string): string {
  return request
    .replace(/^einem\b/i, "einen")
    .replace(/^einer\b/i, "eine")
    .replace(/^dem\b/i, "den")
    .replace(/^(\w+ing)\b/i, (word) => gerunds[word.toLowerCase()] ?? word);
}

/** "a 5 minute interval" and "ein 5-Minuten-Takt" as the engine reads it. */
function paused(request: string): string {
  return request
    .replace(/\b(?:an? )?(\d+)[ -]?(minute|hour|min|h)s?[ -](?:interval|pause|cycle)\b/i, "every $1 $2s")
    .replace(/\b(?:ein\w* )?(\d+)[ -]?(minuten|stunden)[ -]?(?:takt|intervall|pause|abstand)\b/i, "alle $1 $2");
}
