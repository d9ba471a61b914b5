import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";

/** The rule is off by default, and speech control needs it. */
const alsoOn = { "label-content-name-mismatch": { enabled: true } };

/** Every violation of what is on the page now, in light and in dark, as `where: rule: element`. */
async function violations(person: Person, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await person.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Without frames of other origins axe can end in the page itself, which saves it a tab.
    const axe = new AxeBuilder({ page: person.page }).setLegacyMode(true).options({ rules: alsoOn });
    const { violations: broken } = await axe.analyze();
    for (const { id, nodes } of broken)
      for (const node of nodes)
        found.push(`${where}, ${colorScheme}: ${id}: ${node.target.join(" ")} ${node.failureSummary}`);
  }
  return found;
}

describe.each<Screen>(["desktop", "phone"])("on a %s", { timeout: 120_000 }, (screen) => {
  it("[USE-11] axe finds nothing on the first screen, in the conversation and on any tab of the bench", async (test) => {
    const person = await Person.arrive(test, screen);
    const found = await violations(person, "first screen");
    await person.say(goal);
    await person.answered(1);
    found.push(...(await violations(person, "conversation")));
    for (const tab of ["Diagram", "Parts", "Wiring", "Code", "Checks", "History"]) {
      await person.openTab(tab);
      if (tab === "Diagram") await person.bench.getByRole("img", { name: /^Wiring diagram/ }).waitFor();
      found.push(...(await violations(person, tab)));
    }
    await person.openTab("Diagram");
    await person.press(person.page.getByRole("button", { name: "Build wire by wire" }));
    await person.page.getByText("Wire 1 of 19").waitFor();
    found.push(...(await violations(person, "wire by wire")));
    expect(found).toEqual([]);
  });
});
