import type { ComponentType } from "preact";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";

/** What stands for a small piece of the conversation whose code is on its way: nothing, so that nothing moves. */
const notHere = {
  waiting: null,
  failed: (again: () => void) => (
    <p class="sent-state" role="alert">
      {text.shell.notLoaded}{" "}
      <button type="button" class="button" onClick={again}>
        {text.shell.again}
      </button>
    </p>
  ),
};

/** A piece of the conversation that somebody asks for: its code and its words come when it is first drawn. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(() => withWords("acts", load()), notHere);
}

/** A piece that nobody asks for: where it cannot be had the conversation goes on without it. */
export function inTime<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(() => withWords("acts", load()), { waiting: null, failed: () => null });
}
