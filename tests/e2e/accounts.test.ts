import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import {
  dialogOf,
  elsewhere,
  fillSignUp,
  guestWithChat,
  newLogin,
  settingsOf,
  signIn,
  signUp,
  withAccount,
} from "./account-steps.ts";
import { write } from "./company.ts";
import type { Screen } from "./person.ts";
import { Person } from "./person.ts";
import { violations } from "./violations.ts";

/** A chat in the list of the first screen. */
const listed = ({ page }: Person, title: string) =>
  page.getByRole("list", { name: "Recent chats" }).getByRole("link", { name: new RegExp(`^${title}`) });

describe.each<Screen>(["desktop", "phone"])("on a %s", { timeout: 120_000 }, (screen) => {
  it("[USE-60] a guest makes an account where they stand, and refusals say what to do and lose nothing", async (test) => {
    const person = await guestWithChat(test, "Balcony station", screen);
    const before = await person.stored("/api/me");
    const taken = newLogin("Somebody");
    await withAccount(test, taken);
    await person.page.goto("/");
    const opener = person.page.getByRole("button", { name: "Keep them with an account" });
    await person.press(opener);
    const dialog = dialogOf(person);
    const send = dialog.getByRole("button", { name: "Sign up", exact: true });
    const found = await violations(person, "sign-up");

    await fillSignUp(person, { name: "Ada Lovelace", email: "ada@", password: "short" });
    await person.press(send);
    await dialog.getByText("This is no e-mail address.").waitFor();
    await dialog.getByText("The password is too short").waitFor();
    expect(await dialog.getByLabel("E-mail", { exact: true }).evaluate((field) => field.matches(":focus"))).toBe(true);
    found.push(...(await violations(person, "sign-up with wrong fields")));

    const login = { ...newLogin("Ada Lovelace"), email: taken.email };
    await fillSignUp(person, login);
    await person.press(send);
    await dialog.getByText("There is an account with this e-mail.").waitFor();

    await person.page.context().setOffline(true);
    await person.press(send);
    await dialog.getByRole("alert").filter({ hasText: "cannot be reached" }).waitFor();
    await person.page.context().setOffline(false);
    expect(await dialog.getByRole("textbox").evaluateAll((fields) => fields.map(({ value }) => value))).toEqual([
      login.name,
      taken.email,
      login.password,
    ]);

    // Escape closes it, gives the focus back, and what was written is there again.
    await person.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await opener.evaluate((button) => button.matches(":focus"))).toBe(true);
    await person.press(opener);
    expect(await dialog.getByLabel("Name", { exact: true }).inputValue()).toBe(login.name);
    await signUp(person, newLogin("Ada Lovelace"));

    await person.page.getByText("Welcome, Ada Lovelace. Your chats are with your account now.").waitFor();
    await listed(person, "Balcony station").waitFor();
    expect(await opener.count()).toBe(0);
    expect(await person.stored("/api/me")).toMatchObject({ id: before.id, guest: false, name: "Ada Lovelace" });
    expect(found).toEqual([]);
  });

  it("[USE-61] who signs in from a guest's browser is asked, brings the guest's chats, and sees both", async (test) => {
    const login = newLogin("Ada Lovelace");
    const first = await withAccount(test, login, screen);
    await write(first, "POST /api/chats", { title: "Old alarm" });

    const second = await guestWithChat(test, "New station", screen);
    const account = await settingsOf(second, "Account");
    await second.press(account.getByRole("button", { name: "Sign in" }));
    const dialog = dialogOf(second);
    await signIn(second, { ...login, password: "not this one" });
    await dialog.getByRole("alert").filter({ hasText: "E-mail or password is not right" }).waitFor();
    expect(await dialog.getByLabel("Password", { exact: true }).inputValue()).toBe("not this one");
    const found = await violations(second, "sign-in");

    await signIn(second, login);
    await second.page.getByRole("heading", { name: "Bring your chats along?" }).waitFor();
    await dialog.getByText(/^As Guest \d+ you have a chat in this browser/).waitFor();
    found.push(...(await violations(second, "the question")));
    // Who does not answer is asked by the settings.
    await second.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const left = second.page.getByRole("region", { name: "Bring your chats along?" });
    await second.press(left.getByRole("button", { name: "Bring it along" }));
    await second.page.getByText("Your chat is here.").waitFor();
    const work = await settingsOf(second, "Background work");
    await work.getByText(/^Bringing along the chats of Guest/).waitFor();
    found.push(...(await violations(second, "settings of an account")));
    await second.page.goto("/");
    await listed(second, "New station").waitFor();
    await listed(second, "Old alarm").waitFor();
    expect(found).toEqual([]);
  });
});

