import { describe, expect, it } from "vitest";
import type { Scrolled, Stick } from "../../web/src/features/chat/stick-to-end.ts";
import { isNearEnd, laidOut, letGo, scrolled } from "../../web/src/features/chat/stick-to-end.ts";

const end: Scrolled = { top: 500, height: 1000, window: 500 };
const following: Stick = { follows: true, last: end };
const reading: Stick = { follows: false, last: { ...end, top: 100 } };

describe("[WEB-19] the view sticks to the end only while it was there", () => {
  it("lets go when a reader moves up and nothing was laid out anew", () => {
    expect(scrolled(following, { ...end, top: 400 }).follows).toBe(false);
  });

  it("takes hold again when a reader comes down to the end, and not before", () => {
    expect(scrolled(reading, { ...end, top: 300 }).follows).toBe(false);
    expect(scrolled(reading, { ...end, top: 490 }).follows).toBe(true);
  });

  it("lets go at the first wheel or finger up, before anything has moved", () => {
    const gone = letGo(following);
    expect(gone.follows).toBe(false);
    // The first pixels of that way up are still near the end; they must not take hold again.
    expect(scrolled(gone, { ...end, top: 495 }).follows).toBe(false);
  });

  it("does not let go where there is nothing above", () => {
    expect(letGo({ follows: true, last: { top: 0, height: 300, window: 500 } }).follows).toBe(true);
  });
});

describe("[WEB-20] layout never unsticks the view", () => {
  it("a pending message that is replaced by a smaller one, with more text right after", () => {
    const shrunk = scrolled(following, { top: 470, height: 1040, window: 500 });
    expect(shrunk.follows).toBe(true);
  });

  it("a field below that shrinks after a send: the window grows and the view is pulled up", () => {
    expect(scrolled(following, { top: 430, height: 1060, window: 548 }).follows).toBe(true);
  });

  it("an on-screen keyboard that comes: the window shrinks", () => {
    expect(scrolled(following, { top: 500, height: 1000, window: 240 }).follows).toBe(true);
  });

  it("content that grows below a reader, who stays where they are", () => {
    const grown = laidOut(reading, { ...reading.last, height: 4000 });
    expect(grown.follows).toBe(false);
    expect(isNearEnd(grown.last)).toBe(false);
  });

  it("a whole answer streaming in, with every layout followed", () => {
    let stick = following;
    for (let height = 1000; height < 5000; height += 37) {
      stick = scrolled(stick, { top: stick.last.top, height, window: 500 });
      stick = laidOut(stick, { top: height - 500, height, window: 500 });
      expect(stick.follows).toBe(true);
    }
  });
});
