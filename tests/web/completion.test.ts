import { describe, expect, test } from "vitest";
import { whoIsAsked } from "../../src/domain/chat/who-is-asked.ts";
import { completedPart } from "../../web/src/features/chat/completion-trigger.tsx";
import { completions, insertion } from "../../web/src/features/chat/completions.ts";
import { oneEmoji } from "../../web/src/features/chat/emoji.ts";
import { gist, isNote, shownText } from "../../web/src/features/chat/who-said.ts";
import { actsDe } from "../../web/src/text/acts-de.ts";
import { actsEn } from "../../web/src/text/acts-en.ts";

const person = (userId: string, name: string) => ({
  userId,
  name,
  role: "member" as const,
  joinedAt: 1,
  hasLeft: false,
});
const people = [person("a", "Mara Lind"), person("b", "Élodie"), person("c", "Omar")];
const models = [{ id: "ohm/engine", name: "Ohm engine" }];

describe("[WEB-56] completions", () => {
  const words = (sign: "@" | "/", typed: string) =>
    completions(sign, typed, { people, models }).map(({ word }) => word);

  test("people come first, then the engine, agents and models; what begins with the word before what has it", () => {
    expect(words("@", "")).toEqual(["Mara Lind", "Élodie", "Omar", "ohm", "conversational", "bom"]);
    expect(words("@", "o")).toEqual(["Omar", "ohm", "ohm/engine"]);
    expect(words("@", "lin")).toEqual(["Mara Lind"]);
    expect(words("@", "eng")).toEqual(["ohm/engine"]);
    expect(words("@", "elo")).toEqual(["Élodie"]);
    expect(words("@", "mara l")).toEqual(["Mara Lind"]);
    expect(words("@", "nobody")).toEqual([]);
    expect(words("/", "")).toEqual(["note"]);
    expect(words("/", "x")).toEqual([]);
  });

  test("an option is put in with its sign and a space", () => {
    const [mara] = completions("@", "mar", { people, models });
    const [note] = completions("/", "n", { people, models });
    expect(mara && insertion(mara)).toBe("@Mara Lind ");
    expect(note && insertion(note)).toBe("/note ");
  });

  test("a mention begins a word, a command begins the text", () => {
    const part = (content: string, caret = content.length) => completedPart(content, caret);
    expect(part("@ma")).toEqual({ from: 0, sign: "@", typed: "ma" });
    expect(part("ask @Mara L")).toEqual({ from: 4, sign: "@", typed: "Mara L" });
    expect(part("ask @Mara L", 6)).toEqual({ from: 4, sign: "@", typed: "M" });
    expect(part("mail a@b")).toBeNull();
    expect(part("@ ")).toBeNull();
    expect(part("@mara\nnext")).toBeNull();
    expect(part("/no")).toEqual({ from: 0, sign: "/", typed: "no" });
    expect(part("say /no")).toBeNull();
    expect(part("/note x")).toBeNull();
    expect(part("")).toBeNull();
  });
});

describe("[WEB-57] among several people a message says whom it asks", () => {
  const modelIds = models.map(({ id }) => id);
  const asks = (content: string, repliesToAnswer = false) =>
    whoIsAsked({ content, to: [], repliesToAnswer, people, modelIds });

  test("whatever is offered for a mention asks as the room takes it: people nobody, the engine, agents and models themselves", () => {
    const said = (typed: string) => completions("@", typed, { people, models }).map(insertion);
    for (const person of said("").slice(0, 3)) expect(asks(`${person}look`), person).toBe("nobody");
    for (const call of ["ohm", "conv", "bom", "wir", "cod", "ver", "ohm/"])
      for (const words of said(call)) expect(asks(`${words}look`), words).toBe("agents");
    expect(asks("/note @ohm")).toBe("nobody");
    expect(asks("and the fuse?")).toBe("weigh");
    expect(asks("and the fuse?", true)).toBe("agents");
  });

  test("there are words for each of them in every language", () => {
    for (const { hint } of [actsEn, actsDe])
      for (const asked of ["agents", "nobody", "weigh"] as const) expect(hint[asked]).toMatch(/\w/);
  });

  test("a person who is called like the engine has to be named otherwise: the name asks the engine, as the room decides", () => {
    const omar = [...people, person("o", "Ohm")];
    expect(whoIsAsked({ content: "@ohm hi", to: [], repliesToAnswer: false, people: omar, modelIds })).toBe("agents");
  });
});

test("[WEB-49] the gist of a message is its first words without marks", () => {
  expect(gist("\n\n## **Title** of `U2`\nmore")).toBe("Title of U2");
  expect(gist("/note buy wire")).toBe("buy wire");
  expect(gist("")).toBe("");
  expect(gist("x".repeat(500))).toHaveLength(160);
  expect([isNote("/note"), isNote("/note x"), isNote("/notes"), isNote("a /note")]).toEqual([true, true, false, false]);
  expect(shownText("/note  buy\nwire")).toBe("buy\nwire");
});

test("[WEB-50] a reaction is one emoji", () => {
  for (const emoji of ["👍", " 🔥 ", "❤️", "👩‍🔧", "🇩🇪", "👍🏽"]) expect(oneEmoji(emoji), emoji).toBe(emoji.trim());
  for (const text of ["", "ok", "👍👍", "7", "#", "é"]) expect(oneEmoji(text), text).toBeNull();
});

test("[WEB-58] who types is said for one, for two, and for more", () => {
  expect(actsEn.typing(["Mara"])).toBe("Mara is typing");
  expect(actsDe.typing(["Mara", "Jonas"])).toBe("Mara und Jonas schreiben gerade");
  expect(actsEn.typing(["a", "b", "c"])).toBe("Several people are typing");
});