it("[USE-62] a sign-out ends the line of the other tab, and both show the first screen of nobody", async (test) => {
  const person = await withAccount(test, newLogin("Ada Lovelace"));
  await person.say("why does my servo jitter?");
  await person.answered(1);
  await person.field.fill("half a thought");
  const other = await person.secondTab();
  await other.answered(1);
  const line = await other.page.evaluateHandle(
    (address) =>
      new Promise<{ closed: Promise<number> }>((opened) => {
        const socket = new WebSocket(address, "ohm.v1");
        const closed = new Promise<number>((gone) => socket.addEventListener("close", ({ code }) => gone(code)));
        socket.addEventListener("open", () => opened({ closed }));
      }),
    `/api/chats/${other.chatId}/socket`,
  );
  await person.page.keyboard.press("Control+k");
  await person.page.getByRole("combobox").fill("sign out");
  await person.page.keyboard.press("Enter");
  const dialog = dialogOf(person);
  await dialog.getByText("drafts that you have not sent are removed").waitFor();
  const found = await violations(person, "sign-out");
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await person.page.getByText("You are signed out.").waitFor();
  for (const { page } of [person, other]) {
    await page.getByRole("heading", { name: "What do you want to build?" }).waitFor();
    await page.getByRole("button", { name: "Keep them with an account" }).waitFor();
    expect(await page.getByRole("link", { name: /servo/ }).count()).toBe(0);
  }
  expect(await line.evaluate(({ closed }) => closed)).toBe(4001);
  expect(
    await person.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ohm.draft"))),
  ).toEqual([]);
  expect(found).toEqual([]);
});

it("[USE-62] a session that was ended elsewhere says so, and a sign-in leads back to the same chat", async (test) => {
  const login = newLogin("Ada Lovelace");
  const person = await withAccount(test, login);
  await person.say("why does my servo jitter?");
  await person.answered(1);
  const other = await elsewhere(test, login);
  const account = await settingsOf(other, "Account");
  await account.getByText("Where you are signed in").click();
  const list = account.getByRole("list", { name: "Where you are signed in" });
  await list.getByText("this browser").waitFor();
  expect(await violations(other, "sessions")).toEqual([]);
  await list.getByRole("button", { name: /^Sign out/ }).click();
  await expect.poll(() => list.getByRole("listitem").count()).toBe(1);

  await person.page.getByRole("heading", { name: "You are signed out in this chat." }).waitFor();
  await person.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await signIn(person, login);
  await person.answered(1);
  await person.page.getByText("Welcome back, Ada Lovelace.").waitFor();
});

it("[USE-63] an API key is shown once, works as its person, and opens nothing once it is deleted", async (test) => {
  const person = await withAccount(test, newLogin("Ada Lovelace"));
  const keys = await settingsOf(person, "API keys");
  const make = keys.getByRole("button", { name: "Make a key" });
  await make.click();
  await keys.getByText("Say what it is for").waitFor();
  await keys.getByLabel("What it is for").fill("Bench script");
  await make.click();
  const shown = keys.getByRole("textbox", { name: "The key “Bench script”" });
  const found = await violations(person, "a new key");
  const key = await shown.inputValue();
  const asked = async () => {
    const answer = await fetch(`${inject("address")}/api/me`, { headers: { authorization: `Bearer ${key}` } });
    const { name }: { name?: unknown } = JSON.parse(await answer.text());
    return { status: answer.status, name };
  };
  expect(await asked()).toEqual({ status: 200, name: "Ada Lovelace" });

  await person.page.reload();
  const row = keys.getByRole("listitem").filter({ hasText: "Bench script" });
  await row.getByText(/^read · last used/).waitFor();
  expect(await shown.count()).toBe(0);
  const opener = row.getByRole("button", { name: "Delete the key “Bench script”" });
  await opener.click();
  const question = keys.getByRole("alertdialog");
  await question.getByText("What uses it stops working at once.").waitFor();
  found.push(...(await violations(person, "a key before it goes")));
  await person.page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(await opener.evaluate((button) => button.matches(":focus"))).toBe(true);
  expect((await asked()).status).toBe(200);
  await opener.click();
  await question.getByRole("button", { name: "Delete" }).click();
  await row.waitFor({ state: "detached" });
  expect((await asked()).status).toBe(401);
  expect(found).toEqual([]);
});

