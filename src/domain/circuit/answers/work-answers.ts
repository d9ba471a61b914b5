import type { Asked, Aspect } from "./asked.ts";
import { called, number } from "./asked.ts";
import { sentence } from "./part-answers.ts";

const rails: Aspect = {
  id: "rails",
  asks: /\brails?\b|strong enough|enough (power|current)|overload|power supply|schiene|netzteil|genug strom|stark genug|reicht (der|die|das) (strom|versorgung|netzteil)/i,
  answer: (asked) => {
    const { design, text, say } = asked;
    const named = design.power.rails.filter(({ name }) =>
      new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`, "i").test(text),
    );
    const lines = (named.length > 0 ? named : design.power.rails).map(({ name, typMa, maxMa, limitMa, loads }) => {
      const [worst] = [...loads].sort((a, b) => b.maxMa - a.maxMa);
      const most =
        worst === undefined
          ? ""
          : say(
              `, most of it ${worst.part} with ${number(asked, worst.maxMa)} mA`,
              `, das meiste ${worst.part} mit ${number(asked, worst.maxMa)} mA`,
            );
      const limit =
        limitMa === null
          ? say("its source has no known limit", "die Grenze der Quelle ist nicht bekannt")
          : maxMa <= limitMa
            ? say(`enough: it gives ${number(asked, limitMa)} mA`, `genug: Sie gibt ${number(asked, limitMa)} mA`)
            : say(
                `too weak: it gives ${number(asked, limitMa)} mA`,
                `zu schwach: Sie gibt ${number(asked, limitMa)} mA`,
              );
      return `- **${name}**: ${say(`${number(asked, typMa)} mA typical, ${number(asked, maxMa)} mA at most`, `typisch ${number(asked, typMa)} mA, höchstens ${number(asked, maxMa)} mA`)}${most}; ${limit}.`;
    });
    return lines.length === 0 ? null : lines.join("\n");
  },
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const testing: Aspect = {
  id: "testing",
  asks: /how (do|can|will) i (know|test|tell|see|check|debug)|how to (test|debug)|does it work\b|(it )?does(n't| not) work|not working|wie (teste|prüfe|merke|sehe|weiß) ich|funktioniert (es|das) (nicht|wirklich)|geht nicht/i,
  answer: ({ design, say }) => {
    const first = design.codeFiles.find(({ unitNumber }) => unitNumber === 1);
    if (first === undefined) return null;
    const lines = (first.expectedSerial ?? []).slice(0, 6).map((line) => `    ${line}`);
    const start = say(
      `Upload \`${first.filename}\` and open the serial monitor at 115200 baud: every part says for itself whether it answers.`,
      `Lade \`${first.filename}\` und öffne den seriellen Monitor mit 115200 Baud: Jedes Teil sagt selbst, ob es antwortet.`,
    );
    const good =
      lines.length === 0
        ? ""
        : `${say("A good start looks like this", "Ein guter Start sieht so aus")}:\n\n${lines.join("\n")}`;
    const paste = say(
      "Paste what it prints here: I name the part that is silent, its likely cause and the wires to look at.",
      "Füge hier ein, was er schreibt: Ich nenne das stumme Teil, die wahrscheinliche Ursache und die Drähte dazu.",
    );
    return [start, good, paste].filter((text) => text !== "").join("\n\n");
  },
};

const accuracy: Aspect = {
  id: "accuracy",
  asks: /accura|precis|resolution|toleranc|genau(igkeit)?\b|auflösung|toleranz|datasheet|datenblatt|\brange\b|reichweite/i,
  answer: ({ parts, say }) => {
    const lines = parts.slice(0, 4).flatMap((part) => {
      const sheet = part.datasheetUrl;
      return sheet === null ? [] : [`- ${called(part)}: [${say("datasheet", "Datenblatt")}](${sheet})`];
    });
    if (lines.length === 0) return null;
    const honest = say(
      "I hold no figures of accuracy or range; the datasheet has them",
      "Zahlen zu Genauigkeit und Reichweite habe ich nicht; das Datenblatt hat sie",
    );
    return `${honest}:\n\n${lines.join("\n")}`;
  },
};

const wanted: Aspect = {
  id: "wanted",
  asks: /what did i (ask|want|say|tell)|what (is|was) (the|my) (goal|mission|requirement)|requirements|was (habe|hatte|wollte) ich|was ist (das|mein) ziel|anforderung/i,
  answer: ({ design, say }) => {
    const { goal, functions, assumed, notUnderstood } = design.requirements;
    const asked = functions
      .filter(({ source }) => source === "asked")
      .map(({ label, quantity }) => (quantity > 1 ? `${quantity} × ${label}` : label));
    const added = functions.filter(({ source }) => source === "assumed").map(({ label }) => label);
    return [
      `> ${goal.replaceAll("\n", " ").slice(0, 400)}`,
      say(`I understood: ${asked.join(", ")}.`, `Verstanden habe ich: ${asked.join(", ")}.`),
      added.length === 0 ? "" : say(`Added by me: ${added.join(", ")}.`, `Von mir dazu: ${added.join(", ")}.`),
      assumed.length === 0
        ? ""
        : `${say("Assumed", "Angenommen")}: ${assumed.map(({ text }) => sentence(text)).join(" ")}`,
      notUnderstood.length === 0 ? "" : `${say("Not understood", "Nicht verstanden")}: ${notUnderstood.join(", ")}.`,
    ]
      .filter((text) => text !== "")
      .join("\n\n");
  },
};

const effort: Aspect = {
  id: "effort",
  asks: /how long\b.*\b(build|wire|assemble|take me|make it)\b|how (hard|difficult)|wie lange\b.*\b(bau|aufbau|dauert|verdraht)|wie schwer|schwierig/i,
  answer: ({ design, say }: Asked) => {
    const wires = design.connections.length;
    const careful = design.connections.filter(({ warning }) => warning !== undefined).length;
    const caution =
      careful === 0 ? "" : say(` ${careful} of them carry a warning.`, ` ${careful} davon tragen eine Warnung.`);
    return say(
      `I keep no times. The work is ${wires} wires, one step each.${caution} Then three uploads, the first of which tests every part.`,
      `Zeiten habe ich nicht. Zu tun sind ${wires} Drähte, je ein Schritt.${caution} Dann drei Uploads, von denen der erste jedes Teil prüft.`,
    );
  },
};

const code: Aspect = {
  id: "code",
  asks: /where\b.*\b(code|firmware|sketch|program|file)|show me the code|wo\b.*\b(code|programm|firmware|sketch)/i,
  answer: ({ design, say }) => {
    if (design.codeFiles.length === 0) return null;
    const files = design.codeFiles.map(
      ({ filename, unitNumber, content, platform }) =>
        `- \`${filename}\`: ${say("Unit", "Etappe")} ${unitNumber}, ${content.split("\n").length} ${say("lines", "Zeilen")}, ${platform}`,
    );
    return [
      say(
        "In the Code tab beside this chat, to copy or as ZIP:",
        "Unter Code neben diesem Chat, zum Kopieren oder als ZIP:",
      ),
      "",
      ...files,
    ].join("\n");
  },
};

/** What is asked of the work that is left to a person. */
export const workAspects = { rails, testing, accuracy, wanted, effort, code };
