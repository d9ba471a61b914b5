import { expect, it } from "vitest";
import type { Screen } from "./person.ts";
import { Person } from "./person.ts";
import { violations } from "./violations.ts";

const question = "why does my servo jitter?";

async function asks(person: Person, words: string): Promise<void> {
  await person.page.goto("/");
  await person.say(words);
  await person.answered(1);
}

/** Ctrl K, then letters of what is wanted; Enter when it is the one that is chosen. */
async function viaPalette({ page }: Person, letters: string, wanted: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search chats and commands" });
  await field.waitFor();
  await page.keyboard.type(letters);
  await page.getByRole("option", { name: wanted, selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
}

const attribute = (person: Person, name: "lang" | "data-theme") =>
  person.page.locator("html").evaluate((root, what) => root.getAttribute(what), name);

it("[USE-30] German from the browser's own choice, and back to English without a reload, where one stands", async (test) => {
  const person = await Person.arrive(test, "desktop", { locale: "de-AT" });
  await person.page.getByRole("heading", { name: "Was möchtest du bauen?" }).waitFor();
  expect(await attribute(person, "lang")).toBe("de");
  await person.page.getByRole("button", { name: /^Wetterstation mit ESP32/ }).click();
  await person.answered(1);
  await person.page.getByRole("tab", { name: /^Teile/ }).click();
  await person.page.getByText(/unter .*45,00/).waitFor();
  await person.field.fill("halb geschrieben");
  await person.page.keyboard.press("Control+k");
  await person.page.getByRole("combobox").fill("english");
  await person.page.keyboard.press("Enter");
  await person.page.getByRole("tab", { name: /^Parts/, selected: true }).waitFor();
  expect(await attribute(person, "lang")).toBe("en");
  expect(await person.field.inputValue()).toBe("halb geschrieben");
  expect(await person.page.locator(".readouts").textContent()).toContain("$44.04");
  await person.page.reload();
  await person.page.getByRole("tab", { name: /^Parts/ }).waitFor();
  expect(person.troubles).toEqual([]);
});

it("[USE-30] no word of the other language is fetched", async (test) => {
  const person = await Person.arrive(test);
  await person.field.waitFor();
  const scripts = await person.page.evaluate(() =>
    Promise.all(
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .map(async ({ name }) => (await fetch(name)).text()),
    ),
  );
  expect(scripts.join("")).toContain("What do you want to build?");
  expect(scripts.join("")).not.toMatch(/möchtest|Einstellungen|Papierkorb/);
});

it.for<Screen>(["desktop", "phone"])(
  "[USE-31] on a %s the theme and the Enter key are set, kept, and in force at once",
  async (screen, test) => {
    const person = await Person.arrive(test, screen);
    await person.press(person.page.getByRole("link", { name: "Settings" }));
    await person.page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
    expect(await violations(person, "settings")).toEqual([]);
    await person.page.getByRole("radio", { name: "Dark" }).check({ force: true });
    expect(await attribute(person, "data-theme")).toBe("dark");
    await person.page.getByRole("radio", { name: "breaks the line" }).check({ force: true });
    await person.page.goto("/");
    expect(await attribute(person, "data-theme")).toBe("dark");
    await person.field.fill("one");
    await person.field.press("Enter");
    await person.field.pressSequentially("two");
    expect(await person.field.inputValue()).toBe("one\ntwo");
    await person.field.fill(question);
    await person.field.press("Control+Enter");
    await person.answered(1);
  },
);

it("[USE-32] the palette goes to chats and does commands by keys alone; `?` shows the keys", async (test) => {
  const person = await Person.arrive(test);
  const { page } = person;
  await asks(person, question);
  await page.goto("/settings");
  await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await keys.waitFor();
  expect(await violations(person, "keys")).toEqual([]);
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "detached" });

  await page.keyboard.press("Control+k");
  await page.getByRole("option", { name: question }).waitFor();
  expect(await violations(person, "palette")).toEqual([]);
  await page.keyboard.press("Escape");
  await viaPalette(person, "thda", "Theme: Dark");
  expect(await attribute(person, "data-theme")).toBe("dark");
  await viaPalette(person, "servo", question);
  await person.answered(1);
  await viaPalette(person, "bench hist", "Bench: History");
  await page.getByRole("tab", { name: /^History/, selected: true }).waitFor();
  // In a field a question mark is a question mark.
  await person.field.focus();
  await page.keyboard.type("why?");
  expect(await person.field.inputValue()).toBe("why?");
  expect(await keys.count()).toBe(0);
  expect(person.troubles).toEqual([]);
});

it.for<Screen>(["desktop", "phone"])(
  "[USE-33] on a %s the list names every chat, and renames one where it stands",
  async (screen, test) => {
    const person = await Person.arrive(test, screen);
    const { page } = person;
    await asks(person, question);
    await asks(person, "Soil moisture monitor with an ESP32, an OLED and a red LED");
    if (screen === "phone") await page.goto("/chats");
    else await page.getByRole("button", { name: "Chats", exact: true }).click();
    const list = page.getByRole("list", { name: "Recent", exact: true });
    await list.getByText("$28.69").waitFor();
    expect(await list.getByRole("listitem").count()).toBe(2);
    expect(await violations(person, "list of chats")).toEqual([]);
    await person.press(list.getByRole("button", { name: `Actions for ${question}` }));
    await person.press(page.getByRole("menuitem", { name: "Rename" }));
    await page.getByRole("textbox", { name: "New title" }).fill("Servo trouble");
    await page.keyboard.press("Enter");
    const renamed = list.getByRole("link", { name: /^Servo trouble/ });
    await renamed.waitFor();
    // The server's list follows within seconds.
    const reloaded = async () => {
      await page.reload();
      return (await list.getByRole("link").allTextContents()).join();
    };
    await expect.poll(reloaded, { timeout: 20_000 }).toContain("Servo trouble");
    await person.press(renamed);
    await person.answered(1);
    expect(await page.title()).toBe("Servo trouble · Ohm");
  },
);
