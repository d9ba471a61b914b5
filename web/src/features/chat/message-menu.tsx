import "../../ui/on-demand.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { ActIcon } from "./act-icon.tsx";
import { actsOn, beginAct, react } from "./acts.ts";
import { useChat } from "./chat-context.ts";
import { oneEmoji, usualEmoji } from "./emoji.ts";
import { clock } from "./moment.tsx";
import type { OpenMenu } from "./reader.ts";
import { authorName } from "./who-said.ts";

/** Everything that can be done with a message: beside it on a desktop, from below on a phone. */
export function MessageMenu({ open }: { open: OpenMenu }) {
  const chat = useChat();
  const { session, reader } = chat;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    if (box === null) return;
    box.showModal();
    stand(box, open.at);
    const first = box.querySelector<HTMLElement>(open.part === "emoji" ? ".emoji-pick" : ".menu-act");
    (first ?? box.querySelector<HTMLElement>("button"))?.focus();
  }, [open]);
  const message = session.byId.value.get(open.messageId);
  const close = () => dialog.current?.close();
  if (message === undefined) return null;
  const acts = actsOn(chat, message);
  const name = authorName(message, session.people.value);
  return (
    <dialog
      class="menu"
      ref={dialog}
      aria-label={text.talk.acts.of(name, clock(message.createdAt))}
      onClose={() => (reader.menu.value = null)}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={(event) => walk(event, dialog.current)}
    >
      <div class="menu-body">
        {acts.includes("react") ? (
          <EmojiPicker
            onPick={(emoji) => {
              close();
              void react(chat, message, emoji);
            }}
          />
        ) : null}
        {acts
          .filter((act) => act !== "react")
          .map((act) => (
            <button
              key={act}
              type="button"
              class={act === "remove" ? "menu-act danger" : "menu-act"}
              onClick={() => {
                close();
                beginAct(chat, act, { message, at: open.at });
              }}
            >
              <ActIcon act={act} />
              {text.acts.names[act]}
            </button>
          ))}
        <Figures message={message} />
        <button type="button" class="menu-act menu-close" onClick={close}>
          <Icon name="close" />
          {text.acts.names.close}
        </button>
      </div>
    </dialog>
  );
}

const gapPx = 4;

/** Below the button that opened it, or above where there is no room; inside the window. On a phone the style sheet puts it at the bottom. */
function stand(box: HTMLElement, at: OpenMenu["at"]): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(gapPx, Math.min(at.left, innerWidth - width - gapPx));
  const below = at.bottom + gapPx;
  const top = below + height > innerHeight ? Math.max(gapPx, at.top - gapPx - height) : below;
  box.style.setProperty("--menu-left", `${left}px`);
  box.style.setProperty("--menu-top", `${top}px`);
}

/** Arrow keys go from one entry to the next. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const all = [...(box?.querySelectorAll<HTMLElement>("button, input") ?? [])];
  const entries = all.filter((entry) => entry.offsetParent !== null);
  const place = entries.findIndex((entry) => entry.matches(":focus")) + step;
  entries.at(place % entries.length)?.focus();
}

function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [own, setOwn] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <fieldset class="emoji-picker">
      <legend class="unseen">{text.acts.emoji.label}</legend>
      {usualEmoji.map((emoji) => (
        <button key={emoji} type="button" class="emoji-pick emoji" onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
      <form
        class="own-emoji"
        onSubmit={(event) => {
          event.preventDefault();
          const emoji = oneEmoji(own);
          setWrong(emoji === null);
          if (emoji !== null) onPick(emoji);
        }}
      >
        <input
          type="text"
          aria-label={text.acts.emoji.own}
          placeholder={text.acts.emoji.own}
          aria-invalid={isWrong}
          maxLength={32}
          value={own}
          onInput={(event) => {
            setOwn(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button">
          {text.acts.emoji.add}
        </button>
      </form>
      {isWrong ? (
        <p class="sent-state severity-E" role="alert">
          {text.acts.emoji.notOne}
        </p>
      ) : null}
    </fieldset>
  );
}

/** What an answer took: tokens, money, time. */
function Figures({ message }: { message: ChatMessage }) {
  const { inputTokens, outputTokens, costMicroUsd, latencyMs } = message;
  const number = (amount: number, digits = 0) =>
    new Intl.NumberFormat(text.locale, { maximumFractionDigits: digits }).format(amount);
  const words = [
    inputTokens === null || outputTokens === null
      ? null
      : text.acts.figures.tokens(number(inputTokens), number(outputTokens)),
    costMicroUsd === null ? null : cost(costMicroUsd),
    latencyMs === null ? null : text.acts.figures.took(number(latencyMs / 1000, 1)),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : <p class="menu-figures">{words.join(" · ")}</p>;
}

function cost(microUsd: number): string {
  if (microUsd === 0) return text.acts.figures.free;
  const dollars = new Intl.NumberFormat(text.locale, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
  return text.acts.figures.cost(dollars.format(microUsd / 1_000_000));
}
