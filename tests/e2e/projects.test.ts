import { describe, expect, it } from "vitest";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";
import { violations } from "./violations.ts";

async function toProjects(person: Person): Promise<void> {
  // On a phone the bar with the pages is not in a chat.
  if (person.screen === "phone") await person.page.goto("/projects");
  else await person.page.getByRole("link", { name: "Projects", exact: true }).click();
  await person.page.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
}

describe.each<Screen>(["desktop", "phone"])("on a %s", { timeout: 240_000 }, (screen) => {
  it("[USE-70] the first design has a project, whose steps and standing a person sets and gives back", async (test) => {
    const person = await Person.arrive(test, screen);
    const { page } = person;
    await toProjects(person);
    await page.getByText("No projects yet.").waitFor();
    const found = await violations(person, "no projects");
    await page.goto("/");
    await person.say(goal);
    await person.answered(1);
    const chat = person.chatId;
    await expect.poll(async () => (await person.stored("/api/projects")).items.length, { timeout: 15_000 }).toBe(1);
    await toProjects(person);
    found.push(...(await violations(person, "projects")));
    await person.press(page.getByRole("link", { name: /weather station/i }));
    await page.getByRole("heading", { level: 1, name: /weather station/i }).waitFor();
    const build = page.getByRole("checkbox", { name: /^Build it/ });
    await build.check();
    await page.getByRole("button", { name: "Build it: follow the design again" }).waitFor();
    await page.getByLabel("Status").selectOption({ label: "Building" });
    await page.getByLabel("Name", { exact: true }).fill("Balcony");
    await page.getByLabel("Budget (US dollars)").fill("4 5");
    await person.press(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByText("An amount such as 45 or 45.50.").waitFor();
    await page.getByLabel("Budget (US dollars)").fill("45");
    await person.press(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByRole("heading", { level: 1, name: "Balcony" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Balcony" }).waitFor();
    expect(await build.isChecked()).toBe(true);
    expect(await page.getByLabel("Status").inputValue()).toBe("building");
    found.push(...(await violations(person, "project")));
    await person.press(page.getByRole("button", { name: "Build it: follow the design again" }));
    await expect.poll(() => build.isChecked()).toBe(false);
    await person.press(page.getByRole("button", { name: "New chat in this project" }));
    await page.waitForURL(/\/chat\//);
    await person.field.waitFor();
    expect(person.chatId).not.toBe(chat);
    const lines = () => person.frames.filter(({ type }) => type === "welcome").length;
    await expect.poll(lines, { timeout: 15_000 }).toBeGreaterThan(1);
    await page.goBack();
    await page.getByRole("listitem").filter({ hasText: "Untitled" }).waitFor();
    await person.press(page.getByRole("button", { name: "Delete project" }));
    await person.press(page.getByRole("alertdialog").getByRole("button", { name: "Delete project" }));
    await page.getByText("No projects yet.").waitFor();
    await page.goto(`/chat/${chat}`);
    await person.answered(1);
    expect(found).toEqual([]);
    expect(person.troubles).toEqual([]);
  });
});

it("[USE-70] a project of somebody else, or none, is one and the same nothing", async (test) => {
  const person = await Person.arrive(test);
  await person.page.goto("/project/019aac6e-3c00-7000-8000-0000000000ff");
  await person.page.getByRole("alert").filter({ hasText: "There is no such project" }).waitFor();
});
