import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Choice } from "../settings/choice.tsx";
import type { NewLink } from "./people-store.ts";
import { spans } from "./people-store.ts";
import type { InvitedRole } from "./person-acts.ts";

interface InvitationFormProps {
  roles: readonly InvitedRole[];
  onMake: (link: NewLink) => Promise<void>;
}

/** What a new link is for. What most want is chosen already. */
export function InvitationForm({ roles, onMake }: InvitationFormProps) {
  const [link, setLink] = useState<NewLink>({ role: "member", guests: true, isOnce: true, span: "week" });
  const [isBusy, setBusy] = useState(false);
  const choose = (chosen: Partial<NewLink>) => setLink((now) => ({ ...now, ...chosen }));
  const make = async () => {
    if (isBusy) return;
    setBusy(true);
    await onMake(link);
    setBusy(false);
  };
  return (
    <form
      class="invitation-form"
      aria-label={text.people.newLink}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Choice
        legend={text.people.as}
        options={roles.map((value) => ({ value, label: text.people.roles[value] }))}
        chosen={link.role}
        onChoose={(role) => choose({ role })}
      />
      <Choice
        legend={text.people.uses}
        options={[
          { value: "once", label: text.people.once },
          { value: "often", label: text.people.often },
        ]}
        chosen={link.isOnce ? "once" : "often"}
        onChoose={(value) => choose({ isOnce: value === "once" })}
      />
      <Choice
        legend={text.people.until}
        options={spans.map((value) => ({ value, label: text.people[value] }))}
        chosen={link.span}
        onChoose={(span) => choose({ span })}
      />
      {link.role === "admin" ? (
        <p class="hint">{text.people.noGuests}</p>
      ) : (
        <label class="tick">
          <input
            type="checkbox"
            checked={link.guests}
            onChange={({ currentTarget }) => choose({ guests: currentTarget.checked })}
          />
          {text.people.guests}
        </label>
      )}
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {text.people.make}
      </button>
    </form>
  );
}
