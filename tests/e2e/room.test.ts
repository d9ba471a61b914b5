import { describe, expect, it } from "vitest";
import { aloneInChat, company, write } from "./company.ts";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";

describe.each<[Screen, Screen]>([
  ["desktop", "phone"],
  ["phone", "desktop"],
])("Mara on a %s, Jonas on a %s", (maraHas, jonasHas) => {
  it("[USE-13] talk, react, reply, change and remove, and each sees at once what the other does", async (test) => {
    const { mara, jonas } = await company(test, { mara: maraHas, jonas: jonasHas });
    // It is told for a few seconds only: whoever looks for it looks before.
    const seen = mara.page.getByText("Jonas Weber is typing").waitFor();
    await jonas.field.pressSequentially("ye");
    await seen;
    await mara.say("do we have a spare fuse?");
    await jonas.said("spare fuse").getByText("Mara Lind").waitFor();
    // Nobody but people was asked, and who wrote it sees that.
    await mara.said("spare fuse").getByText("for people").waitFor();

    await jonas.act(jonas.said("spare fuse"), "👀");
    await mara.said("spare fuse").getByRole("button", { name: "👀 1: Jonas Weber" }).waitFor();
    await mara.press(mara.said("spare fuse").getByRole("button", { name: /^👀/ }));
    await jonas.said("spare fuse").getByRole("button", { name: "👀 2: You and Mara Lind" }).waitFor();

    await jonas.act(jonas.said("spare fuse"), "Reply");
    await jonas.page.getByText("Reply to Mara Lind").first().waitFor();
    await jonas.say("yes, two of 500 mA");
    await mara.said("two of 500 mA").getByRole("button", { name: "Reply to You do we have" }).waitFor();
    await mara.press(mara.said("spare fuse").first().getByRole("button", { name: "1 reply" }));
    const thread = mara.page.getByRole("region", { name: "Thread" });
    await thread.getByText("yes, two of 500 mA").waitFor();
    await mara.say("then I take one");
    await thread.getByText("then I take one").waitFor();
    await mara.press(thread.getByRole("button", { name: "Back to the conversation" }));
    await thread.waitFor({ state: "detached" });
    await jonas.said("spare fuse").first().getByRole("button", { name: "2 replies" }).waitFor();

    await jonas.act(jonas.said("two of 500 mA").first(), "Edit");
    const form = jonas.page.getByRole("textbox", { name: "Change the message" });
    await form.fill("yes, two of 800 mA");
    await jonas.press(jonas.page.getByRole("button", { name: "Save", exact: true }));
    await mara.said("two of 800 mA").first().getByText("edited").waitFor();
    expect(await mara.said("500 mA").count()).toBe(0);

    await mara.act(mara.said("then I take one"), "Remove");
    await mara.page.getByText("cannot be brought back").waitFor();
    await mara.press(mara.page.getByRole("button", { name: "Remove", exact: true }));
    await jonas.log.getByText("Removed by Mara Lind").waitFor();
    await mara.log.getByText("You removed this message").waitFor();
    expect(await jonas.said("then I take one").count()).toBe(0);
    await mara.log.getByRole("img", { name: "Read by Jonas Weber" }).waitFor();
    for (const person of [mara, jonas]) {
      await person.page.reload();
      await person.said("two of 800 mA").first().waitFor();
      expect(await person.log.getByText("then I take one").count()).toBe(0);
      expect(person.troubles).toEqual([]);
    }
  });
});

