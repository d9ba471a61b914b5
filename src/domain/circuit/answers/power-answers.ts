import { partById } from "../catalogue/catalogue.ts";
import type { Asked, Aspect } from "./asked.ts";
import { called, mainParts, number } from "./asked.ts";
import { sentence } from "./part-answers.ts";

function lifeText(asked: Asked, hours: number): string {
  const { say } = asked;
  return hours < 48
    ? `${number(asked, hours)} ${say("hours", "Stunden")}`
    : `${number(asked, hours / 24)} ${say("days", "Tage")}`;
}

const life: Aspect = {
  id: "life",
  asks: /how long\b.*\b(last|run|batter|charge|hold)|battery life|run ?time|\blasts?\b|laufzeit|wie lange|\bhält\b|akkulaufzeit/i,
  answer: (asked) => {
    const { design, say } = asked;
    const { batteryHours, averageMa, wantedHours, boardAsleepMa, assumptions } = design.power;
    if (batteryHours === undefined || averageMa === undefined) {
      return say(
        "It has no battery: it runs as long as it is plugged in.",
        "Es hat keinen Akku: Es läuft, solange es eingesteckt ist.",
      );
    }
    const wanted =
      wantedHours === undefined
        ? ""
        : say(` You wanted ${lifeText(asked, wantedHours)}.`, ` Gewünscht waren ${lifeText(asked, wantedHours)}.`);
    const asleep =
      boardAsleepMa === undefined || boardAsleepMa / averageMa < 0.5
        ? ""
        : say(
            ` The sleeping board takes ${number(asked, boardAsleepMa)} mA of that; another board or a longer pause helps most.`,
            ` Das schlafende Board nimmt davon ${number(asked, boardAsleepMa)} mA; ein anderes Board oder längere Pausen helfen am meisten.`,
          );
    return [
      say(
        `About **${lifeText(asked, batteryHours)}** on one charge, ${number(asked, averageMa)} mA on average.${wanted}${asleep}`,
        `Etwa **${lifeText(asked, batteryHours)}** mit einer Ladung, im Mittel ${number(asked, averageMa)} mA.${wanted}${asleep}`,
      ),
      "",
      ...assumptions.map((text) => `- ${sentence(text)}`),
    ].join("\n");
  },
};

const battery: Aspect = {
  id: "battery",
  asks: /\bwhy\b.*\b(batter|18650|lipo|cell|\baa\b|power ?bank|adapter)|warum.*(akku|batterie|zelle|18650|lipo|netzteil)|which batter|welche(r|n)? (akku|batterie)/i,
  answer: (asked) => {
    const { design, parts, say } = asked;
    const source =
      parts.find(({ catalogId }) => partById(catalogId ?? "")?.battery !== undefined) ??
      design.parts.find(({ catalogId }) => partById(catalogId ?? "")?.battery !== undefined);
    const figures = partById(source?.catalogId ?? "")?.battery;
    if (source === undefined || figures === undefined) return null;
    const { batteryHours, averageMa, rails } = design.power;
    const rail = rails.find(
      ({ loads }) =>
        loads.length > 0 && rails.every((other) => other.maxMa <= (rails[0]?.maxMa ?? 0) || other === rails[0]),
    );
    const peak = Math.max(...rails.map(({ maxMa }) => maxMa), rail?.maxMa ?? 0);
    const why = sentence(source.why === "" ? source.role : source.why);
    const size = say(
      `It holds ${number(asked, figures.capacityMah)} mAh at ${number(asked, figures.nominalVolts)} V and gives up to ${number(asked, figures.maxMa)} mA; the design takes at most ${number(asked, peak)} mA.`,
      `Sie hat ${number(asked, figures.capacityMah)} mAh bei ${number(asked, figures.nominalVolts)} V und gibt bis ${number(asked, figures.maxMa)} mA; der Entwurf nimmt höchstens ${number(asked, peak)} mA.`,
    );
    const lasts =
      batteryHours === undefined || averageMa === undefined
        ? ""
        : say(
            `At ${number(asked, averageMa)} mA on average that is about **${lifeText(asked, batteryHours)}**.`,
            `Bei im Mittel ${number(asked, averageMa)} mA sind das etwa **${lifeText(asked, batteryHours)}**.`,
          );
    const others = source.alternatives
      .slice(0, 2)
      .map(({ name, effect }) => `${name}${effect === "" ? "" : ` (${effect})`}`);
    const instead =
      others.length === 0 ? "" : say(`Instead: ${others.join(", ")}.`, `Statt dessen: ${others.join(", ")}.`);
    return [`${called(source)}: ${why}`, size, lasts, instead].filter((text) => text !== "").join(" ");
  },
};

