// npm run picture: starts the product on a free port with empty state, plays the first journey and writes docs/picture.png.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringToolchain, stop } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);
const { chromium } = await import("playwright-core");

const target = "docs/picture.png";
const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";
const executablePath = process.env.OHM_CHROMIUM || "/usr/bin/chromium";

const port = await new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => found(address !== null && typeof address === "object" ? address.port : 0));
  });
});
const state = mkdtempSync(join(tmpdir(), "ohm-picture-"));
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  env: { ...process.env, PORT: String(port), OHM_STATE: state },
  stdio: ["ignore", "pipe", "inherit"],
});
const gone = new Promise((ended) => server.once("exit", ended));

try {
  await new Promise((serving, failed) => {
    server.stdout.on("data", (said) => String(said).includes("Ohm is serving") && serving(null));
    void gone.then((code) => failed(new Error(`The server ended with ${code}.`)));
  });
  await take(`http://127.0.0.1:${port}/`);
} finally {
  server.kill("SIGTERM");
  await gone;
  rmSync(state, { recursive: true, force: true });
}
const kilobytes = Math.ceil(statSync(target).size / 1000);
if (kilobytes > 300) stop(`${target} has ${kilobytes} kB; 300 is the most that a reader should load.`);
console.log(`${target}: ${kilobytes} kB`);

/** @param {string} address */
async function take(address) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
    await page.goto(address);
    await page.getByRole("textbox").fill(goal);
    await page.keyboard.press("Enter");
    await page.locator(".answer .took").waitFor();
    await page.getByRole("img", { name: /^Wiring diagram/ }).waitFor();
    // The pointer on a wire where its name stands, so that the picture shows how twins light up.
    await page.locator(".dg-tag", { hasText: "SDA" }).hover({ force: true });
    await page.locator(".inspector dt").first().waitFor();
    await page.screenshot({ path: target, animations: "disabled" });
  } finally {
    await browser.close();
  }
}
