import { spokenLanguages } from "../../../../src/domain/circuit/lists.ts";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { themes } from "../../wire/read-preferences.ts";
import { keepPreference } from "../account/keep-preference.ts";
import { tabs } from "../bench/bench-state.ts";
import { shelfNow } from "../chats/chats-store.ts";
import type { OpenDialog } from "../shell/open-dialog.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { shownChat } from "../shell/shown-chat.ts";
import { known } from "../start/known-session.ts";
import type { Match } from "./fuzzy.ts";
import { fuzzyMatch } from "./fuzzy.ts";

/** Kinds of entries, in the order in which they stand while nothing is typed. */
export const groups = ["chat", "chats", "go", "page"] as const;
type Group = (typeof groups)[number];

/** Something to go to or to do. */
export interface PaletteEntry {
  id: string;
  group: Group;
  label: string;
  icon: IconName;
  onChoose: () => void;
}

/** An entry that answers to what was typed. */
export interface FoundEntry extends PaletteEntry {
  match: Match;
}

/** How many entries are shown for one query. */
const mostFound = 40;
/** How many chats stand there while nothing is typed. */
const fewChats = 6;

/** Everything that can be done here and now. */
export function paletteEntries(go: (address: string) => void): PaletteEntry[] {
  return [...chatCommands(), ...chatEntries(go), ...places(go), ...pageCommands()];
}

function chatCommands(): PaletteEntry[] {
  const chat = shownChat.value;
  if (chat === null) return [];
  const people: PaletteEntry = {
    id: "people",
    group: "chat",
    label: text.palette.people,
    icon: "people",
    onChoose: () => {
      openDialog.value = { kind: "people" };
    },
  };
  const onBench = tabs.map(
    (tab): PaletteEntry => ({
      id: `tab-${tab}`,
      group: "chat",
      label: text.palette.tab(text.bench.tabs[tab]),
      icon: "bench",
      onChoose: () => {
        chat.bench.act({ type: "page_chosen", page: "bench" });
        chat.bench.act({ type: "tab_chosen", tab });
      },
    }),
  );
  // Before the room has said who one is there, its people are not known.
  return chat.session.role.value === null ? onBench : [people, ...onBench];
}

function chatEntries(go: (address: string) => void): PaletteEntry[] {
  return shelfNow("recent").chats.map(({ head }) => ({
    id: head.id,
    group: "chats",
    label: head.title ?? text.chats.untitled,
    icon: "chat",
    onChoose: () => go(`/chat/${head.id}`),
  }));
}

function places(go: (address: string) => void): PaletteEntry[] {
  const all: [id: string, label: string, icon: IconName, address: string][] = [
    ["new", text.palette.newChat, "plus", "/"],
    ["chats", text.palette.chats, "chat", "/chats"],
    ["projects", text.palette.projects, "project", "/projects"],
    ["archived", text.palette.archived, "archive", "/chats?on=archived"],
    ["trash", text.palette.trash, "trash", "/chats?on=trash"],
    ["settings", text.palette.settings, "settings", "/settings"],
  ];
  return all.map(([id, label, icon, address]) => ({ id, group: "go", label, icon, onChoose: () => go(address) }));
}

function pageCommands(): PaletteEntry[] {
  const appearances = themes.map(
    (theme): PaletteEntry => ({
      id: `theme-${theme}`,
      group: "page",
      label: text.palette.theme(text.settings.themes[theme]),
      icon: "settings",
      onChoose: () => keepPreference({ theme }),
    }),
  );
  const languages = spokenLanguages
    .filter((language) => language !== text.language)
    .map(
      (language): PaletteEntry => ({
        id: `language-${language}`,
        group: "page",
        label: text.palette.language(text.settings.languages[language]),
        icon: "settings",
        onChoose: () => keepPreference({ language }),
      }),
    );
  const dialog = (id: string, label: string, opens: OpenDialog): PaletteEntry => ({
    id,
    group: "page",
    label,
    icon: "person",
    onChoose: () => {
      openDialog.value = opens;
    },
  });
  const accounts =
    known.value === "account"
      ? [dialog("sign-out", text.account.out.button, { kind: "sign_out" })]
      : [
          dialog("sign-up", text.account.signUp, { kind: "account", mode: "sign_up" }),
          dialog("sign-in", text.account.signIn, { kind: "account", mode: "sign_in" }),
        ];
  const keys: PaletteEntry = {
    id: "keys",
    group: "page",
    label: text.palette.keys,
    icon: "command",
    onChoose: () => {
      openDialog.value = { kind: "keys" };
    },
  };
  return [...accounts, ...appearances, ...languages, keys];
}

/** What answers to a query, best first; without one the entries in their groups, of the chats the newest few. */
export function findEntries(entries: readonly PaletteEntry[], query: string): FoundEntry[] {
  if (query.trim() === "") {
    const chats = entries.filter(({ group }) => group === "chats").slice(0, fewChats);
    const shown = groups.flatMap((group) =>
      group === "chats" ? chats : entries.filter((entry) => entry.group === group),
    );
    return shown.map((entry) => ({ ...entry, match: { score: 0, places: [] } }));
  }
  return entries
    .flatMap((entry) => {
      const match = fuzzyMatch(query, entry.label);
      return match === null ? [] : [{ ...entry, match }];
    })
    .sort((one, other) => other.match.score - one.match.score)
    .slice(0, mostFound);
}
