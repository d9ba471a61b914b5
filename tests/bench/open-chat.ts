import type { CDPSession, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import { quantile } from "./rows.ts";

const messages = 1000;
/** What a chat costs that is not long: the page itself. */
const few = 10;
const atOnce = 20;
const lastWords = "That is the last one";
const openings = 7;
/** How much slower than this machine the reader's is. */
const throttle = 4;
const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";

/**
 * What the main thread of Chromium works at a quarter of this machine's speed: to open a chat of 1,000 messages from the first screen, whose
 * code is there by then, and per frame of an answer that streams into it.
 */
export async function* openChatRows({ origin }: OhmProcess): AsyncGenerator<string> {
  const browser = await chromium.launch({
    executablePath: process.env.OHM_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage({ baseURL: origin, viewport: { width: 1440, height: 900 } });
    await page.goto("/");
    const chats = [await chatOf(few, page, origin), await chatOf(messages, page, origin)];
    // What the page notes itself once somebody has begun a chat in it.
    await page.evaluate(() => localStorage.setItem("ohm.known", "guest"));
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const took: Worked[][] = [[], []];
    for (let turn = 0; turn < openings; turn++) {
      for (const [place, chat] of chats.entries()) took[place]?.push(await opened(page, session, chat));
    }
    const [short = [], long = []] = took;
    yield `opening a chat of ${messages} messages at ${throttle} x throttle: ${said(long)}; one of ${few}: ${said(short)}`;
    yield await streamRow(page, session);
  } finally {
    await browser.close();
  }
}

/** Opens a chat from the first screen, on which it is listed; answers what that cost the main thread. */
async function opened(page: Page, session: CDPSession, chat: string): Promise<Worked> {
  await page.goto("/");
  const link = page.locator(`a[href="/chat/${chat}"]`).first();
  await link.waitFor();
  // The pages that are gone to from anywhere follow the first screen a second later.
  await page.waitForTimeout(3000);
  const before = await worked(session);
  await link.click();
  await page.getByText(lastWords).waitFor();
  await page.waitForTimeout(300);
  const after = await worked(session);
  return { script: after.script - before.script, layout: after.layout - before.layout, all: after.all - before.all };
}

function said(took: readonly Worked[]): string {
  const of = (name: keyof Worked) => {
    const figures = took.map((one) => one[name]);
    return `${quantile(figures, 0.5).toFixed(0)} ms (p95 ${quantile(figures, 0.95).toFixed(0)})`;
  };
  return `script ${of("script")}, style and layout ${of("layout")}, all of the main thread with painting in software ${of("all")}`;
}

async function streamRow(page: Page, session: CDPSession): Promise<string> {
  let frames = 0;
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      for (const { type } of [JSON.parse(String(payload))].flat()) if (type === "delta") frames += 1;
    });
  });
  await page.reload();
  await page.getByText(lastWords).waitFor();
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(1000);
  const before = await worked(session);
  await page.getByRole("textbox").fill(goal);
  await page.keyboard.press("Enter");
  await page.locator(".answer .took").waitFor();
  const after = await worked(session);
  return `an answer of ${frames} frames into that chat, not throttled: ${((after.script - before.script) / frames).toFixed(2)} ms of script per frame, what the bench draws at its end included`;
}

/** Milliseconds that the page's main thread has spent so far. */
interface Worked {
  script: number;
  layout: number;
  all: number;
}

async function worked(session: CDPSession): Promise<Worked> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  const layout = of("LayoutDuration") + of("RecalcStyleDuration");
  return { script: of("ScriptDuration"), layout, all: of("TaskDuration") };
}

async function chatOf(count: number, page: Page, origin: string): Promise<string> {
  const headers = { origin: new URL(origin).origin };
  const made = await page.request.post("/api/chats", { data: { title: `A chat of ${count}` }, headers });
  const { id }: { id: string } = await made.json();
  const post = (content: string) =>
    page.request.post(`/api/chats/${id}/messages`, { data: { clientId: crypto.randomUUID(), content }, headers });
  for (let sent = 0; sent < count - atOnce; sent += atOnce) {
    const note = (n: number) => `/note note ${sent + n + 1}, with **a list**:\n\n- one thing\n- another \`thing\``;
    await Promise.all(Array.from({ length: atOnce }, (_, n) => post(note(n))));
  }
  for (let n = 1; n < Math.min(count, atOnce); n++) await post(`/note ${n} before the end`);
  await post(`/note ${lastWords}`);
  return id;
}
