import { useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { money } from "../../../../src/views/figures/format-figure.ts";
import { VerdictBadge } from "../../../../src/views/severity/severity-badge.tsx";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import type { MenuItem } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import { say } from "../../ui/notice.tsx";
import { change, getJson, send } from "../../wire/http.ts";
import type { ListedChat } from "../../wire/read-chats.ts";
import { readChat, readChats } from "../../wire/read-chats.ts";
import type { Project } from "../../wire/read-projects.ts";
import type { Tell } from "./project-page.tsx";

interface ProjectChatsProps {
  project: Project;
  tell: Tell;
  onChanged: () => Promise<void>;
}

/** The chats of a project: which one holds its design, a new one, one more, one less. */
export function ProjectChats({ project, tell, onChanged }: ProjectChatsProps) {
  const [, go] = useLocation();
  const move = async (chatId: string, projectId: string | null) => {
    const problem = await change("PATCH", `/api/chats/${chatId}`, { projectId });
    if (problem !== null) say({ words: text.projects.notDone(problemWords(problem)) });
    await onChanged();
  };
  const begin = async () => {
    const answer = await send({ method: "POST", path: "/api/chats", value: { projectId: project.id } }, readChat);
    if (answer.ok) go(`/chat/${answer.value.id}`);
    else say({ words: text.projects.notDone(problemWords(answer.problem)) });
  };
  const actsOf = ({ head }: ListedChat): MenuItem[] => [
    ...(head.id === project.designChatId
      ? []
      : [
          {
            label: text.projects.makeDesign,
            icon: "bench" as const,
            onChoose: () => void tell({ designChatId: head.id }),
          },
        ]),
    { label: text.projects.takeOut, icon: "leave", onChoose: () => void move(head.id, null) },
  ];
  return (
    <section class="project-sheet" aria-labelledby="project-chats">
      <h2 id="project-chats">{text.projects.inChats}</h2>
      {project.own.length === 0 ? <p class="quiet">{text.projects.noChats}</p> : null}
      <ul class="project-chats">
        {project.own.map((chat) => (
          <li key={chat.head.id}>
            <Link href={`/chat/${chat.head.id}`}>{chat.head.title ?? text.chats.untitled}</Link>
            {chat.head.id === project.designChatId ? <span class="quiet">{text.projects.designChat}</span> : null}
            <span class="grow" />
            {chat.verdict === null ? null : <VerdictBadge verdict={chat.verdict} words={text.verdicts} />}
            {chat.totalCents === null ? null : <span class="figure">{money(chat.totalCents, text.locale)}</span>}
            <Menu label={text.chats.acts(chat.head.title ?? text.chats.untitled)} items={actsOf(chat)} />
          </li>
        ))}
      </ul>
      <p class="form-acts">
        <button type="button" class="button" onClick={() => void begin()}>
          {text.projects.newChat}
        </button>
      </p>
      <AddChat project={project} onAdd={(chatId) => move(chatId, project.id)} />
    </section>
  );
}

/** The newest chats of one's own that are not in the project, to choose one from. */
function AddChat({ project, onAdd }: { project: Project; onAdd: (chatId: string) => Promise<void> }) {
  const [chats, setChats] = useState<ListedChat[]>([]);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    void getJson("/api/chats?limit=100", readChats).then((answer) => setChats(answer.ok ? answer.value.chats : []));
  }, []);
  const here = new Set(project.own.map(({ head }) => head.id));
  const others = chats.filter(({ head, role }) => role === "owner" && !here.has(head.id));
  if (others.length === 0) return null;
  return (
    <form
      class="form-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== "") void onAdd(chosen).then(() => setChosen(""));
      }}
    >
      <select
        class="field"
        aria-label={text.projects.addChat}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{text.projects.addChat}</option>
        {others.map(({ head }) => (
          <option key={head.id} value={head.id}>
            {head.title ?? text.chats.untitled}
          </option>
        ))}
      </select>
      <button type="submit" class="button" disabled={chosen === ""}>
        {text.projects.add}
      </button>
    </form>
  );
}
