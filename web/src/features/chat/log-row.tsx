import { Component } from "preact";
import { text } from "../../text/text.ts";
import { AnswerCard, ElsewhereLine } from "./answer-card.tsx";
import { dayName } from "./day.ts";
import type { LogItem } from "./log-items.ts";
import { isSameItem } from "./log-items.ts";
import { SaidMessage } from "./said-message.tsx";

interface RowProps {
  item: LogItem;
  /** A moment of the day that begins with this item; null where the day goes on. */
  newDay: number | null;
  /** What follows is new to the reader. */
  isFirstNew: boolean;
  isLast: boolean;
}

/** One thing of the conversation, with what separates it from the one before. Drawn again only when something of it changed. */
export class LogRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps) {
    const { item, newDay, isFirstNew, isLast } = this.props;
    const isSame = newDay === next.newDay && isFirstNew === next.isFirstNew && isLast === next.isLast;
    return !isSame || !isSameItem(item, next.item);
  }

  override render() {
    const { item, newDay, isFirstNew, isLast } = this.props;
    return (
      <>
        {newDay === null ? null : <DayLine at={newDay} />}
        {isFirstNew ? <li class="line new-line">{text.talk.new}</li> : null}
        <li data-key={item.key}>{drawItem(item, isLast)}</li>
      </>
    );
  }
}

function drawItem(item: LogItem, isLast: boolean) {
  switch (item.kind) {
    case "said":
      return <SaidMessage item={item} />;
    case "answered":
      return <AnswerCard item={item} isLast={isLast} />;
    case "elsewhere":
      return <ElsewhereLine item={item} />;
  }
}

function DayLine({ at }: { at: number }) {
  const { today, yesterday } = text.talk;
  return <li class="line">{dayName(at, Date.now(), { today, yesterday, locale: text.locale })}</li>;
}
