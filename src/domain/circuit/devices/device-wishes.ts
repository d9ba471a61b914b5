import type { FunctionId } from "../lists.ts";
import { labelOf, withAssumptions } from "../requirements/assumptions.ts";
import type { DevicesReading } from "../requirements/split-devices.ts";
import { mergeWanted } from "../requirements/wanted.ts";
import type { DeviceLink, DeviceWishes, FunctionWanted, LinkRadio, Requirements } from "../requirements.ts";
import { firstDeviceId, secondDeviceId } from "./device-names.ts";

/** The function that stands for a link in the wishes of either end, and the part where no other will do. */
const radioWish: Record<LinkRadio, { id: FunctionId; catalogId?: string }> = {
  nrf24: { id: "talk-radio", catalogId: "nrf24l01" },
  lora: { id: "talk-lora", catalogId: "lora-rfm95" },
  "hc-05": { id: "talk-bluetooth", catalogId: "hc-05" },
  "esp-now": { id: "talk-wifi" },
};

const radiosOf: Partial<Record<FunctionId, LinkRadio>> = {
  "talk-radio": "nrf24",
  "talk-lora": "lora",
  "talk-bluetooth": "hc-05",
  "talk-wifi": "esp-now",
};

/** The link that a function stands for; null for what is no radio. */
export function linkRadioOf(id: FunctionId): LinkRadio | null {
  return radiosOf[id] ?? null;
}

/** The same device on this link: it has its radio and no other one, but for WiFi that was asked of it beside a radio. */
export function onLink(requirements: Requirements, link: DeviceLink): Requirements {
  const { id, catalogId } = radioWish[link.radio];
  const before = requirements.functions.find((one) => one.id === id);
  const others = requirements.functions.filter(
    (one) => !one.id.startsWith("talk-") || (one.id === "talk-wifi" && id !== "talk-wifi" && link.radio !== "hc-05"),
  );
  const radio: FunctionWanted = {
    id,
    label: labelOf(id, requirements.language),
    quantity: 1,
    source: link.isNamed ? "asked" : "assumed",
    ...(catalogId === undefined ? {} : { catalogId }),
  };
  const at = before === undefined ? others.length : requirements.functions.indexOf(before);
  const functions = [...others.slice(0, at), radio, ...others.slice(at)];
  // Another radio is no loss, and one that was refused before may be asked for again.
  const { dropped: lost = [], ...rest } = requirements;
  const dropped = lost.filter((one) => linkRadioOf(one.id) === null);
  return withAssumptions({
    ...rest,
    functions,
    excluded: requirements.excluded.filter((one) => one !== catalogId),
    link,
    ...(requirements.dropped === undefined ? {} : { dropped }),
  });
}

/** Whether a function has something to tell another device. */
export const takesIn = (id: FunctionId): boolean => /^(sense-|input-|read-|keep-time)/.test(id);
const givesOut = (id: FunctionId): boolean => /^(show-|act-|play-|log-)/.test(id);
const measuresItself = /(?<!\p{L})(also|too|itself|own|auch|selbst|eigene[rnms]?|zusätzlich)(?!\p{L})/iu;

/** What the receiver only shows is measured by the sender. */
function shared(sender: FunctionWanted[], receiver: FunctionWanted[], receiverText: string) {
  const hasOwn = measuresItself.test(receiverText);
  const goes = (one: FunctionWanted) => {
    if (!takesIn(one.id) || one.catalogId !== undefined || hasOwn) return false;
    if (one.id.startsWith("sense-")) return true;
    return sender.some(({ id }) => id === one.id) || !sender.some(({ id }) => takesIn(id));
  };
  const moved = receiver.filter(
    (one) => goes(one) && one.source === "asked" && !sender.some(({ id }) => id === one.id),
  );
  const stays = receiver.filter((one) => !goes(one));
  const isDouble = (one: FunctionWanted) =>
    one.source === "assumed"
      ? givesOut(one.id)
      : one.catalogId === undefined && one.id.startsWith("act-") && stays.some(({ id }) => id === one.id);
  return {
    sender: mergeWanted(
      sender.filter((one) => !isDouble(one)),
      moved,
    ),
    receiver: stays,
  };
}

/** A heading may say where both of them are: the receiver is the one in the house. */
const indoors = /(?<!\p{L})(inside|indoors?|kitchen|living room|drinnen|innen|küche|wohnzimmer)(?!\p{L})/iu;

function withDisplay(functions: FunctionWanted[], { language }: Requirements): FunctionWanted[] {
  if (functions.some(({ id }) => givesOut(id) || id === "talk-wifi")) return functions;
  return [...functions, { id: "show-text", label: labelOf("show-text", language), quantity: 1, source: "assumed" }];
}

/**
 * What is wanted of sender and receiver, each as the requirements of a design of its own on their link; null where nothing says what is sent.
 * `read` reads the text of one device, `whole` is the reading of all of it.
 */
export function deviceWishes(
  split: Extract<DevicesReading, { kind: "two" }>,
  whole: Requirements,
  read: (text: string) => Requirements,
): DeviceWishes[] | null {
  const [sender, receiver] = [read(split.texts.sender), read(split.texts.receiver)];
  const noTalk = (functions: FunctionWanted[]) =>
    functions.filter(({ id }) => !id.startsWith("talk-") || (id === "talk-wifi" && split.radio !== "esp-now"));
  const parted = shared(noTalk(sender.functions), noTalk(receiver.functions), split.texts.receiver);
  if (!parted.sender.some(({ id }) => takesIn(id))) return null;
  const boards = {
    sender: sender.board.named ? sender.board : split.sameBoard && receiver.board.named ? receiver.board : sender.board,
    receiver: receiver.board.named
      ? receiver.board
      : split.sameBoard && sender.board.named
        ? sender.board
        : receiver.board,
  };
  const switches = (functions: FunctionWanted[]) => functions.some(({ id }) => id === "act-switch-load");
  // A heading may name the load: it hangs on the device that switches.
  const isOther = (functions: FunctionWanted[]) =>
    !switches(functions) && (switches(parted.sender) || switches(parted.receiver));
  const one = (role: DeviceLink["role"], own: Requirements, functions: FunctionWanted[]): Requirements =>
    onLink(
      {
        ...own,
        place: role === "receiver" && indoors.test(split.texts.receiver) ? "indoors" : own.place,
        goal: whole.goal,
        language: whole.language,
        firmware: whole.firmware,
        functions,
        board: boards[role],
        budget: null,
        mains: own.mains && !isOther(functions),
        notUnderstood: [],
      },
      { role, radio: split.radio, isNamed: split.isRadioNamed },
    );
  return [
    { id: firstDeviceId, requirements: one("sender", sender, parted.sender) },
    { id: secondDeviceId, requirements: one("receiver", receiver, withDisplay(parted.receiver, whole)) },
  ];
}
