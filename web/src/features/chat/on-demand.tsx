import { text } from "../../text/text.ts";

/** What stands for a small piece of the conversation whose code is on its way: nothing, so that nothing moves. */
export const onDemand = {
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
