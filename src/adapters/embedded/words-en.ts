import { figure } from "../../domain/circuit/short-forms.ts";
import { shortened } from "./pace.ts";
import type { FindingCounts, Words } from "./words.ts";

const weather = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";

/** Plural by the number in front. */
function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

function counted({ errors, warnings, notes }: FindingCounts): string {
  const found = [
    errors > 0 ? many(errors, "error") : "",
    warnings > 0 ? many(warnings, "warning") : "",
    notes > 0 ? many(notes, "note") : "",
  ];
  return found.filter((text) => text !== "").join(", ");
}

/** What the embedded brain says in English. */
export const english: Words = {
  talk: {
    hello: `Hello. I am Ohm's built-in engine: I turn one sentence into a checked circuit with parts and prices, wiring, firmware and the verdict of a rule check. Tell me what to build, where it runs and what it may cost, for example:\n\n> ${weather}`,
    thanks:
      "You are welcome. Change the design by saying so (“use a DHT22 instead”, “add a buzzer”), or ask why something is as it is (“why pin 21?”).",
    who: `I am Ohm's built-in engine, not a language model: I work by rules over a parts catalogue, so I answer the same way each time and need no key. I can design a device from one sentence, replace, add or remove parts, and explain each choice. Try:\n\n> ${weather}`,
    keep: "Good, the design stays as it is.",
    instructions:
      "That reads like an instruction about my rules. I am the built-in engine: I have no prompt to reveal or to override, and what a message says cannot change how I check circuits. Tell me what to build, or ask about the design.",
    early: `There is no design in this chat yet, so there is nothing to change. Tell me first what to build, for example:\n\n> ${weather}`,
    unclear:
      "I could not find anything to build, to change or to explain in that. I am the built-in engine and understand plain wishes: what it should measure, show or move, on which board, with which power, for how much.",
  },
  examples: [weather, "Arduino Uno parking sensor with a buzzer", "ESP32 plant monitor with soil moisture and an LCD"],
  offerReplace: {
    text: "That is a new goal, and this chat has a design already, so I changed nothing. Start it in a chat of its own with New, or replace the design here; the one you have stays in History.",
    answers: ["Replace this design", "Keep this design"],
  },
  opening: ({ title, board, parts, wires, total }) =>
    `**${title}** on the ${board}: ${many(parts, "part")}, ${many(wires, "wire")}, **${total}**`,
  underBudget: (budget, left) => `, ${left} under your budget of ${budget}.`,
  overBudget: (budget, over) => `, ${over} over your budget of ${budget}.`,
  noBudget: " at typical prices.",
  verdict: (verdict, counts, rulesPassed) => {
    const found = counted(counts);
    const rules = many(rulesPassed, "rule");
    if (verdict === "PASS") return `The rule check **passes**: ${rules}, ${found === "" ? "nothing found" : found}.`;
    return `The rule check **${verdict === "WARNING" ? "warns" : "fails"}**: ${found}; ${rules} passed.`;
  },
  stillPasses: "The rule check still passes.",
  named: "you named it.",
  runnerUp: (name, price, effect) => `Runner-up: ${name} (${price}), ${effect}.`,
  boardAsleep: (milliamperes, averageMa) =>
    `The sleeping board takes ${milliamperes} of these ${averageMa} mA; one with a lower sleep current would last longer.`,
  notMoreNotes: (count) => `${many(count, "further finding")} in Checks.`,
  repair: (label, price) => `Fix: ${label} (${price}).`,
  battery: (life, averageMa, wanted) => {
    const average = averageMa === null ? "" : `, ${averageMa} mA on average`;
    return `About **${life}** on one charge${average}${wanted === null ? "" : `; you wanted ${wanted}`}.`;
  },
  batteryBefore: (life) => `It was ${life} before.`,
  quoted: (text) => `“${shortened(text)}”`,
  didNotUnderstand: (list) => `I did not understand ${list}.`,
  takesHints: true,
  hours: (hours) => (hours < 48 ? `${figure(hours)} hours` : `${figure(hours / 24)} days`),
  assumed: (list) => `**I assumed:** ${list}`,
  notUnderstood: (list) => `**I did not understand:** ${list}. It is not in the design.`,
  mains:
    "**Mains voltage:** I designed the low-voltage side only. The mains side kills; have a qualified electrician do it, in a closed case with a fuse. A design that switches mains is never called verified here.",
  changed: (added, removed, kept) => {
    const names = [...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(" ");
    return `Done: **${names}**; the other ${many(kept, "part line stays", "part lines stay")}.`;
  },
  sameParts: "Done; the parts stay the same.",
  unchanged: "Nothing changes by that: the design is that way already.",
  costStays: (total) => `It still costs **${total}**`,
  costNow: (total, difference) => `It now costs **${total}** (${difference})`,
  wiresChanged: (more) => `${many(Math.abs(more), "wire")} ${more > 0 ? "more" : "fewer"}.`,
  lost: (functions, because) =>
    because === ""
      ? `**Lost: ${functions}.** Nothing in the design does that any more.`
      : `**Lost: ${functions}**, because ${because}.`,
  notDone: (sentences) => `**Not done:** ${sentences}`,
  gained: (functions) => `New: ${functions}.`,
  replaced: "This replaces the design that was here; the old one stays in History.",
  refusal: {
    unsupported: "I cannot design that.",
    needsAnswer: "I need one answer first.",
    notUnderstood: "I could not read a change in that.",
    noDesign: "There is no design in this chat yet, so there is nothing to change. Tell me first what to build.",
    instead: "What I can build instead, for example:",
    stays: "The design stays as it is.",
  },
  log: {
    noDesign:
      "That looks like a serial log, and this chat has no design to read it against. Paste it into the chat of the device, or tell me first what you built.",
    foreign: (list) =>
      `This log speaks of ${list}, which this design does not have: it is of another design, or of an earlier revision. Upload Unit 1 of this one and copy the log again.`,
    allWell: (parts) => `All well: ${many(parts, "part answers", "parts answer")}, and the log ends with [done].`,
    next: "**Next:**",
    more: (list) => `Silent too: ${list}. Mend the first ones and press reset.`,
    passed: (list) => `These answer: ${list}.`,
    look: (part, line) => `Only you can see **${part}**: \`${line}\``,
    unchanged: "The design stays as it is.",
  },
  diagram: {
    opening: "Your diagram is the design of this chat now, with its own wires.",
    unknown: (list) => `**Not in my catalogue:** ${list}. They stay in the plan, and nothing about them was checked.`,
    unknownPins: (list) => `**No such pins:** ${list}.`,
    firmware: "The three units are written for exactly these pins.",
    noFirmware:
      "There is no firmware from me: not every part is wired as my drivers need it, or I do not know it. Your own program stays yours. Any edit lays the wires anew, and then I write the code too.",
    offerReplace:
      "That is a diagram, and this chat has a design already, so I changed nothing. Paste it into a chat of its own with New, or replace the design here; the one you have stays in History.",
  },
  whatIf: {
    parts: (added, removed) => {
      const names = [...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(" ");
      return names === "" ? "The parts would stay the same." : `That would be **${names}**.`;
    },
    cost: (total, difference) => `It would cost **${total}** (${difference})`,
    life: (life, before) =>
      before === null || before === life
        ? `One charge would last about **${life}**.`
        : `One charge would last about **${life}** instead of ${before}.`,
    verdict: (verdict) =>
      ({
        PASS: "The rule check would pass.",
        WARNING: "The rule check would warn:",
        FAIL: "The rule check would fail:",
      })[verdict],
    sameVerdict: "The rule check would say the same as now.",
    refused: (reason) => `Not as it is. ${reason}`,
    same: "That changes nothing: the design is that way already.",
    unchanged: (request) => `I changed nothing. To do it, say ${request}.`,
  },
  explain: {
    noDesign: `There is no design in this chat yet, so I have nothing to explain from. Tell me what to build, for example:\n\n> ${weather}`,
    noSubject:
      "I could not tell what in the design you mean. I can explain a part by name or reference (“why the BME280?”, “U2”), a pin (“why pin 21?”), a warning, the battery life, the cost, the code and what I assumed.",
    insteadOf: (name, price, effect) => `Instead: ${name} (${price}${effect === "" ? "" : `; ${effect}`}).`,
    wire: (from, to, details) => `${from} goes to ${to} (${details}).`,
    standardPin: (pin, carries, standardFor) =>
      `**${pin}** carries ${carries}: it is the board's standard pin for ${standardFor}, so libraries find it without a setting.`,
    freePin: (pin, carries) =>
      `**${pin}** carries ${carries}: it can do that, and it is no strapping, flash or USB pin.`,
    pin: (pin, carries) => `**${pin}** carries ${carries}.`,
    limit: (measured, limit) => `Measured ${measured}, limit ${limit}.`,
    source: (source) => `Source: ${source}.`,
    noFindings: "The check has found nothing to warn about.",
    passed: "These rules looked and passed:",
    noBattery: "The design has no battery, so there is no battery life.",
    rail: ({ name, typical, most, limit }) =>
      `${name}: ${typical} mA typical, ${most} mA at most${limit === null ? "" : ` of ${limit} mA`}`,
    dearest: (list) => `Dearest: ${list}.`,
    band: (low, high, date) => `Prices seen from ${low} to ${high} (${date}).`,
    code: (filename, libraries, rungs) =>
      `**${filename}**: ${libraries}; ${rungs === "" ? "no rung of the ladder run" : `passed ${rungs}`}`,
    noLibraries: "no library",
    nothingAssumed: "I assumed nothing: everything was in your message.",
  },
  broken: "The built-in engine could not carry that out; nothing was changed.",
  and: "and",
};