it("[USE-64] everything of one's own is downloaded as one file", async (test) => {
  const person = await guestWithChat(test, "Balcony station");
  const data = await settingsOf(person, "Your data");
  const coming = person.page.waitForEvent("download");
  await data.getByRole("button", { name: "Download everything" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("ohm-export.ndjson");
  const lines = (await readFile(await file.path(), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["profile", "chat", "message", "end"]));
  expect(lines.at(-1)).toMatchObject({ kind: "end", complete: true });
});

it("[USE-65] an account goes only after its e-mail was typed out, and not while others need it", async (test) => {
  const login = newLogin("Ada Lovelace");
  const person = await withAccount(test, login);
  const { id } = await write(person, "POST /api/chats", { title: "Shared bench" });
  const { token } = await write(person, `POST /api/chats/${id}/invitations`, { role: "member" });
  const guest = await Person.arrive(test);
  await write(guest, `POST /api/invitations/${token}/accept`);

  const goodbye = await settingsOf(person, "Leave for good");
  const opener = goodbye.getByRole("button", { name: "Delete the account" });
  await opener.click();
  const dialog = dialogOf(person);
  const field = dialog.getByLabel(`To confirm, type your e-mail: ${login.email}`);
  const send = dialog.getByRole("button", { name: "Delete my account for good" });
  await send.click();
  await dialog.getByText("This is not your e-mail.").waitFor();
  const found = await violations(person, "deletion");
  expect((await person.stored("/api/me")).email).toBe(login.email);

  await field.fill(login.email);
  await send.click();
  await dialog.getByText("Others are in chats of yours.").waitFor();
  found.push(...(await violations(person, "deletion that is held up")));
  expect(await field.inputValue()).toBe(login.email);
  await dialog.getByRole("link", { name: "Shared bench" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(person.chatId).toBe(id);
  await write(person, `DELETE /api/chats/${id}`);

  await settingsOf(person, "Leave for good");
  await opener.click();
  await field.fill(login.email.toUpperCase());
  await send.click();
  await person.page.getByText("Your account is deleted.").waitFor();
  await person.page.getByRole("heading", { name: "What do you want to build?" }).waitFor();
  expect((await person.page.request.get("/api/me")).status()).toBe(401);
  expect(found).toEqual([]);
});

it("[USE-66] an invitation for accounts leads to the sign-up and back, and to the sign-in and back", async (test) => {
  const owner = await withAccount(test, newLogin("Mara Lind"));
  const { id } = await write(owner, "POST /api/chats", { title: "Shared bench" });
  const { url } = await write(owner, `POST /api/chats/${id}/invitations`, { role: "admin", guests: false });
  const login = newLogin("Jonas Weber");

  const newcomer = await Person.arrive(test);
  await newcomer.page.goto(url);
  await newcomer.page.getByText("This invitation is for people with an account.").waitFor();
  expect(await violations(newcomer, "an invitation for accounts")).toEqual([]);
  await newcomer.page.getByRole("main").getByRole("button", { name: "Sign up" }).click();
  await signUp(newcomer, login);
  await newcomer.page.getByRole("button", { name: "Accept" }).click();
  await newcomer.page.waitForURL(`**/chat/${id}`);

  const returning = await Person.arrive(test);
  await returning.page.goto(url);
  await returning.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await signIn(returning, login);
  await returning.page.getByText("You are in this chat already.").waitFor();
});

it("[USE-67] name, username and password are changed; a wrong password says so and stays", async (test) => {
  const login = newLogin("Ada Lovelace");
  const person = await withAccount(test, login);
  const profile = await settingsOf(person, "Profile");
  await profile.getByLabel("Username").fill("Ada!");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => profile.getByLabel("Username").getAttribute("aria-invalid")).toBe("true");
  expect(await profile.getByLabel("Username").evaluate((field) => field.matches(":focus"))).toBe(true);
  const username = `ada-${crypto.randomUUID().slice(0, 8)}`;
  await profile.getByLabel("Username").fill(username);
  await profile.getByLabel("Name", { exact: true }).fill("Ada King");
  await profile.getByRole("button", { name: "Save" }).click();
  await profile.getByText("Saved.").waitFor();
  expect(await person.stored("/api/me")).toMatchObject({ name: "Ada King", username });

  const account = person.page.getByRole("region", { name: "Account", exact: true });
  await account.getByText("Change the password").click();
  const [present, next] = ["Present password", "New password"].map((name) => account.getByLabel(name, { exact: true }));
  await present?.fill("not this one");
  await next?.fill("another long password");
  await account.getByRole("button", { name: "Change it" }).click();
  await account.getByText("The present password is not right.").waitFor();
  expect(await next?.inputValue()).toBe("another long password");
  expect(await violations(person, "a new password")).toEqual([]);
  await present?.fill(login.password);
  await account.getByRole("button", { name: "Change it" }).click();
  await account.getByText("The password is changed.").waitFor();
  await elsewhere(test, { ...login, password: "another long password" });
});

it("[USE-68] with the keyboard alone one signs up; a dialog keeps the focus in it", async (test) => {
  const person = await guestWithChat(test, "Balcony station");
  const { keyboard } = person.page;
  await keyboard.press("Control+k");
  await person.page.getByRole("combobox").fill("sign up");
  await keyboard.press("Enter");
  const dialog = dialogOf(person);
  await dialog.getByLabel("Name", { exact: true }).waitFor();
  const login = newLogin("Ada Lovelace");
  for (let stop = 0; stop < 20; stop += 1) {
    await keyboard.press("Tab");
    // Past its last element the focus is in the browser's own bar for a step, never on the page below.
    const focused = person.page.locator(":focus");
    if ((await focused.count()) > 0) expect(await focused.evaluate((it) => it.closest("dialog") !== null)).toBe(true);
  }
  await dialog.getByLabel("Name", { exact: true }).focus();
  await keyboard.type(login.name);
  await keyboard.press("Tab");
  await keyboard.type(login.email);
  await keyboard.press("Tab");
  await keyboard.type(login.password);
  await keyboard.press("Enter");
  await person.page.getByText("Welcome, Ada Lovelace.").waitFor();
  expect(await person.stored("/api/me")).toMatchObject({ email: login.email });
});
