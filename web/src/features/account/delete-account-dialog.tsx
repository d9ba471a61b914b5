import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { say } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { change } from "../../wire/http.ts";
import { shelfNow } from "../chats/chats-store.ts";
import { forgetPerson } from "./enter.ts";
import { me } from "./me.ts";

/** Deletes who is here. It takes their own e-mail, a guest's name, typed out: nobody does that by mistake. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const [sign, setSign] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const person = me.value;
  if (person === null || person === undefined) return null;
  const { id, email, name, guest } = person;
  const expected = email ?? name;
  const words = guest ? text.account.goodbye.guest : text.account.goodbye.account;
  const isShared = problem?.code === "conflict";
  const send = async () => {
    const isRight = sign.trim().toLowerCase() === expected.toLowerCase();
    setWrong(!isRight);
    setProblem(null);
    if (!isRight) return;
    const refused = await change("DELETE", "/api/me");
    if (refused !== null) return setProblem(refused);
    onClose();
    // Where that code cannot be had the texts stay in this browser, which sends them as nobody else.
    const unsent = import("../chat/outbox-store.ts").then(({ forgetUnsentOf }) => forgetUnsentOf(id)).catch(() => {});
    await forgetPerson();
    await unsent;
    say({ words: words.done });
  };
  return (
    <Modal title={words.title} onClose={onClose}>
      <p>{words.explain}</p>
      <ul class="points">
        {text.account.goodbye.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {isShared ? <SharedChats problem={problem} onClose={onClose} /> : null}
      <Form
        action={words.button}
        working={text.account.working}
        tone="danger"
        problem={problem === null || isShared ? null : problemWords(problem)}
        onSend={send}
      >
        <TextField
          label={words.sign(expected)}
          value={sign}
          onInput={setSign}
          problem={isWrong ? words.signWrong : null}
          autocomplete="off"
        />
      </Form>
    </Modal>
  );
}

/** Chats of one's own in which others are: each has to be handed over, or put into the trash, first. */
function SharedChats({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const titles = new Map(shelfNow("recent").chats.map(({ head }) => [head.id, head.title]));
  return (
    <div class="problem" role="alert">
      <p>{text.account.goodbye.shared}</p>
      <ul class="points">
        {problem.errors?.map(({ path }) => (
          <li key={path}>
            <Link href={`/chat/${path}`} onClick={onClose}>
              {titles.get(path) ?? text.chats.untitled}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