it("[USE-14] alone in a chat an edit or another answer is a branch, and arrows lead from one to the other", async (test) => {
  const person = await Person.arrive(test);
  await person.say(goal);
  await person.answered(1);
  await person.say("use a DHT22 instead");
  await person.answered(2);
  await person.act(person.said("DHT22"), "Edit");
  await person.page.getByRole("textbox", { name: "Change the message" }).fill("use an SHT31 instead");
  await person.press(person.page.getByRole("button", { name: "Save and answer again" }));
  const changed = person.said("SHT31");
  await changed.getByText("2 / 2").waitFor();
  await person.answered(2);
  expect(await person.said("DHT22").count()).toBe(0);
  await person.press(changed.getByRole("button", { name: "Previous version" }));
  await person.said("DHT22").getByText("1 / 2").waitFor();
  expect(await person.said("SHT31").count()).toBe(0);
  await person.card(2, "Parts v2").filter({ hasText: "+DHT22" }).waitFor();
  await person.page.reload();
  await person.said("DHT22").getByText("1 / 2").waitFor();
  await person.press(person.said("DHT22").getByRole("button", { name: "Next version" }));
  await changed.waitFor();

  await person.act(person.answer(2), "Answer again");
  await person.answer(2).getByText("2 / 2").waitFor();
  await person.answered(2);
  await person.press(person.answer(2).getByRole("button", { name: "Previous version" }));
  await person.answer(2).getByText("1 / 2").waitFor();
  expect(await person.log.locator(".answer").count()).toBe(2);
  expect(person.troubles).toEqual([]);
});

it("[USE-15] among several people a call asks the engine, and another answer stands beside the first", async (test) => {
  const { mara, jonas } = await company(test, { mara: "desktop", jonas: "desktop" });
  await mara.say("/note buy solder");
  await jonas.said("buy solder").getByText("note", { exact: true }).waitFor();
  expect(await jonas.said("/note").count()).toBe(0);
  await mara.field.pressSequentially("@jo");
  const list = mara.page.getByRole("listbox", { name: "People and engines" });
  await list.getByRole("option", { name: /Jonas Weber/, selected: true }).waitFor();
  await mara.field.press("Enter");
  expect(await mara.field.inputValue()).toBe("@Jonas Weber ");
  await mara.field.pressSequentially("look at this");
  await mara.field.press("Enter");
  await jonas.said("@Jonas Weber look at this").waitFor();
  await mara.field.fill("@ohm what can you build?");
  await mara.page.getByText("Asks the engine").waitFor();
  await mara.field.press("Enter");
  await jonas.answered(1);
  expect(await jonas.log.locator(".answer").count()).toBe(1);
  await jonas.act(jonas.answer(1), "Answer again");
  await mara.log.getByText("another answer").waitFor();
  await mara.answered(2);
  expect(await mara.log.locator(".alternatives .answer").count()).toBe(2);
  await mara.act(mara.said("what can you build"), "Edit");
  await mara.page.getByRole("textbox", { name: "Change the message" }).fill("@ohm what can you not build?");
  await mara.press(mara.page.getByRole("button", { name: "Save and answer again" }));
  await jonas.said("what can you not build").getByText("edited").waitFor();
  await jonas.answered(3);
  expect(await jonas.log.locator(".alternatives .answer").count()).toBe(3);
  await jonas.say("thank you");
  await mara.said("thank you").waitFor();
  expect(await mara.log.locator(".answer").count()).toBe(3);
});

it("[USE-16] with the keyboard alone a message is reacted to, replied to, changed and removed", async (test) => {
  const person = await aloneInChat(test);
  const { keyboard } = person.page;
  await person.field.focus();
  await keyboard.type("/note first");
  await keyboard.press("Enter");
  await person.said("first").waitFor();
  const more = person.page.locator(".more:focus");
  const toMessage = async () => {
    await person.field.focus();
    while ((await more.count()) === 0) await keyboard.press("Shift+Tab");
    // The usual tools come beside the one that has the focus; their code may be on its way.
    await person.page.getByRole("toolbar").filter({ has: more }).getByRole("button", { name: "Reply" }).waitFor();
  };
  await toMessage();
  await keyboard.press("ArrowLeft");
  await person.page.getByRole("button", { name: "Edit", exact: true }).and(person.page.locator(":focus")).waitFor();
  await keyboard.press("Enter");
  // What is typed before the field has the focus would go elsewhere.
  await person.page.getByRole("textbox", { name: "Change the message" }).and(person.page.locator(":focus")).waitFor();
  await keyboard.type(", and second");
  await keyboard.press("Enter");
  await person.said("first, and second").getByText("edited").waitFor();
  await person.page.locator("#message:focus").waitFor();

  await toMessage();
  await keyboard.press("Enter");
  const menu = person.page.getByRole("dialog");
  await menu.waitFor();
  await keyboard.press("ArrowUp");
  await keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await more.waitFor();
  await keyboard.press("Enter");
  await menu.getByRole("button", { name: "👍" }).focus();
  await keyboard.press("Enter");
  await person.said("first").getByRole("button", { name: "👍 1: You" }).waitFor();

  await toMessage();
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Enter");
  await person.page.locator("#message:focus").waitFor();
  await keyboard.type("/note a reply");
  await keyboard.press("Enter");
  const link = person.said("first").first().getByRole("button", { name: "1 reply" });
  await link.focus();
  await keyboard.press("Enter");
  await person.page.getByRole("region", { name: "Thread" }).getByText("a reply").waitFor();
  await keyboard.press("Escape");
  await link.and(person.page.locator(":focus")).waitFor();

  await toMessage();
  await keyboard.press("Enter");
  await menu.getByRole("button", { name: "Remove" }).focus();
  await keyboard.press("Enter");
  await person.page.getByRole("button", { name: "Keep it" }).and(person.page.locator(":focus")).waitFor();
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await person.log.getByText("You removed this message").waitFor();
});

