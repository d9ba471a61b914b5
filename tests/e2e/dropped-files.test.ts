import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Person } from "./person.ts";

const diagram = readFileSync(new URL("../fixtures/conversations/greenhouse-diagram.json", import.meta.url), "utf8");

/** Drops a file on the page, as a person lets it go over the field. */
async function drop({ page }: Person, name: string, content: string): Promise<void> {
  const file = JSON.stringify([name, content]);
  const data = await page.evaluateHandle(`(() => {
    const [name, content] = ${file};
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], name));
    return transfer;
  })()`);
  await page.dispatchEvent("#message", "drop", { dataTransfer: data });
}

it("[WEB-130] a diagram.json dropped on the first screen becomes the design of a new chat", async (test) => {
  const person = await Person.arrive(test);
  // The code that takes files comes a moment after the page.
  const refusal = person.page.getByText("holiday.png is no text that a message can be");
  const refused = async () => {
    await drop(person, "holiday.png", "\u0000PNG");
    return refusal.count();
  };
  await expect.poll(refused, { timeout: 15_000, interval: 300 }).toBeGreaterThan(0);
  await drop(person, "huge.json", "x".repeat(40_000));
  await person.page.getByText("huge.json is too large").waitFor();
  expect(await person.page.locator("#message").inputValue()).toBe("");
  await drop(person, "diagram.json", diagram);
  await person.page.waitForURL(/\/chat\//);
  await person.answered(1);
  await person.page.getByText("Your diagram is the design of this chat now").waitFor();
  // In a chat it only fills the field: the person sends it.
  await drop(person, "monitor.log", "[ok] uno-r3 U1\n[fail] dht22 U2 pin=8\n[done] 4");
  expect(await person.page.locator("#message").inputValue()).toContain("[fail] dht22 U2");
  await person.page.keyboard.press("Enter");
  await person.answered(2);
  await person.page.getByText("These answer").waitFor();
  expect(person.troubles).toEqual([]);
});
