import type { Question } from "../design.ts";
import { intervalIsAssumed } from "../requirements/assumptions.ts";
import type { Requirements } from "../requirements.ts";

/** The answer that may make the design safe to call verified. */
function askLoad({ language, switched }: Requirements): Question | null {
  if (switched?.load !== "unknown") return null;
  return language === "de"
    ? {
        text: "Was schaltet das Relais? Solange das offen ist, gilt es als Netzspannung.",
        answers: ["Das Relais schaltet einen 12-V-Verbraucher", "Das Relais schaltet ein Gerät mit 230 V"],
      }
    : {
        text: "What does the relay switch? Until that is said, it counts as mains.",
        answers: ["The relay switches a 12 V load", "The relay switches a 230 V appliance"],
      };
}

/** The one question whose answer would change the design most, or null; every answer is a message that `readEdit` understands. */
export function clarifyingQuestion(requirements: Requirements): Question | null {
  const german = requirements.language === "de";
  const { power, place } = requirements;
  const load = askLoad(requirements);
  if (load !== null) return load;
  if (power.source === "battery" && intervalIsAssumed(requirements)) {
    return german
      ? {
          text: `Wie oft soll es messen? Ich habe alle ${power.wakeMinutes} Minuten angenommen.`,
          answers: [
            "Miss alle 5 Minuten",
            `Bleib bei alle ${power.wakeMinutes} Minuten`,
            "Miss alle 30 Minuten",
            "Miss jede Stunde",
          ],
        }
      : {
          text: `How often should it measure? I assumed every ${power.wakeMinutes} minutes.`,
          answers: [
            "Measure every 5 minutes",
            `Keep every ${power.wakeMinutes} minutes`,
            "Measure every 30 minutes",
            "Measure every hour",
          ],
        };
  }
  if (power.named || place !== "outdoors") return null;
  return german
    ? { text: "Gibt es draußen Strom? Ich habe USB angenommen.", answers: ["Nimm einen Akku", "Bleib bei USB"] }
    : { text: "Is there power outside? I assumed USB.", answers: ["Run it on a battery", "Keep USB power"] };
}
