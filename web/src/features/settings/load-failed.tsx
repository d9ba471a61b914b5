import { text } from "../../text/text.ts";

/** Something of the settings could not be loaded, and may be asked for again. */
export function LoadFailed({ onAgain }: { onAgain: () => Promise<unknown> }) {
  return (
    <p class="problem" role="alert">
      {text.settings.failed}{" "}
      <button type="button" class="button" onClick={() => void onAgain()}>
        {text.settings.again}
      </button>
    </p>
  );
}
