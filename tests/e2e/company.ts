import type { TestContext } from "vitest";
import { expect, inject } from "vitest";
import type { Screen } from "./person.ts";
import { Person } from "./person.ts";

/** Several people in one chat without a design: Mara, who began it, and Jonas, who came by a link. */
export interface Company {
  mara: Person;
  jonas: Person;
}

/** Makes a chat, brings both in with their names, and opens it before them. */
export async function company(test: TestContext, screens: Record<keyof Company, Screen>): Promise<Company> {
  const mara = await Person.arrive(test, screens.mara);
  const { id } = await write(mara, "POST /api/chats", {});
  await write(mara, "PATCH /api/me", { name: "Mara Lind" });
  const { token } = await write(mara, `POST /api/chats/${id}/invitations`, { role: "member" });
  const jonas = await Person.arrive(test, screens.jonas);
  await write(jonas, `POST /api/invitations/${token}/accept`);
  await write(jonas, "PATCH /api/me", { name: "Jonas Weber" });
  await Promise.all([mara, jonas].map((person) => person.page.goto(`/chat/${id}`)));
  await mara.page.getByText("Jonas Weber, here now").waitFor({ state: "attached" });
  await jonas.page.getByText("Mara Lind, here now").waitFor({ state: "attached" });
  return { mara, jonas };
}

/** A chat of this person alone, open before them. */
export async function aloneInChat(test: TestContext, screen: Screen = "desktop"): Promise<Person> {
  const person = await Person.arrive(test, screen);
  const { id } = await write(person, "POST /api/chats", {});
  await person.page.goto(`/chat/${id}`);
  await person.field.waitFor();
  return person;
}

/** A write of this person over HTTP; answers its JSON. */
export async function write(person: Person, route: string, body?: unknown) {
  const [method = "", path = ""] = route.split(" ");
  const headers = { origin: inject("address") };
  const response = await person.page.request.fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { data: body }),
  });
  expect(response.ok(), `${route}: ${response.status()} ${await response.text()}`).toBe(true);
  return response.json();
}
