import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";
import { violations } from "./violations.ts";

/** Writes a picture where somebody asks for them. */
async function picture({ page, screen }: Person, name: string): Promise<void> {
  const folder = process.env.OHM_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${screen}.png` });
}

const dialogOf = ({ page }: Person): Locator => page.getByRole("dialog", { name: "People" });

/** A chat's owner with the dialog open and a link made. */
async function invites(owner: Person): Promise<string> {
  await owner.say(goal);
  await owner.answered(1);
  const opener = owner.page.getByRole("button", { name: "Invite" });
  await owner.press(opener);
  const dialog = dialogOf(owner);
  await dialog.getByText("No link stands.").waitFor();
  await owner.press(dialog.getByRole("button", { name: "Make a link" }));
  const link = dialog.getByRole("textbox", { name: /^Link: member · guests too · used 0 of 1/ });
  await link.waitFor();
  expect(await dialog.getByRole("button", { name: /^Copy the link/ }).evaluate((at) => at.matches(":focus"))).toBe(
    true,
  );
  await picture(owner, "link");
  return link.inputValue();
}

it.for<Screen>(["desktop", "phone"])(
  "[USE-50] somebody comes by a link, is made a viewer and is taken out, and both see each step, on a %s",
  { timeout: 300_000 },
  async (screen, test) => {
    const owner = await Person.arrive(test, screen);
    const url = await invites(owner);

    const guest = await Person.arrive(test, screen);
    await guest.page.goto(url);
    await guest.page.getByRole("heading", { name: /invites you to/ }).waitFor();
    expect(await violations(guest, "invitation")).toEqual([]);
    await picture(guest, "invite");
    await guest.press(guest.page.getByRole("button", { name: "Accept" }));
    await guest.page.waitForURL(/\/chat\//);
    await guest.answered(1);
    await guest.press(guest.page.getByRole("button", { name: /2 people in this chat/ }));
    const seen = dialogOf(guest).getByRole("listitem");
    await seen.filter({ hasText: "owner" }).filter({ hasText: "here now" }).waitFor();
    expect(await seen.count()).toBe(2);
    expect(await dialogOf(guest).getByRole("button").allTextContents()).toEqual(["Close", "Leave"]);

    const dialog = dialogOf(owner);
    const row = dialog.getByRole("listitem").filter({ has: owner.page.getByRole("combobox") });
    await row.filter({ hasText: "here now" }).waitFor();
    await dialog.getByRole("textbox", { name: /used 1 of 1/ }).waitFor();
    expect(await violations(owner, "people")).toEqual([]);
    await row.getByRole("combobox").selectOption("viewer");
    await dialog.getByRole("status").filter({ hasText: "may read" }).waitFor();
    await dialogOf(guest).getByText("may read").waitFor();
    await picture(owner, "people");

    await owner.press(row.getByRole("button", { name: /^Remove/ }));
    const question = dialog.getByRole("alertdialog");
    await question.getByText("can no longer read this chat").waitFor();
    await picture(owner, "question");
    expect(await violations(owner, "removal")).toEqual([]);
    await owner.page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await row.getByRole("button", { name: /^Remove/ }).evaluate((at) => at.matches(":focus"))).toBe(true);
    await owner.press(row.getByRole("button", { name: /^Remove/ }));
    await owner.press(question.getByRole("button", { name: /^Remove/ }));
    await guest.page.getByRole("heading", { name: "You are no longer a member of this chat." }).waitFor();
    await row.waitFor({ state: "detached" });
    // Who was taken out does not come back by the same link, nor sees what it leads to.
    await guest.page.goto(url);
    await guest.page.getByRole("heading", { name: "This link opens nothing" }).waitFor();

    await owner.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const opener = owner.page.getByRole("button", { name: "Invite" });
    expect(await opener.evaluate((at) => at.matches(":focus"))).toBe(true);
    expect(owner.troubles).toEqual([]);
  },
);

it("[USE-51] a link is taken back, and who is in finds the way in at its page", async (test) => {
  const owner = await Person.arrive(test, "desktop");
  const url = await invites(owner);
  const tab = await owner.secondTab();
  await tab.page.goto(url);
  await tab.page.getByText("You are in this chat already.").waitFor();
  await tab.page.getByRole("link", { name: "Open the chat" }).click();
  await tab.answered(1);
  await dialogOf(owner)
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await dialogOf(owner).getByText("The link opens nothing any more.").waitFor();
  await tab.page.goto(url);
  await tab.page.getByRole("heading", { name: "This link opens nothing" }).waitFor();
});
