import { render } from "preact";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import type { DiagramLayout } from "../../../../src/domain/picture/diagram-layout.ts";
import { Diagram } from "../../../../src/views/diagram/diagram.tsx";
import type { Wording } from "../../../../src/views/text/wording.tsx";
import { WordingContext } from "../../../../src/views/text/wording.tsx";

/** Everything that a rule of style can say about the picture, with what a file without rules has anyway; "" is always written. */
const looks: Readonly<Record<string, string>> = {
  fill: "",
  "fill-opacity": "1",
  stroke: "",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  opacity: "1",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "text-anchor": "start",
};

/** What the eye does not see of the picture: what the pointer meets, and what lights up. */
const unseen = ".dg-handle, .dg-frame, .dg-glow";

interface DrawnDesign {
  design: Design;
  layout: DiagramLayout;
  wording: Wording;
}

/**
 * The picture as a file that needs nothing else: light, without anything lit, every rule of style written at its element, and the drawings
 * of parts inside it.
 */
export async function pictureAsSvg({ design, layout, wording }: DrawnDesign): Promise<string> {
  const host = document.createElement("div");
  host.className = "picture-for-export";
  host.setAttribute("aria-hidden", "true");
  document.body.append(host);
  try {
    render(
      <WordingContext.Provider value={wording}>
        <Diagram layout={layout} design={design} active={null} />
      </WordingContext.Provider>,
      host,
    );
    const svg = host.querySelector("svg");
    if (svg === null) throw new Error("The diagram drew no picture");
    return await standalone(svg, layout);
  } finally {
    render(null, host);
    host.remove();
  }
}

async function standalone(svg: SVGSVGElement, { width, height }: DiagramLayout): Promise<string> {
  for (const element of svg.querySelectorAll(unseen)) element.remove();
  const all = [...svg.querySelectorAll("*")];
  // All looks are read before the first class goes: rules may hang on the class of an element around it.
  const read = inLight(() => all.map((element) => looksOf(element)));
  all.forEach((element, at) => {
    for (const name of ["class", "tabindex", "role", "aria-label"]) element.removeAttribute(name);
    for (const { name } of [...element.attributes]) if (name.startsWith("data-")) element.removeAttribute(name);
    for (const [name, value] of read[at] ?? []) element.setAttribute(name, value);
  });
  await Promise.all([...svg.querySelectorAll("image")].map(takeIn));
  svg.removeAttribute("class");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "#ffffff" }))
    sheet.setAttribute(name, value);
  svg.prepend(sheet);
  return new XMLSerializer().serializeToString(svg);
}

/** Looks at the page as it is in light; it is back before anything is painted. */
function inLight<T>(look: () => T): T {
  const root = document.documentElement;
  const { theme } = root.dataset;
  root.dataset.theme = "light";
  try {
    return look();
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}

/** What the rules of style say of an element, where a file would show something else without them. */
function looksOf(element: Element): [string, string][] {
  if (["title", "g"].includes(element.tagName)) {
    const { opacity } = getComputedStyle(element);
    return opacity === "1" ? [] : [["opacity", opacity]];
  }
  const style = getComputedStyle(element);
  const isText = element.tagName === "text" || element.tagName === "tspan";
  return Object.entries(looks).flatMap(([name, usual]): [string, string][] => {
    const value = style.getPropertyValue(name);
    const matters = isText || !/^(font|text)/.test(name);
    return matters && value !== usual ? [[name, value]] : [];
  });
}

/** Puts the drawing of a part into the file instead of its address. */
async function takeIn(image: SVGImageElement): Promise<void> {
  const address = image.getAttribute("href") ?? "";
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched`);
  image.setAttribute("href", await dataUrl(await response.blob()));
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/** Pixels of the PNG per unit of the drawing. */
const pngScale = 2;

/** An SVG of this size as a PNG at twice its size. */
export async function svgAsPng(svg: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * pngScale);
    canvas.height = Math.ceil(height * pngScale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("No PNG came of it")) : resolve(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
