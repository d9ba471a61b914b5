/** Where an address stands in the document: by the first prefix that fits. */
export const tags: readonly { name: string; description: string; prefixes: readonly string[] }[] = [
  { name: "Site", description: "Health, limits, and this document.", prefixes: ["health", "ready", "openapi", "docs"] },
  { name: "Designs", description: "Designs and checks without a chat; nothing is stored.", prefixes: ["design"] },
  {
    name: "Catalogue",
    description: "The parts that the engine knows, and the models that answer.",
    prefixes: ["catalog", "models"],
  },
  {
    name: "You",
    description: "The person who asks: profile, keys, background jobs.",
    prefixes: ["me", "keys", "jobs"],
  },
  { name: "Projects", description: "What a person builds, with its chats.", prefixes: ["projects"] },
  {
    name: "Invitations",
    description: "Coming into a chat by a link.",
    prefixes: ["invitations", "chats/:id/invitations"],
  },
  { name: "People", description: "Who is in a chat.", prefixes: ["chats/:id/participants"] },
  {
    name: "Messages",
    description: "What is said in a chat, and its answers.",
    prefixes: ["chats/:id/messages", "chats/:id/runs", "chats/:id/branch"],
  },
  {
    name: "Artifacts",
    description: "What a chat makes, version by version.",
    prefixes: ["chats/:id/artifacts", "chats/:id/design", "chats/:id/ticks", "chats/:id/export"],
  },
  { name: "Socket", description: "A chat live.", prefixes: ["chats/:id/socket"] },
  { name: "Chats", description: "Chats and their settings.", prefixes: ["chats"] },
  { name: "Administration", description: "For the site's administrators.", prefixes: ["admin"] },
];

/** The tag of an address, by the table above; `undefined` for one that has no row there. */
export function tagOf(path: string): string | undefined {
  const tail = path.replace("/api/", "");
  return tags.find(({ prefixes }) =>
    prefixes.some((prefix) => tail === prefix || tail.startsWith(`${prefix}/`) || tail.startsWith(`${prefix}.`)),
  )?.name;
}
