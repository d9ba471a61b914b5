import type { Locator } from "playwright-core";
import type { TestContext } from "vitest";
import { write } from "./company.ts";
import type { Screen } from "./person.ts";
import { Person } from "./person.ts";

/** What an account is signed in with. */
export interface Login {
  name: string;
  email: string;
  password: string;
}

/** Somebody whom no other test knows. */
export function newLogin(name: string): Login {
  return { name, email: `${crypto.randomUUID()}@example.org`, password: "a long enough password" };
}

/** The dialog that stands. */
export function dialogOf({ page }: Person): Locator {
  return page.getByRole("dialog");
}

/** A guest with one chat of this title, on the first screen. */
export async function guestWithChat(test: TestContext, title: string, screen: Screen = "desktop"): Promise<Person> {
  const person = await Person.arrive(test, screen);
  await person.say(title);
  await person.answered(1);
  await write(person, `PATCH /api/chats/${person.chatId}`, { title });
  return person;
}

/** Writes into the fields of a sign-up that stands. */
export async function fillSignUp(person: Person, { name, email, password }: Login): Promise<void> {
  const dialog = dialogOf(person);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("E-mail", { exact: true }).fill(email);
  await dialog.getByLabel("Password", { exact: true }).fill(password);
}

/** Signs up by the form that stands. */
export async function signUp(person: Person, login: Login): Promise<void> {
  const dialog = dialogOf(person);
  await fillSignUp(person, login);
  await person.press(dialog.getByRole("button", { name: "Sign up", exact: true }));
  await dialog.waitFor({ state: "detached" });
}

/** Signs in by the form that stands. What is asked then stands after it. */
export async function signIn(person: Person, { email, password }: Login): Promise<void> {
  const dialog = dialogOf(person);
  await dialog.getByLabel("E-mail", { exact: true }).fill(email);
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await person.press(dialog.getByRole("button", { name: "Sign in", exact: true }));
}

/** Opens the settings at the part of this name. */
export async function settingsOf(person: Person, part: string): Promise<Locator> {
  await person.page.goto("/settings");
  const section = person.page.getByRole("region", { name: part, exact: true });
  await section.waitFor();
  return section;
}

/** Somebody with an account, signed in, on the first screen. */
export async function withAccount(test: TestContext, login: Login, screen: Screen = "desktop"): Promise<Person> {
  return enter(await Person.arrive(test, screen), "sign-up", login);
}

/** The same person in another browser. */
export async function elsewhere(test: TestContext, login: Login): Promise<Person> {
  return enter(await Person.arrive(test), "sign-in", login);
}

/** Not by the page, which notes who is here. */
async function enter(person: Person, how: "sign-up" | "sign-in", login: Login): Promise<Person> {
  await write(person, `POST /api/auth/${how}/email`, login);
  await person.page.evaluate(() => localStorage.setItem("ohm.known", "account"));
  await person.page.goto("/");
  await person.field.waitFor();
  return person;
}
