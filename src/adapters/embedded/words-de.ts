import { figure } from "../../domain/circuit/short-forms.ts";
import { shortened } from "./pace.ts";
import type { FindingCounts, Words } from "./words.ts";

const weather = "Wetterstation mit ESP32, Akku und OLED für meinen Balkon, Budget 45 $";

/** "1 Draht", "9 Drähte". */
function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** German figures have a comma. */
function comma(text: string): string {
  return text.replace(".", ",");
}

function counted({ errors, warnings, notes }: FindingCounts): string {
  const found = [
    errors > 0 ? many(errors, "Fehler", "Fehler") : "",
    warnings > 0 ? many(warnings, "Warnung", "Warnungen") : "",
    notes > 0 ? many(notes, "Hinweis", "Hinweise") : "",
  ];
  return found.filter((text) => text !== "").join(", ");
}

/** What the embedded brain says in German. */
export const german: Words = {
  talk: {
    hello: `Hallo. Ich bin die eingebaute Engine von Ohm: Aus einem Satz mache ich eine geprüfte Schaltung mit Teilen und Preisen, Verdrahtung, Firmware und dem Ergebnis einer Regelprüfung. Sag mir, was du bauen willst, wo es läuft und was es kosten darf, zum Beispiel:\n\n> ${weather}`,
    thanks:
      "Gern. Ändere den Entwurf, indem du es sagst („nimm stattdessen einen DHT22“, „füge einen Summer hinzu“), oder frag, warum etwas so ist („warum Pin 21?“).",
    who: `Ich bin die eingebaute Engine von Ohm, kein Sprachmodell: Ich arbeite nach Regeln über einem Teilekatalog, antworte also immer gleich und brauche keinen Schlüssel. Ich entwerfe ein Gerät aus einem Satz, tausche, ergänze und entferne Teile und erkläre jede Wahl. Versuch es:\n\n> ${weather}`,
    keep: "Gut, der Entwurf bleibt, wie er ist.",
    instructions:
      "Das liest sich wie eine Anweisung über meine Regeln. Ich bin die eingebaute Engine: Ich habe keine Vorgabe, die sich verraten oder überschreiben lässt, und keine Nachricht ändert, wie ich Schaltungen prüfe. Sag mir, was du bauen willst, oder frag nach dem Entwurf.",
    early: `In diesem Chat gibt es noch keinen Entwurf, also nichts zu ändern. Sag mir zuerst, was du bauen willst, zum Beispiel:\n\n> ${weather}`,
    unclear:
      "Darin habe ich nichts gefunden, was ich bauen, ändern oder erklären könnte. Ich bin die eingebaute Engine und verstehe einfache Wünsche: was gemessen, gezeigt oder bewegt werden soll, auf welchem Board, mit welchem Strom, für wie viel.",
  },
  examples: [weather, "Einparkhilfe mit Arduino Uno und Summer", "Pflanzenwächter mit ESP32, Bodenfeuchte und LCD"],
  offerReplace: {
    text: "Das ist ein neues Vorhaben, und dieser Chat hat schon einen Entwurf; ich habe deshalb nichts geändert. Beginne es mit „Neu“ in einem eigenen Chat oder ersetze den Entwurf hier; der jetzige bleibt in History.",
    answers: ["Diesen Entwurf ersetzen", "Diesen Entwurf behalten"],
  },
  opening: ({ title, board, parts, wires, total }) =>
    `**${title}** auf dem ${board}: ${many(parts, "Teil", "Teile")}, ${many(wires, "Draht", "Drähte")}, **${total}**`,
  underBudget: (budget, left) => `, ${left} unter deinem Budget von ${budget}.`,
  overBudget: (budget, over) => `, ${over} über deinem Budget von ${budget}.`,
  noBudget: " zu typischen Preisen.",
  verdict: (verdict, counts, rulesPassed) => {
    const found = counted(counts);
    const rules = many(rulesPassed, "Regel", "Regeln");
    if (verdict === "PASS")
      return `Die Regelprüfung ist **bestanden**: ${rules}, ${found === "" ? "nichts gefunden" : found}.`;
    return `Die Regelprüfung ${verdict === "WARNING" ? "**warnt**" : "ist **nicht bestanden**"}: ${found}; ${rules} bestanden.`;
  },
  stillPasses: "Die Regelprüfung ist weiter bestanden.",
  named: "du hast es genannt.",
  runnerUp: (name, price, effect) => `Nächstbestes: ${name} (${price}), ${effect}.`,
  boardAsleep: (milliamperes, averageMa) =>
    `Das schlafende Board nimmt ${comma(milliamperes)} der ${comma(averageMa)} mA: Eines mit kleinerem Schlafstrom hielte länger.`,
  notMoreNotes: (count) => `${many(count, "weiterer Befund", "weitere Befunde")} unter Checks.`,
  repair: (label, price) => `Abhilfe: ${label} (${price}).`,
  battery: (life, averageMa, wanted) => {
    const average = averageMa === null ? "" : `, im Mittel ${comma(averageMa)} mA`;
    return `Etwa **${life}** mit einer Ladung${average}${wanted === null ? "" : `; gewünscht waren ${wanted}`}.`;
  },
  batteryBefore: (life) => `Vorher waren es ${life}.`,
  quoted: (text) => `„${shortened(text)}“`,
  didNotUnderstand: (list) => `Nicht verstanden habe ich ${list}.`,
  takesHints: false,
  hours: (hours) => comma(hours < 48 ? `${figure(hours)} Stunden` : `${figure(hours / 24)} Tage`),
  assumed: (list) => `**Angenommen habe ich:** ${list}`,
  notUnderstood: (list) => `**Nicht verstanden habe ich:** ${list}. Es ist nicht im Entwurf.`,
  mains:
    "**Netzspannung:** Ich habe nur die Kleinspannungsseite entworfen. Die Netzseite ist lebensgefährlich; lass sie von einer Elektrofachkraft machen, im geschlossenen Gehäuse mit Sicherung. Ein Entwurf, der Netzspannung schaltet, heißt hier nie geprüft.",
  changed: (added, removed, kept) => {
    const names = [...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(" ");
    return `Erledigt: **${names}**; ${kept === 1 ? "die andere Teilezeile bleibt" : `die anderen ${kept} Teilezeilen bleiben`}.`;
  },
  sameParts: "Erledigt; die Teile bleiben gleich.",
  unchanged: "Dadurch ändert sich nichts: Der Entwurf ist schon so.",
  costStays: (total) => `Er kostet weiter **${total}**`,
  costNow: (total, difference) => `Er kostet jetzt **${total}** (${difference})`,
  wiresChanged: (more) => `${many(Math.abs(more), "Draht", "Drähte")} ${more > 0 ? "mehr" : "weniger"}.`,
  lost: (functions, because) =>
    because === ""
      ? `**Verloren: ${functions}.** Das macht nichts im Entwurf mehr.`
      : `**Verloren: ${functions}** (${because}).`,
  notDone: (sentences) => `**Nicht erledigt:** ${sentences}`,
  gained: (functions) => `Neu: ${functions}.`,
  replaced: "Das ersetzt den Entwurf, der hier war; der alte bleibt in History.",
  refusal: {
    unsupported: "Das kann ich nicht entwerfen.",
    needsAnswer: "Dafür brauche ich zuerst eine Antwort.",
    notUnderstood: "Darin habe ich keine Änderung erkannt.",
    noDesign: "In diesem Chat gibt es noch keinen Entwurf, also nichts zu ändern. Sag mir zuerst, was du bauen willst.",
    instead: "Was ich statt dessen bauen kann, zum Beispiel:",
    stays: "Der Entwurf bleibt, wie er ist.",
  },
  log: {
    noDesign:
      "Das sieht nach einem seriellen Protokoll aus, und dieser Chat hat keinen Entwurf, mit dem ich es vergleichen könnte. Füge es in den Chat des Geräts ein, oder sag mir zuerst, was du gebaut hast.",
    foreign: (list) =>
      `Dieses Protokoll spricht von ${list}, was dieser Entwurf nicht hat: Es gehört zu einem anderen Entwurf oder einer früheren Revision. Lade Etappe 1 von diesem und kopiere das Protokoll noch einmal.`,
    allWell: (parts) =>
      `Alles gut: ${many(parts, "Teil antwortet", "Teile antworten")}, und das Protokoll endet mit [done].`,
    next: "**Als nächstes:**",
    more: (list) => `Auch stumm: ${list}. Bring zuerst die anderen in Ordnung und drück Reset.`,
    passed: (list) => `Es antworten: ${list}.`,
    look: (part, line) => `Nur du siehst **${part}**: \`${line}\``,
    unchanged: "Der Entwurf bleibt, wie er ist.",
  },
  diagram: {
    opening: "Dein Diagramm ist jetzt der Entwurf dieses Chats, mit seinen eigenen Drähten.",
    unknown: (list) => `**Nicht in meinem Katalog:** ${list}. Es bleibt im Plan, und nichts daran wurde geprüft.`,
    unknownPins: (list) => `**Solche Pins gibt es nicht:** ${list}.`,
    firmware: "Die drei Etappen sind für genau diese Pins geschrieben.",
    noFirmware:
      "Firmware gibt es von mir nicht: Nicht jedes Teil ist so verdrahtet, wie meine Treiber es brauchen, oder ich kenne es nicht. Dein eigenes Programm bleibt deins. Jede Änderung legt die Drähte neu, und dann schreibe ich auch den Code.",
    offerReplace:
      "Das ist ein Diagramm, und dieser Chat hat schon einen Entwurf; ich habe deshalb nichts geändert. Füge es mit „Neu“ in einen eigenen Chat ein oder ersetze den Entwurf hier; der jetzige bleibt in History.",
  },
  whatIf: {
    parts: (added, removed) => {
      const names = [...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(" ");
      return names === "" ? "Die Teile blieben gleich." : `Das wäre **${names}**.`;
    },
    cost: (total, difference) => `Er würde **${total}** kosten (${difference})`,
    life: (life, before) =>
      before === null || before === life
        ? `Eine Ladung würde etwa **${life}** reichen.`
        : `Eine Ladung würde etwa **${life}** reichen statt ${before}.`,
    verdict: (verdict) =>
      ({
        PASS: "Die Regelprüfung wäre bestanden.",
        WARNING: "Die Regelprüfung würde warnen:",
        FAIL: "Die Regelprüfung wäre nicht bestanden:",
      })[verdict],
    sameVerdict: "Die Regelprüfung würde dasselbe sagen wie jetzt.",
    refused: (reason) => `So nicht. ${reason}`,
    same: "Das ändert nichts: Der Entwurf ist schon so.",
    unchanged: (request) => `Ich habe nichts geändert. Wenn du es willst, sag ${request}.`,
  },
  explain: {
    noDesign: `In diesem Chat gibt es noch keinen Entwurf, aus dem ich etwas erklären könnte. Sag mir, was du bauen willst, zum Beispiel:\n\n> ${weather}`,
    noSubject:
      "Ich weiß nicht, was im Entwurf du meinst. Erklären kann ich ein Teil mit Namen oder Kürzel („warum der BME280?“, „U2“), einen Pin („warum Pin 21?“), eine Warnung, die Laufzeit, die Kosten, den Code und was ich angenommen habe.",
    insteadOf: (name, price, effect) => `Statt dessen: ${name} (${price}${effect === "" ? "" : `; ${effect}`}).`,
    wire: (from, to, details) => `${from} geht an ${to} (${details}).`,
    standardPin: (pin, carries, standardFor) =>
      `**${pin}** führt ${carries}: Das ist der Standardpin des Boards für ${standardFor}, Bibliotheken finden ihn ohne Einstellung.`,
    freePin: (pin, carries) => `**${pin}** führt ${carries}: Er kann das und ist kein Strapping-, Flash- oder USB-Pin.`,
    pin: (pin, carries) => `**${pin}** führt ${carries}.`,
    limit: (measured, limit) => `Gemessen ${measured}, Grenze ${limit}.`,
    source: (source) => `Quelle: ${source}.`,
    noFindings: "Die Prüfung hat nichts zu beanstanden gefunden.",
    passed: "Diese Regeln haben geprüft und bestanden:",
    noBattery: "Der Entwurf hat keinen Akku, also keine Laufzeit.",
    rail: ({ name, typical, most, limit }) =>
      `${name}: typisch ${comma(typical)} mA, höchstens ${comma(most)} mA${limit === null ? "" : ` von ${comma(limit)} mA`}`,
    dearest: (list) => `Am teuersten: ${list}.`,
    band: (low, high, date) => `Preise von ${low} bis ${high} (${date}).`,
    code: (filename, libraries, rungs) =>
      `**${filename}**: ${libraries}; ${rungs === "" ? "keine Stufe der Leiter gelaufen" : `bestanden: ${rungs}`}`,
    noLibraries: "ohne Bibliothek",
    nothingAssumed: "Angenommen habe ich nichts: alles stand in deiner Nachricht.",
  },
  broken: "Das konnte die eingebaute Engine nicht ausführen; nichts wurde geändert.",
  and: "und",
};
