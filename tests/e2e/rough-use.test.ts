import { expect, it } from "vitest";
import { goal, Person } from "./person.ts";

/** An answer streams for about a second: who came too late on a busy machine (null) begins again with another chat. */
async function inTime(attempt: () => Promise<Person | null>): Promise<Person> {
  for (let tries = 0; tries < 5; tries++) {
    const person = await attempt();
    if (person !== null) return person;
  }
  throw new Error("the answer was over each time before the test could act");
}

it("[USE-2] a reload in mid-answer loses and doubles nothing", async (test) => {
  const person = await inTime(async () => {
    const reader = await Person.arrive(test);
    await reader.say(goal);
    await expect.poll(() => reader.deltas, { interval: 10, timeout: 20_000 }).toBeGreaterThan(2);
    const before = reader.deltas;
    await reader.page.reload();
    await reader.answered(1);
    return reader.deltas > before ? reader : null;
  });
  expect(await person.log.locator(".answer").count()).toBe(1);
  const [question, answer, ...more] = await person.messages();
  expect(more).toEqual([]);
  expect(question?.content).toBe(goal);
  expect(answer?.status).toBe("complete");

  const undisturbed = await Person.arrive(test);
  await undisturbed.say(goal);
  await undisturbed.answered(1);
  const prose = (whose: Person) => whose.answer(1).locator(".prose").textContent();
  expect(await prose(person)).toBe(await prose(undisturbed));
});

it("[USE-3] two tabs of one guest show the same conversation and the same design", async (test) => {
  const first = await Person.arrive(test);
  await first.say(goal);
  await first.answered(1);
  const second = await first.secondTab();
  await second.answered(1);
  await first.say("use a DHT22 instead");
  await second.answered(2);
  await first.answered(2);
  await second.bench.getByRole("tab", { name: "History r2" }).waitFor();
  await second.say("why the DHT22?");
  await first.answered(3);
  await second.answered(3);
  expect(await first.log.textContent()).toBe(await second.log.textContent());
  expect(await first.bench.locator(".readouts").textContent()).toBe(
    await second.bench.locator(".readouts").textContent(),
  );
});

it("[USE-4] what is sent offline waits, says so, and is sent once on return", async (test) => {
  const person = await Person.arrive(test);
  await person.say(goal);
  await person.answered(1);
  // The code of every tab comes with the first design; on a busy machine a moment later.
  await person.openTab("Wiring");
  await person.page.locator(".wiring-table").waitFor();
  await person.openTab("Diagram");
  await person.page.context().setOffline(true);
  await person.page.getByRole("status").filter({ hasText: "Offline." }).waitFor();
  await person.say("use a DHT22 instead");
  await person.log.getByText("waits for the connection").waitFor();
  await person.openTab("Wiring");
  await person.page.locator(".wiring-table").waitFor();
  await person.page.context().setOffline(false);
  await person.answered(2);
  expect(await person.log.getByText("waits for the connection").count()).toBe(0);
  const own = (await person.messages()).filter(({ senderType }) => senderType !== "ai");
  expect(own.map(({ content }) => content)).toEqual([goal, "use a DHT22 instead"]);
  expect(await person.log.locator(".said").count()).toBe(2);
});

/** Presses Stop as soon as there are words of an answer. A string, because it runs in the page. */
const stopAtFirstWords = `new MutationObserver((_, watch) => {
  const stop = [...document.querySelectorAll(".composer button")].find((button) => button.textContent.trim() === "Stop");
  if (stop === undefined || !/\\w/.test(document.querySelector(".answer .prose")?.textContent ?? "")) return;
  watch.disconnect();
  stop.click();
}).observe(document.body, { subtree: true, childList: true, characterData: true })`;

it("[USE-5] Stop ends an answer at once, says so and keeps its text", async (test) => {
  const person = await inTime(async () => {
    const reader = await Person.arrive(test);
    // From within the page, at the first words: from outside a busy machine comes too late.
    await reader.page.evaluate(stopAtFirstWords);
    await reader.say(goal);
    await reader.answered(1);
    return (await reader.messages())[1]?.status === "complete" ? null : reader;
  });
  await person.answer(1).locator(".ended").filter({ hasText: "stopped" }).waitFor();
  const kept = await person.answer(1).locator(".prose").textContent();
  const [, answer] = await person.messages();
  expect(answer?.status).toBe("stopped");
  expect(answer?.content.length).toBeGreaterThan(10);
  expect(answer?.content).not.toContain("I assumed");
  await person.page.reload();
  await person.answered(1);
  expect(await person.answer(1).locator(".prose").textContent()).toBe(kept);
  await person.answer(1).locator(".ended").filter({ hasText: "stopped" }).waitFor();
});

it("[USE-6] ten fast clicks on an example start one chat", async (test) => {
  const person = await Person.arrive(test);
  const example = person.page.getByRole("button", { name: /^Soil moisture monitor/ });
  const box = await example.boundingBox();
  if (box === null) throw new Error("the example is not shown");
  const { mouse } = person.page;
  let asked = 0;
  person.page.on("request", (request) => {
    if (request.method() === "POST") asked += 1;
  });
  await Promise.all(Array.from({ length: 10 }, () => mouse.click(box.x + 20, box.y + 20)));
  await person.answered(1);
  expect(asked).toBe(1);
  expect((await person.stored("/api/chats")).items).toHaveLength(1);
  expect(await person.log.locator(".said").count()).toBe(1);
});

it("[USE-7] a pasted megabyte is refused in clear words and stays in the field", async (test) => {
  const person = await Person.arrive(test);
  const pasted = "1 mega ".repeat(150_000);
  await person.field.focus();
  await person.page.keyboard.insertText(pasted);
  await person.page
    .getByRole("alert")
    .filter({ hasText: "1,017,232 bytes too long; a message holds 32,768 bytes" })
    .waitFor();
  await person.page.keyboard.press("Enter");
  await person.page.getByRole("button", { name: "Design it" }).click({ force: true });
  expect(await person.field.inputValue()).toBe(pasted);
  expect(new URL(person.page.url()).pathname).toBe("/");
  await person.say("Soil moisture monitor with an ESP32, an OLED and a red LED");
  await person.answered(1);
});

it.for(["asdf qwer zxcv", "a quantum computer"])("[USE-8] %j gets words and no design", async (words, test) => {
  const person = await Person.arrive(test);
  await person.say(words);
  await person.answered(1);
  expect((await person.answer(1).locator(".prose").textContent())?.length).toBeGreaterThan(20);
  expect(await person.answer(1).locator(".artifact").count()).toBe(0);
  await person.bench.getByText("no design yet").waitFor();
  expect((await person.page.request.get(`/api/chats/${person.chatId}/design`)).status()).toBe(404);
  await person.bench.getByRole("button", { name: /^Soil moisture monitor/ }).click();
  await person.card(2, "Parts v1").waitFor();
});

it("[USE-9] [AUTH-1] a stranger at the address of a chat sees that nothing is here", async (test) => {
  const owner = await Person.arrive(test);
  await owner.say(goal);
  await owner.answered(1);
  const visitor = await Person.arrive(test);
  const guest = await Person.arrive(test);
  await guest.say("hello");
  await guest.answered(1);
  for (const stranger of [visitor, guest]) {
    await stranger.page.goto(owner.page.url());
    await stranger.page
      .getByRole("heading", { name: "This chat does not exist, or it is not yours to see." })
      .waitFor();
    expect(await stranger.page.getByText("ESP32").count()).toBe(0);
  }
});
