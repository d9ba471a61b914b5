import { colourOf, initials } from "../features/chat/people.ts";

/** A person as initials on a colour, the same everywhere. It stands beside the name, so readers skip it. */
export function Avatar({ userId, name, isTiny }: { userId: string; name: string; isTiny?: boolean }) {
  const letters = initials(name);
  return (
    <span class={`avatar who-${colourOf(userId)}`} aria-hidden="true">
      {isTiny === true ? letters.slice(0, 1) : letters}
    </span>
  );
}
