import { describe, expect, it } from "vitest";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";
import { violations } from "./violations.ts";

describe.each<Screen>(["desktop", "phone"])("on a %s", { timeout: 240_000 }, (screen) => {
  it("[USE-11] axe finds nothing on the first screen, in the conversation and on any tab of the bench", async (test) => {
    const person = await Person.arrive(test, screen);
    const found = await violations(person, "first screen");
    await person.say(goal);
    await person.answered(1);
    found.push(...(await violations(person, "conversation")));
    for (const tab of ["Diagram", "Parts", "Wiring", "Code", "Checks", "Power", "History"]) {
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
