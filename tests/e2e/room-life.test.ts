import { expect, it } from "vitest";
import { aloneInChat, company, write } from "./company.ts";
import type { Person } from "./person.ts";
import { goal, Person as Somebody } from "./person.ts";

/** Opens the menu of a chat in the list and chooses. */
async function inList({ page }: Person, chat: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${chat}` }).click();
  await page.getByRole("menuitem", { name: act }).click();
}

it("[USE-19] what came meanwhile stands behind a line until one writes", async (test) => {
  const { mara, jonas } = await company(test, { mara: "desktop", jonas: "phone" });
  await mara.say("/note shall we meet at five?");
  await jonas.said("at five").waitFor();
  await mara.said("at five").getByRole("img", { name: "Read by Jonas Weber" }).waitFor();
  const line = mara.log.getByText("New", { exact: true });
  const address = mara.page.url();
  await mara.page.goto("/settings");
  await jonas.say("/note yes, and I bring the meter");
  await jonas.say("/note is the scope free?");
  await jonas.said("scope free").waitFor();
  await mara.page.goto("/chats");
  // The server's list follows the room within seconds.
  const listed = async () => {
    await mara.page.reload();
    return mara.page.getByRole("list", { name: "Recent", exact: true }).getByRole("listitem").textContent();
  };
  await expect.poll(listed, { timeout: 20_000 }).toContain("Untitled new");
  await mara.page.goto(address);
  await line.waitFor();
  const rows = () => mara.log.getByRole("listitem").allTextContents();
  const place = (all: string[]) => all.indexOf("New");
  const shown = await rows();
  expect(shown[place(shown) - 1]).toContain("at five");
  expect(shown[place(shown) + 1]).toContain("I bring the meter");
  await jonas.said("scope free").getByRole("img", { name: "Read by Mara Lind" }).waitFor();
  await line.waitFor();
  await mara.say("/note it is");
  await line.waitFor({ state: "detached" });
  await mara.page.reload();
  await mara.said("it is").waitFor();
  await jonas.said("it is").waitFor();
  expect(await line.count()).toBe(0);
});

it("[USE-20] the owner removes what another said, hands over and leaves, and both see it", async (test) => {
  const { mara, jonas } = await company(test, { mara: "desktop", jonas: "desktop" });
  await jonas.say("/note the key is 1234");
  await mara.act(mara.said("1234"), "Remove");
  await mara.press(mara.page.getByRole("button", { name: "Remove", exact: true }));
  await jonas.log.getByText("Removed by Mara Lind").waitFor();
  expect(await jonas.log.getByText("1234").count()).toBe(0);

  const account = { name: "Jonas Weber", email: `jonas-${jonas.chatId}@ohm.example`, password: crypto.randomUUID() };
  await write(jonas, "POST /api/auth/sign-up/email", account);
  await jonas.page.reload();
  const people = ({ page }: Person) => page.getByRole("dialog", { name: "People" });
  for (const person of [mara, jonas]) await person.page.getByRole("button", { name: /2 people in this chat/ }).click();
  await people(mara).getByText("To leave, hand the chat over first.").waitFor();
  await people(mara).getByRole("button", { name: "Hand over to Jonas Weber" }).click();
  await people(mara).getByRole("alertdialog").getByRole("button", { name: "Hand over to Jonas Weber" }).click();
  await people(jonas).getByRole("listitem").filter({ hasText: "Jonas Weber" }).getByText("owner").waitFor();
  await people(jonas).getByRole("button", { name: "Make a link" }).waitFor();
  await people(mara).getByRole("button", { name: "Leave the chat" }).click();
  await people(mara).getByRole("alertdialog").getByRole("button", { name: "Leave the chat" }).click();
  await mara.page.getByText("You have left the chat.").waitFor();
  expect(new URL(mara.page.url()).pathname).toBe("/");
  await people(jonas).getByRole("listitem").filter({ hasText: "Mara Lind" }).waitFor({ state: "detached" });
  await mara.page.goBack();
  await mara.page.getByRole("heading", { name: "This chat does not exist, or it is not yours to see." }).waitFor();
});

it("[USE-21] archive and trash are taken back by one press, and in the trash nobody writes", async (test) => {
  const { mara, jonas } = await company(test, { mara: "desktop", jonas: "desktop" });
  await write(mara, `PATCH /api/chats/${mara.chatId}`, { title: "Two at the bench" });
  await mara.page.getByRole("button", { name: "Chats", exact: true }).click();
  const list = mara.page.getByRole("complementary").getByRole("link", { name: /^Two at the bench/ });
  await list.waitFor();
  const undo = mara.page.getByRole("button", { name: "Undo" });
  await inList(mara, "Two at the bench", "Archive");
  await list.waitFor({ state: "detached" });
  await undo.click();
  await list.waitFor();
  await inList(mara, "Two at the bench", "Move to trash");
  const trashed = ({ page }: Person) => page.getByText("This chat is in the trash: it can be read, not written to.");
  await trashed(jonas).waitFor();
  expect(await jonas.field.count()).toBe(0);
  expect(await jonas.page.getByRole("button", { name: "Restore" }).count()).toBe(0);
  await undo.click();
  await jonas.field.waitFor();
  await trashed(mara).waitFor({ state: "detached" });

  await inList(mara, "Two at the bench", "Move to trash");
  await trashed(mara).waitFor();
  await mara.page.getByRole("link", { name: "Skip to the message field" }).focus();
  await mara.page.keyboard.press("Enter");
  await mara.page.locator("#message:focus").waitFor();
  await mara.page.getByRole("button", { name: "Restore" }).click();
  await jonas.say("/note back again");
  await mara.said("back again").waitFor();
});

it("[USE-6] [WEB-62] ten fast clicks react once, turn one version, and give one other answer", async (test) => {
  const person = await Somebody.arrive(test);
  await person.say(goal);
  await person.answered(1);
  let asked: string[] = [];
  person.page.on("request", (request) => request.method() !== "GET" && asked.push(new URL(request.url()).pathname));
  /** Ten clicks of one task: nothing of what they start can come between. */
  const often = (name: string | RegExp) =>
    person.page
      .getByRole("button", { name })
      .first()
      .evaluate((button) => {
        for (let times = 0; times < 10; times += 1) button.click();
      });
  await person.answer(1).hover();
  await often("Answer again");
  await person.answer(1).getByText("2 / 2").waitFor();
  await person.answered(1);
  expect(asked.filter((path) => path.endsWith("/regenerate"))).toHaveLength(1);
  expect(await person.log.getByRole("alert").count()).toBe(0);
  await often("Previous version");
  await person.answer(1).getByText("1 / 2").waitFor();
  await often("Next version");
  await person.answer(1).getByText("2 / 2").waitFor();
  expect(asked.filter((path) => path.endsWith("/branch"))).toHaveLength(2);
  await person.act(person.said("weather station"), "👍");
  const chip = person.said("weather station").getByRole("button", { name: /^👍/ });
  await chip.waitFor();
  asked = [];
  await often(/^👍/);
  await chip.waitFor({ state: "detached" });
  expect(asked).toHaveLength(1);
  expect((await person.messages()).map(({ senderType }) => senderType)).toEqual(["user", "ai", "ai"]);
});

it("[USE-3] what one tab changes the other shows, and each keeps its own draft of a change", async (test) => {
  const person = await aloneInChat(test);
  await person.say("/note first");
  await person.said("first").locator(".more").waitFor({ state: "attached" });
  const other = await person.secondTab();
  await other.act(other.said("first"), "Edit");
  await other.page.getByRole("textbox", { name: "Change the message" }).fill("/note by the other tab");
  await person.act(person.said("first"), "Edit");
  const form = person.page.getByRole("textbox", { name: "Change the message" });
  await form.fill("/note not yet done");
  await other.press(other.page.getByRole("button", { name: "Save", exact: true }));
  await other.said("by the other tab").waitFor();
  expect(await form.inputValue()).toBe("/note not yet done");
  await form.press("Escape");
  await person.said("by the other tab").getByText("edited").waitFor();
});
