import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { goal, Person } from "./person.ts";

/** What can be seen of the focused element, those around it and those in it: with and without its focus. */
function looks(focused: Locator): Promise<{ place: string; onScreen: boolean; withFocus: string; without: string }> {
  return focused.evaluate((element) => {
    const view = element.ownerDocument.defaultView;
    const around = [element.parentElement, element.parentElement?.parentElement].filter(Boolean);
    const look = () =>
      [element, ...around, ...element.querySelectorAll("*")]
        .flatMap((one) => [view.getComputedStyle(one), view.getComputedStyle(one, "::before")])
        .map((style) => [style.outline, style.boxShadow, style.border, style.stroke, style.strokeWidth, style.opacity])
        .join();
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const withFocus = look();
    element.blur();
    const without = look();
    element.focus({ focusVisible: true, preventScroll: true });
    const place = `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent.slice(0, 40)}`;
    return {
      place,
      onScreen: bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth,
      withFocus,
      without,
    };
  });
}

/** Presses `key` until the focus is on `target`; at every stop on the way the focus can be seen. Answers the stops. */
async function walkTo(person: Person, key: "Tab" | "Shift+Tab", target: Locator): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 80) {
    await person.page.keyboard.press(key);
    const focused = person.page.locator(":focus");
    // Past the last element the focus is in the browser's own bar for one step.
    if ((await focused.count()) === 0 && stops.at(-1) !== "browser") {
      stops.push("browser");
      continue;
    }
    const { place, onScreen, withFocus, without } = await looks(focused);
    stops.push(place);
    expect(onScreen, `${place} is on the screen`).toBe(true);
    expect(withFocus, `${place} shows its focus`).not.toBe(without);
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return stops;
  }
  throw new Error(`not reached in 80 steps: ${stops.join(" > ")}`);
}

it("[USE-10] a goal, a change and an older version need no mouse, and the focus can always be seen", async (test) => {
  const person = await Person.arrive(test);
  const { keyboard } = person.page;
  await person.page.locator("#message:focus").waitFor();
  await keyboard.type(goal);
  await keyboard.press("Enter");
  await person.answered(1);

  await walkTo(person, "Tab", person.page.getByRole("link", { name: "Skip to the message field" }));
  await keyboard.press("Enter");
  await person.page.locator("#message:focus").waitFor();
  await keyboard.type("use a DHT22 instead");
  await keyboard.press("Enter");
  await person.answered(2);

  const older = person.card(1, "Parts v1");
  await walkTo(person, "Shift+Tab", older);
  await keyboard.press("Enter");
  await person.page.getByRole("note").filter({ hasText: "You are looking at revision 1." }).waitFor();
  await person.page.getByRole("tabpanel", { name: /^Parts/ }).waitFor();

  const tab = (name: string) => person.page.getByRole("tab", { name: new RegExp(`^${name}`) });
  await walkTo(person, "Tab", tab("Parts"));
  await keyboard.press("End");
  await walkTo(person, "Tab", person.page.getByRole("button", { name: /^r2/ }));
  await keyboard.press("Enter");
  await person.page.getByRole("note").waitFor({ state: "detached" });
  await walkTo(person, "Shift+Tab", tab("History"));
  await keyboard.press("Home");
  await person.bench.getByRole("img", { name: /^Wiring diagram/ }).waitFor();
  const lastWire = person.bench.getByRole("button", { name: /^Step 16\./ });
  const stops = await walkTo(person, "Tab", lastWire);
  expect(stops.filter((stop) => stop.includes("Step "))).toHaveLength(16);
});

it("[USE-87] from the address bar to a restored version no mouse is needed", async (test) => {
  const person = await Person.arrive(test);
  const { keyboard } = person.page;
  await person.say(goal);
  await person.answered(1);
  await person.say("use a DHT22 instead");
  await person.answered(2);
  await person.page.goto(`/chat/${person.chatId}/artifact/bom/version/1`);
  await person.page.getByRole("note").filter({ hasText: "You are looking at revision 1." }).waitFor();
  await person.page.locator(".parts-table strong").filter({ hasText: "BME280" }).waitFor();
  await walkTo(person, "Tab", person.page.getByRole("button", { name: "Restore revision 1" }));
  await keyboard.press("Enter");
  await person.page.locator(".notice").filter({ hasText: "Revision 3 is as revision 1 was." }).waitFor();
  await person.page.getByRole("note").waitFor({ state: "detached" });
  await person.page.locator("#stage:focus").waitFor();
  await walkTo(person, "Shift+Tab", person.page.getByRole("tab", { name: /^Parts/ }));
  await keyboard.press("End");
  await walkTo(person, "Tab", person.page.getByRole("button", { name: "Compare r2" }));
  await keyboard.press("Enter");
  await person.page.locator("#compare:focus").waitFor();
  await person.page.locator(".diff-lines .added").first().waitFor();
});
