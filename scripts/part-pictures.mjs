// node scripts/part-pictures.mjs: draws the parts of @wokwi/elements (MIT) in Chromium and writes each as a file that stands alone to
// web/public/parts. Run it after another version of that package came in, or with another name in the list below.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bringToolchain } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);
const { chromium } = await import("playwright-core");
const require = createRequire(import.meta.url);

/** Our name of the picture, its element, and the attributes it is drawn with. @type {Record<string, [string, Record<string, string>?]>} */
const pictures = {
  "seven-segment": ["7segment", { values: "[1,1,1,1,1,1,1,0]", pins: "none" }],
  joystick: ["analog-joystick"],
  sound: ["big-sound-sensor"],
  rtc: ["ds1307"],
  flame: ["flame-sensor"],
  gas: ["gas-sensor"],
  tft: ["ili9341"],
  "ir-receiver": ["ir-receiver"],
  encoder: ["ky-040"],
  lcd2004: ["lcd2004", { text: "20 x 4", background: "blue", color: "white", pins: "i2c" }],
  lcd1602: ["lcd1602", { text: "16 x 2", background: "blue", color: "white", pins: "full" }],
  "led-ring": ["led-ring", { pixels: "12" }],
  keypad: ["membrane-keypad"],
  "micro-sd": ["microsd-card"],
  mpu6050: ["mpu6050"],
  "rgb-led": ["rgb-led"],
  "slide-switch": ["slide-switch"],
  stepper: ["stepper-motor"],
  "tilt-switch": ["tilt-switch"],
};

/**
 * In the page: the drawing of an element as one SVG without scripts, comments, style sheets and what only a pointer needs. The page's
 * names are not known here, so it is a text.
 */
const drawInPage = `async ({ element, attributes }) => {
  const host = document.createElement("wokwi-" + element);
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  document.body.append(host);
  await host.updateComplete;
  const svg = host.shadowRoot.querySelector("svg");
  for (const each of svg.querySelectorAll("*")) {
    const style = getComputedStyle(each);
    if (each.tagName === "text") each.setAttribute("font-family", style.fontFamily);
    if (style.display === "none" && each.closest("defs") === null) each.remove();
    each.removeAttribute("class");
    each.removeAttribute("tabindex");
  }
  for (const each of svg.querySelectorAll("script,style,foreignObject")) each.remove();
  const comments = document.createTreeWalker(svg, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  const { width, height } = svg.getBoundingClientRect();
  if (!svg.hasAttribute("viewBox")) svg.setAttribute("viewBox", "0 0 " + width + " " + height);
  svg.setAttribute("width", Math.round(width));
  svg.setAttribute("height", Math.round(height));
  for (const name of ["style", "class", "tabindex"]) svg.removeAttribute(name);
  const text = new XMLSerializer().serializeToString(svg);
  host.remove();
  return text;
}`;

const { version } = JSON.parse(readFileSync(require.resolve("@wokwi/elements/package.json"), "utf8"));
const notice = `<!-- From @wokwi/elements ${version}, Copyright (c) 2020 Uri Shaked, MIT License: see LICENSE.txt beside this file. -->`;

const browser = await chromium.launch({
  executablePath: process.env.OHM_CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  await page.addScriptTag({ path: require.resolve("@wokwi/elements/dist/wokwi-elements.bundle.js") });
  mkdirSync("web/public/parts", { recursive: true });
  for (const [name, [element, attributes = {}]] of Object.entries(pictures)) {
    const drawn = await page.evaluate(`(${drawInPage})(${JSON.stringify({ element, attributes })})`);
    writeFileSync(`web/public/parts/${name}.svg`, `${notice}\n${small(drawn)}\n`);
  }
  const licence = require.resolve("@wokwi/elements/package.json").replace("package.json", "LICENSE");
  writeFileSync("web/public/parts/LICENSE.txt", readFileSync(licence));
} finally {
  await browser.close();
}

/** Without what makes no difference: long fractions, spaces between tags. @param {string} svg */
function small(svg) {
  return svg
    .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (figure) => String(Math.round(Number(figure) * 1000) / 1000))
    .replace(/>\s+</g, "><")
    .replace(/\s+/g, " ")
    .trim();
}
