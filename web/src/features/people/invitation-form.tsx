import { useState } from "preact/hooks";
import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import type { InvitationView } from "../../../../src/protocol/people.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { SelectField } from "../../ui/select-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { send } from "../../wire/http.ts";
import { readInvitation } from "../../wire/read-people.ts";
import { invitableRoles } from "./possible-roles.ts";

const dayMs = 86_400_000;
const usesOffered = ["any", "1", "5", "25"] as const;
const daysOffered = ["never", "1", "7", "30"] as const;

interface InvitationFormProps {
  path: string;
  own: ChatRole;
  onMade: (invitation: InvitationView) => void;
}

/** A new link: to which role, for how many, until when. */
export function InvitationForm({ path, own, onMade }: InvitationFormProps) {
  const roles = invitableRoles(own);
  const [role, setRole] = useState<(typeof roles)[number]>("member");
  const [guests, setGuests] = useState(true);
  const [uses, setUses] = useState<(typeof usesOffered)[number]>("any");
  const [days, setDays] = useState<(typeof daysOffered)[number]>("7");
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async () => {
    const value = {
      role,
      guests: guests && role !== "admin",
      maxUses: uses === "any" ? null : Number(uses),
      expiresAt: days === "never" ? null : Date.now() + Number(days) * dayMs,
    };
    const answer = await send({ method: "POST", path, value }, readInvitation);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onMade(answer.value);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="form-row">
        <SelectField
          label={text.invitations.role}
          options={roles.map((value) => ({ value, label: text.people.roles[value] }))}
          chosen={role}
          onChoose={setRole}
        />
        <SelectField
          label={text.invitations.uses}
          options={usesOffered.map((value) => ({ value, label: usesWords(value) }))}
          chosen={uses}
          onChoose={setUses}
        />
        <SelectField
          label={text.invitations.ends}
          options={daysOffered.map((value) => ({
            value,
            label: value === "never" ? text.invitations.never : text.invitations.days(Number(value)),
          }))}
          chosen={days}
          onChoose={setDays}
        />
      </div>
      <div class="form-acts">
        <label class="check">
          <input
            type="checkbox"
            checked={guests && role !== "admin"}
            disabled={role === "admin"}
            onChange={(event) => setGuests(event.currentTarget.checked)}
          />
          {text.invitations.guests}
        </label>
        {role === "admin" ? <span class="hint">{text.invitations.guestsHint}</span> : null}
        <span class="grow" />
        <button type="submit" class="button primary">
          {text.invitations.make}
        </button>
      </div>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
    </form>
  );
}

function usesWords(uses: (typeof usesOffered)[number]): string {
  if (uses === "any") return text.invitations.anyNumber;
  return uses === "1" ? text.invitations.one : text.invitations.several(Number(uses));
}