const charge: Aspect = {
  id: "charge",
  asks: /\b(re)?charg(e|ing|er)\b|\blade(n|gerät)?\b|auflad|geladen/i,
  answer: ({ design, say }) => {
    const charger = design.parts.find(({ catalogId }) => /tp4056|charger/.test(catalogId ?? ""));
    const cell = design.parts.find(({ catalogId }) => partById(catalogId ?? "")?.battery !== undefined);
    if (cell === undefined)
      return say(
        "There is no battery in this design, so nothing to charge.",
        "In diesem Entwurf ist kein Akku, also nichts zu laden.",
      );
    if (charger === undefined)
      return say(
        `${called(cell)} has no charger in this design: exchange it when it is empty, or charge it outside.`,
        `${called(cell)} hat in diesem Entwurf kein Ladegerät: Tausch sie, wenn sie leer ist, oder lade sie außerhalb.`,
      );
    const gotchas = charger.warnings[0];
    return say(
      `Plug a USB cable into ${called(charger)}: ${sentence(charger.role)} ${sentence(charger.why)} ${gotchas ?? ""}`.trim(),
      `Steck ein USB-Kabel in ${called(charger)}: ${sentence(charger.role)} ${sentence(charger.why)}`,
    );
  },
};

const interval: Aspect = {
  id: "interval",
  asks: /how often|how frequent|interval|wie oft|intervall|takt/i,
  answer: ({ design, say }) => {
    const { wakeMinutes, source } = design.requirements.power;
    const isAssumed = design.requirements.assumed.some(({ field }) => field === "interval");
    if (wakeMinutes !== null) {
      const by = isAssumed
        ? say(
            "; I assumed that, say another one to change it",
            "; das habe ich angenommen, sag ein anderes, um es zu ändern",
          )
        : say(", as you said", ", wie du gesagt hast");
      return say(`It wakes every ${wakeMinutes} minutes${by}.`, `Es wacht alle ${wakeMinutes} Minuten auf${by}.`);
    }
    return source === "battery"
      ? say("It does not sleep: it works all the time.", "Es schläft nicht: Es arbeitet die ganze Zeit.")
      : say(
          "It runs on a supply and measures all the time; nothing needs a pause.",
          "Es hängt an einer Versorgung und misst ständig; eine Pause braucht es nicht.",
        );
  },
};

const outdoors: Aspect = {
  id: "outdoors",
  asks: /outside|outdoors?|\brain|water ?proof|weather ?proof|\bwet\b|draußen|im freien|regen|wetterfest|wasserdicht|feucht werden/i,
  answer: ({ design, say }) => {
    const box = design.parts.find(({ catalogId }) => /^box/.test(catalogId ?? ""));
    const open = mainParts(design)
      .filter(({ category }) => category === "sensor")
      .map(({ id, name }) => `${id} ${name.split(",")[0]}`);
    if (box === undefined)
      return say(
        "Not as it is: no part of this design is weatherproof, and it has no case. Say that it stands outdoors, and a closed box joins the parts.",
        "So nicht: Kein Teil dieses Entwurfs ist wetterfest, und er hat kein Gehäuse. Sag, dass es draußen steht, dann kommt ein dichtes Gehäuse dazu.",
      );
    return say(
      `${called(box)} keeps rain out; the cables go through its glands downwards. The sensors (${open.join(", ")}) need air or their cable outside: under a roof, not in the sun. The check here is about electricity, not about water.`,
      `${called(box)} hält den Regen ab; die Kabel gehen durch die Verschraubungen nach unten. Die Sensoren (${open.join(", ")}) brauchen Luft oder ihr Kabel draußen: unter Dach, nicht in der Sonne. Die Prüfung hier gilt dem Strom, nicht dem Wasser.`,
    );
  },
};

/** What is asked of supply, battery and place. */
export const powerAspects = { life, battery, charge, interval, outdoors };
