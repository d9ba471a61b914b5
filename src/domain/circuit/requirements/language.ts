import type { SpokenLanguage } from "../lists.ts";
import type { Token } from "./tokens.ts";

/** Words that only German has, apart from those with an umlaut or ß. */
const german = new Set(
  `der die das den dem ein eine einen einem einer und oder mit ohne ich möchte brauche baue bau bauen nimm nehme statt anstatt anstelle
  stattdessen verwende benutze nutze ersetze tausche tausch entferne entfernen streiche lass lasse weglassen hinzu dazu bitte auf meinen meine
  mein meinem nicht kein keine keinen soll sollte zum zur alle noch zwei drei auch unter mach mache es ist sind wie was wer wo wann warum wieso
  weshalb welche welcher welches welchen hat kostet gibt kann kannst du mir mich uns im vom beim kleiner billiger weniger mehr weitere lieber
  doch jetzt anzeigen anzeigt misst miss jede jeden bleib diese dieser dieses diesen durch gegen verschiebe verlege spare spar senke reduziere
  benenne hallo moin servus guten danke hilfe dann wenn weg raus gern gerne nein rückgängig
  messen messe senden schalten schaltet steuern steuert regeln melden meldet temperatur luftfeuchte luftfeuchtigkeit helligkeit abstand taster
  bewegungsmelder wetterstation stromverbrauch uhrzeit anzeige lampe garten wasserstand erhöhen`.split(/\s+/),
);
const english = new Set(
  `the with and for an my is are of to a use add remove make why what how it i hello hi thanks please which when does do can instead replace
  swap your this that`.split(/\s+/),
);

/** The language of a text by its own words; `otherwise` where they do not tell, as with "DHT22?". */
export function spokenLanguage(tokens: readonly Token[], otherwise: SpokenLanguage = "en"): SpokenLanguage {
  let count = 0;
  for (const { text } of tokens) {
    if (german.has(text) || /[äöüß]/.test(text)) count++;
    if (english.has(text)) count--;
  }
  if (count === 0) return otherwise;
  return count > 0 ? "de" : "en";
}