it("[USE-17] without a line an edit says that it is not done, and what a closed tab left goes out once from another", async (test) => {
  const person = await aloneInChat(test);
  await person.say("/note one");
  await person.said("one").waitFor();
  // Its code is here before the line goes.
  await person.act(person.said("one"), "Edit");
  await person.press(person.page.getByRole("button", { name: "Cancel" }));
  const context = person.page.context();
  await context.setOffline(true);
  await person.page.getByRole("status").filter({ hasText: "Offline." }).waitFor();
  await person.act(person.said("one"), "Edit");
  await person.page.getByRole("textbox", { name: "Change the message" }).fill("/note changed");
  await person.press(person.page.getByRole("button", { name: "Save", exact: true }));
  await person.page.getByRole("alert").filter({ hasText: "there is no connection" }).waitFor();
  await person.press(person.page.getByRole("button", { name: "Cancel" }));
  await person.say("/note left behind");
  await person.log.getByText("waits for the connection").waitFor();
  const address = person.page.url();
  await person.page.close();
  await context.setOffline(false);
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole("log").getByText("left behind").waitFor();
  await other.getByText("waits for the connection").waitFor({ state: "detached" });
  await expect
    .poll(async () => {
      const page = await (await other.request.get(`/api/chats/${address.split("/").at(-1)}/messages`)).json();
      return page.items.map(({ content }: { content: string }) => content);
    })
    .toEqual(["/note one", "/note left behind"]);
  expect(await other.getByRole("log").locator(".said").count()).toBe(2);
});

it("[USE-18] a long chat opens at its end, grows upwards without moving, and an address leads to a message", async (test) => {
  const person = await aloneInChat(test);
  for (let sequence = 1; sequence <= 90; sequence += 1) {
    const clientId = crypto.randomUUID();
    await write(person, `POST /api/chats/${person.chatId}/messages`, { clientId, content: `/note line ${sequence}` });
  }
  await person.page.reload();
  await person.said("line 90").waitFor();
  expect(await person.log.locator(".said").count()).toBeLessThan(60);
  const top = await person.log.evaluate((log) => {
    log.dispatchEvent(new log.ownerDocument.defaultView.WheelEvent("wheel", { deltaY: -1 }));
    log.scrollTop = 200;
    return log.getBoundingClientRect().top;
  });
  const firstSeen = () =>
    person.log.evaluate((log, edge) => {
      const rows = [...log.querySelectorAll("[data-key]")];
      const row = rows.find((one) => one.getBoundingClientRect().bottom > edge);
      return [row?.textContent, Math.round(row?.getBoundingClientRect().top ?? 0), rows.length];
    }, top);
  const [words, place] = await firstSeen();
  await expect.poll(async () => (await firstSeen())[2]).toBeGreaterThan(60);
  expect(await firstSeen()).toMatchObject([words, place, expect.any(Number)]);

  await person.page.goto(`${person.page.url()}#m7`);
  await person.page.reload();
  const message = person.log.locator(".said").filter({ has: person.page.getByText("line 7", { exact: true }) });
  await expect.poll(() => message.evaluate((one) => one.getBoundingClientRect().top > 0)).toBe(true);
  await message.locator(".more:focus").waitFor();
});
