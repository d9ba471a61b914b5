import type { Browser, BrowserContext, ConsoleMessage, Locator, Page, WebSocket } from "playwright-core";
import type { TestContext } from "vitest";
import { expect, inject, onTestFinished } from "vitest";
import type { ChatMessage } from "../../src/domain/chat/message.ts";
import type { Design } from "../../src/domain/circuit/design.ts";
import { browserFor } from "./browser.ts";
import type { Frame } from "./guest.ts";

/** What people have before them. */
export const screens = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;
export type Screen = keyof typeof screens;

/** The goal of the first example, as a person types it. */
export const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";

/** A person without an account in front of one page, who points with what the screen has, and what that page got and said. */
export class Person {
  readonly page: Page;
  readonly screen: Screen;
  /** Frames that the page's sockets got, arrays taken apart. */
  readonly frames: Frame[] = [];
  /** Errors and warnings of the console, exceptions, and requests to any other origin. */
  readonly troubles: string[] = [];

  private constructor(page: Page, screen: Screen) {
    this.page = page;
    this.screen = screen;
    page.on("websocket", (socket) => this.#listen(socket));
    page.on("console", (line) => this.#hear(line));
    page.on("pageerror", (error) => this.troubles.push(`thrown: ${error.message}`));
    page.on("request", (request) => this.#mayAsk(request.url()));
  }

  /** A new browser profile on the first screen; closed after the test. */
  static async arrive(test: TestContext, screen: Screen = "desktop", own: { locale?: string } = {}): Promise<Person> {
    const browser: Browser = await browserFor(test);
    const context: BrowserContext = await browser.newContext({
      ...screens[screen],
      ...own,
      baseURL: inject("address"),
    });
    context.setDefaultTimeout(20_000);
    onTestFinished(() => context.close());
    const person = new Person(await context.newPage(), screen);
    await person.page.goto("/");
    return person;
  }

  /** The same browser profile in another tab, at the same address. */
  async secondTab(): Promise<Person> {
    const other = new Person(await this.page.context().newPage(), this.screen);
    await other.page.goto(this.page.url());
    return other;
  }

  #hear(line: ConsoleMessage) {
    if (["error", "warning"].includes(line.type())) this.troubles.push(`${line.type()}: ${line.text()}`);
  }

  #mayAsk(url: string) {
    const { protocol, host } = new URL(url);
    if (/^(http|ws)s?:$/.test(protocol) && host !== new URL(inject("address")).host) this.troubles.push(`asked ${url}`);
  }

  #listen(socket: WebSocket) {
    this.#mayAsk(socket.url());
    socket.on("framereceived", ({ payload }) => {
      for (const frame of [JSON.parse(String(payload))].flat()) this.frames.push(frame);
    });
  }

  get field(): Locator {
    return this.page.getByRole("textbox");
  }

  get log(): Locator {
    return this.page.getByRole("log");
  }

  get bench(): Locator {
    return this.page.getByRole("region", { name: "Bench", exact: true });
  }

  /** The message of a person that has these words. */
  said(words: string): Locator {
    return this.log.locator(".said").filter({ hasText: words });
  }

  /** Opens what can be done with a message, by its button, and does it. */
  async act(message: Locator, name: string): Promise<void> {
    if (this.screen === "desktop") await message.hover();
    await this.press(message.locator(".more").first());
    await this.press(this.page.getByRole("dialog").getByRole("button", { name, exact: true }));
  }

  /** Cards that open what the answer of this number wrote, `name` as `Parts v1`. */
  card(answer: number, name: string): Locator {
    return this.answer(answer).getByRole("button", { name: new RegExp(`^${name}`) });
  }

  /** The card of the nth answer, from 1. */
  answer(number: number): Locator {
    return this.log.locator(".answer").nth(number - 1);
  }

  get deltas(): number {
    return this.frames.filter(({ type }) => type === "delta").length;
  }

  /** Clicks or taps. */
  press(target: Locator): Promise<void> {
    return this.screen === "phone" ? target.tap() : target.click();
  }

  /** Writes into the field and sends: by Enter, on a phone by the button. */
  async say(words: string): Promise<void> {
    await this.field.fill(words);
    if (this.screen === "phone") await this.press(this.page.getByRole("button", { name: /^(Design it|Send)$/ }));
    else await this.field.press("Enter");
  }

  /** Waits until the nth answer has ended: only then its time stands beside its steps. */
  async answered(number: number): Promise<void> {
    await this.answer(number).locator(".took").waitFor();
  }

  /** Waits for the first words of the nth answer. */
  async firstWords(number: number): Promise<void> {
    await this.answer(number).locator(".prose").filter({ hasText: /\w/ }).waitFor();
  }

  /** Brings one of the phone's two pages to the front; on a desktop both are. */
  async show(page: "Chat" | "Bench"): Promise<void> {
    if (this.screen === "phone") await this.press(this.page.getByRole("button", { name: page, exact: true }));
  }

  async openTab(name: string): Promise<void> {
    await this.show("Bench");
    await this.press(this.page.getByRole("tab", { name: new RegExp(`^${name}`) }));
    await this.page.getByRole("tabpanel", { name: new RegExp(`^${name}`) }).waitFor();
  }

  get chatId(): string {
    const [, id] = /\/chat\/([^/]+)/.exec(this.page.url()) ?? [];
    if (id === undefined) throw new Error(`${this.page.url()} is no chat`);
    return id;
  }

  /** What the server has for this person at an address of the API. */
  async stored(path: string) {
    const response = await this.page.request.get(path);
    expect(response.status()).toBe(200);
    return response.json();
  }

  async messages(): Promise<ChatMessage[]> {
    return (await this.stored(`/api/chats/${this.chatId}/messages`)).items;
  }

  design(): Promise<Design> {
    return this.stored(`/api/chats/${this.chatId}/design`);
  }
}
