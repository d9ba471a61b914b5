import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import type { PendingMessage } from "./chat-state.ts";
import { earliestMissing } from "./chat-state.ts";
import { isSameDay } from "./day.ts";
import type { LogItem } from "./log-items.ts";
import { LogRow } from "./log-row.tsx";
import { inTime } from "./on-demand.tsx";
import { useLogWindow } from "./use-log-window.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";
import { useWatching } from "./use-watching.ts";

const find = inTime(async () => (await import("./find-message.tsx")).FindMessage);
const pendingView = inTime(async () => (await import("./pending-view.tsx")).PendingView);
const near = inTime(async () => (await import("./near-message.tsx")).NearMessage);

/** The conversation: a log that sticks to its end only while it is there, and draws of a long one what is near. */
export function Log({ onTakeBack, isCovered }: { onTakeBack: (message: PendingMessage) => void; isCovered: boolean }) {
  const { session } = useChat();
  const pending = session.pending.value;
  const { scroller, content, isAtEnd, toEnd, letGo } = useStickToEnd(pending.length);
  const top = useRef<HTMLLIElement>(null);
  const items = session.items.value;
  const { shown, reach, grow } = useLogWindow({ items, scroller, top, isAtEnd });
  useWatching(isAtEnd);
  const hasMore = useComputed(() => earliestMissing({ messages: session.messages.value }) !== null);
  const newAfter = session.reading.value.newAfter;
  return (
    <div class="log-frame" inert={isCovered}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <div class="log" role="log" aria-label={text.chat.conversation} aria-live="off" tabIndex={0} ref={scroller}>
        <ol class="log-items" ref={content}>
          {session.isLoaded.value ? null : <li class="quiet">{text.chat.loading}</li>}
          {hasMore.value || shown.length < items.length ? (
            <li ref={top}>
              <button type="button" class="button" onClick={grow}>
                {text.chat.earlier}
              </button>
            </li>
          ) : null}
          {shown.map((item, place) => (
            <LogRow
              key={item.key}
              item={item}
              newDay={dayBegun(shown[place - 1], item)}
              isFirstNew={newAfter !== null && isFirstAfter(newAfter, shown[place - 1], item)}
              isLast={place === shown.length - 1}
            />
          ))}
          {pending.filter(isDrawn(session.byId.value)).map((message) => (
            <pendingView.Lazy key={message.clientId} message={message} onTakeBack={onTakeBack} />
          ))}
        </ol>
      </div>
      <near.Lazy log={scroller.current} />
      <find.Lazy scroller={scroller} reach={reach} letGo={letGo} />
      {isCovered ? null : <ToEnd isAtEnd={isAtEnd} toEnd={toEnd} />}
    </div>
  );
}

function isDrawn(held: ReadonlyMap<string, unknown>) {
  return ({ seenAs }: PendingMessage) => seenAs === undefined || !held.has(seenAs);
}

/** Down to the end, with how many came in meanwhile. */
function ToEnd({ isAtEnd, toEnd }: { isAtEnd: boolean; toEnd: () => void }) {
  const { session } = useChat();
  if (isAtEnd) return null;
  const { readTo } = session.reading.value;
  const unread = readTo === null ? 0 : session.branch.value.filter(({ sequence }) => sequence > readTo).length;
  return (
    <button type="button" class="button to-end" onClick={toEnd}>
      <Icon name="down" />
      {unread === 0 ? text.chat.toEnd : text.talk.newBelow(unread)}
    </button>
  );
}

function startOf(item: LogItem): { at: number; sequence: number } | null {
  const message = item.kind === "answered" ? item.messages[0] : item.message;
  return message === undefined ? null : { at: message.createdAt, sequence: message.sequence };
}

/** The day of an item that is not that of the one before. A conversation of today needs no word about it. */
function dayBegun(before: LogItem | undefined, item: LogItem): number | null {
  const start = startOf(item);
  if (start === null) return null;
  const previous = before === undefined ? null : startOf(before);
  if (before !== undefined && previous === null) return null;
  return isSameDay(previous?.at ?? Date.now(), start.at) ? null : start.at;
}

function isFirstAfter(sequence: number, before: LogItem | undefined, item: LogItem): boolean {
  const start = startOf(item);
  if (start === null || start.sequence <= sequence) return false;
  return before === undefined || (startOf(before)?.sequence ?? 0) <= sequence;
}
