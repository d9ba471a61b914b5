import type { SpokenLanguage } from "../lists.ts";
import type { Token } from "./tokens.ts";

const german = new Set(
  "der die das den dem ein eine einen einem einer und oder mit für ohne ich möchte will brauche baue bau bauen nimm statt stattdessen verwende ersetze entferne füge hinzu bitte auf meinen meine mein nicht kein keine keinen soll zum zur alle noch zwei drei auch über unter höchstens mach mache es ist sind wie was warum wieso kleiner günstiger billiger länger lieber doch jetzt hält alle anzeigen anzeigt misst".split(
    " ",
  ),
);

/** German when German words stand in the text, else English. */
export function spokenLanguage(tokens: readonly Token[]): SpokenLanguage {
  let count = 0;
  for (const token of tokens) {
    if (german.has(token.text) || /[äöüß]/.test(token.text)) count++;
    if (/^(the|with|and|for|an|my|is|of|to)$/.test(token.text)) count--;
  }
  return count > 0 ? "de" : "en";
}
