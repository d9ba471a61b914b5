import type { Extent, Piece, View } from "./pan-zoom.ts";
import { fitView, panBy, zoomAt } from "./pan-zoom.ts";

interface Point {
  x: number;
  y: number;
}

/** Pixels that a pointer may tremble before it drags. */
const dragPx = 4;
const keyStepPx = 40;
const mostFit = 1.25;
const keyZoom: Readonly<Record<string, number>> = { "+": 1.25, "=": 1.25, "-": 0.8 };
const keyPan: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: keyStepPx, y: 0 },
  ArrowRight: { x: -keyStepPx, y: 0 },
  ArrowUp: { x: 0, y: keyStepPx },
  ArrowDown: { x: 0, y: -keyStepPx },
};

/** Scale under which the print on the boards cannot be read. */
const leastReadable = 0.62;
/** Scale that a double tap or click brings what it meets to; at about that scale it shows all again. */
const readScale = 1;

/** A picture in a window: drag, pinch, double tap, wheel and keys move and zoom it. It is wholly shown until somebody moves it. */
export class PicturePane {
  readonly #window: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #onScale: (scale: number) => void;
  readonly #gone = new AbortController();
  readonly #pointers = new Map<number, Point>();
  readonly #resized: ResizeObserver;
  #picture: Extent = { width: 1, height: 1 };
  #view: View = { scale: 1, x: 0, y: 0 };
  #isMoved = false;
  /** What stays in view until somebody moves it: a piece, or all. */
  #piece: Piece | null = null;
  #start: Point | null = null;

  constructor(window: HTMLElement, sheet: HTMLElement, onScale: (scale: number) => void) {
    this.#window = window;
    this.#sheet = sheet;
    this.#onScale = onScale;
    const { signal } = this.#gone;
    window.addEventListener("pointerdown", (event) => this.#press(event), { signal });
    window.addEventListener("pointermove", (event) => this.#drag(event), { signal });
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      window.addEventListener(end, ({ pointerId }) => this.#pointers.delete(pointerId), { signal });
    }
    window.addEventListener("wheel", (event) => this.#wheel(event), { passive: false, signal });
    window.addEventListener("dblclick", (event) => this.#closer(event), { signal });
    window.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#resized = new ResizeObserver(() => {
      if (!this.#isMoved) this.#fit();
    });
    this.#resized.observe(window);
  }

  /** Takes another picture of this size, and shows all of it unless somebody has moved the one before. */
  take(picture: Extent): void {
    this.#picture = picture;
    this.#sheet.style.setProperty("width", `${picture.width}px`);
    this.#sheet.style.setProperty("height", `${picture.height}px`);
    this.#piece = null;
    if (!this.#isMoved) this.#fit();
  }

  showAll(): void {
    this.#piece = null;
    this.#fit();
  }

  /** Brings a piece to reading size where the whole picture is too small to be read: on a phone. */
  showPiece(piece: Piece): void {
    if (this.#whole().scale >= leastReadable) return;
    this.#piece = piece;
    this.#fit();
  }

  zoom(factor: number): void {
    const { width, height } = this.#extent();
    this.#move(zoomAt(this.#view, factor, { x: width / 2, y: height / 2 }));
  }

  dispose(): void {
    this.#gone.abort();
    this.#resized.disconnect();
  }

  #fit(): void {
    this.#isMoved = false;
    this.#show(this.#piece === null ? this.#whole() : fitView(this.#piece, this.#extent(), readScale));
  }

  #whole(): View {
    return fitView({ x: 0, y: 0, ...this.#picture }, this.#extent(), mostFit);
  }

  #extent(): Extent {
    return { width: this.#window.clientWidth, height: this.#window.clientHeight };
  }

  #show(view: View): void {
    this.#view = view;
    this.#sheet.style.setProperty("transform", `translate(${view.x}px, ${view.y}px) scale(${view.scale})`);
    this.#onScale(view.scale);
  }

  #move(view: View, by: Point = { x: 0, y: 0 }): void {
    this.#isMoved = true;
    this.#show(panBy(view, by, { picture: this.#picture, window: this.#extent() }));
  }

  #at(event: MouseEvent): Point {
    const edge = this.#window.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  }

  #press(event: PointerEvent): void {
    this.#start = this.#at(event);
    this.#pointers.set(event.pointerId, this.#start);
  }

  /** One pointer drags, two pinch. A pointer is captured only once it moves, so that a tap still reaches the wire under it. */
  #drag(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.#at(event);
    if (this.#pointers.size === 1 && this.#start !== null && distance(now, this.#start) < dragPx) return;
    this.#start = null;
    this.#window.setPointerCapture(event.pointerId);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other === undefined) {
      this.#move(this.#view, { x: now.x - before.x, y: now.y - before.y });
      return;
    }
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.#move(zoomAt(this.#view, factor, middle), { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
  }

  /** To reading size around the place that is meant, and from there back to all of it. */
  #closer(event: MouseEvent): void {
    if (this.#view.scale > readScale * 0.9) this.showAll();
    else this.#move(zoomAt(this.#view, readScale / this.#view.scale, this.#at(event)));
  }

  /** The wheel moves the picture; with Ctrl, which is also a trackpad's pinch, it zooms at the pointer. */
  #wheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.#move(zoomAt(this.#view, Math.exp(-event.deltaY / 300), this.#at(event)));
    } else {
      this.#move(this.#view, { x: -event.deltaX, y: -event.deltaY });
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = keyZoom[event.key];
    const by = keyPan[event.key];
    if (factor !== undefined) this.zoom(factor);
    else if (by !== undefined) this.#move(this.#view, by);
    else if (event.key === "0") this.showAll();
    else return;
    event.preventDefault();
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
