// npm run seed: puts test_user with a demo project into the local data; `-- --clean` removes exactly that again.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bringToolchain, stop } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);
const { hashPassword } = await import("better-auth/crypto");

const person = {
  id: "00000000-0000-0000-0000-000000000001",
  name: "test_user",
  email: "test_user@example.com",
  password: "ohm-demo-password",
};
const state = resolve(process.env.OHM_STATE || ".wrangler");
const isClean = process.argv.includes("--clean");

const usual = `http://127.0.0.1:${process.env.PORT || 8787}`;
if (await fetch(`${usual}/api/health`).catch(() => null)) {
  stop(`A server is running at ${usual}. Stop it first: two of them on one folder of data would lock each other out.`);
}

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  env: { ...process.env, PORT: String(port), OHM_STATE: state, OHM_LIMITS: "off" },
  stdio: ["ignore", "pipe", "inherit"],
});
const gone = new Promise((ended) => server.once("exit", ended));
// Where a step stops the program, no server stays behind on the data.
process.once("exit", () => server.kill("SIGTERM"));
/** The session's cookies, once signed in. */
let cookie = "";

try {
  await new Promise((serving, failed) => {
    server.stdout.on("data", (said) => String(said).includes("Ohm is serving") && serving(null));
    void gone.then((code) => failed(new Error(`The server ended with ${code}.`)));
  });
  await (isClean ? clean() : seed());
} finally {
  server.kill("SIGTERM");
  await gone;
}

async function seed() {
  if ((await count()) > 0) stop("test_user is there already. `npm run seed -- --clean` removes it.");
  const now = Date.now();
  const hash = await hashPassword(person.password);
  sql(
    `insert into user (id, name, email, emailVerified, isAnonymous, role, createdAt, updatedAt)
       values ('${person.id}', '${person.name}', '${person.email}', 1, 0, 'user', ${now}, ${now});
     insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt)
       values ('${randomUUID()}', '${person.id}', 'credential', '${person.id}', '${hash}', ${now}, ${now});
     insert into profiles (user_id, username, preferences, created_at, updated_at)
       values ('${person.id}', '${person.name}', '{}', ${now}, ${now});`,
  );
  await signIn();
  await call("PUT /api/me/parts", { items: [{ catalogId: "breadboard-830" }, { catalogId: "jumper-wires" }] });
  const project = await call("POST /api/projects", {
    name: "Demo: balcony weather station",
    location: "balcony",
    budgetCents: 4500,
    currency: "USD",
    successMetrics: ["Runs a week on one charge", "Readable in the sun"],
  });
  await designChat(project.id);
  await groupChat(project.id);
  await call(`PATCH /api/projects/${project.id}`, { steps: { build: "open" } });
  const whole = await call(`GET /api/projects/${project.id}`);
  console.log(
    `${person.name} (${person.email}, password ${person.password}) has "${whole.name}" with ${whole.chats} chats.`,
  );
  console.log(`After npm start: ${usual}/project/${project.id}`);
}

/** A design with edits, questions, a swap, a fix by words, a restore, ticks, and what people do to messages. @param {string} projectId */
async function designChat(projectId) {
  const { id } = await call("POST /api/chats", { projectId });
  const first = await say(id, "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45");
  await say(id, "Why this battery?");
  await say(id, "Use a DHT22 instead");
  await say(id, "Add a buzzer that sounds below 0 °C");
  await say(id, "/note The case arrives on Friday");
  await call(`PUT /api/chats/${id}/messages/${first.id}/reactions`, { emoji: "👍", on: true });
  await say(id, "Which pins are still free?", { replyToId: first.id });
  let design = await call(`GET /api/chats/${id}/design`);
  const sensor = design.parts.find((/** @type {{catalogId: string}} */ part) => part.catalogId === "dht22");
  const { revision } = await call(`POST /api/chats/${id}/design/swap`, {
    ...{ partId: sensor.id, catalogId: "bme280", expectedHead: design.revision },
  });
  await call(`POST /api/chats/${id}/design/restore`, { revision: 1, expectedHead: revision });
  design = await call(`GET /api/chats/${id}/design`);
  await call(`PATCH /api/chats/${id}/design/parts/${design.parts[0].id}`, {
    owned: true,
    expectedHead: design.revision,
  });
  const wires = design.connections.slice(0, 3).map((/** @type {{id: string}} */ wire) => wire.id);
  await call(`PUT /api/chats/${id}/ticks`, { connections: wires });
  await call(`POST /api/chats/${id}/invitations`, { role: "viewer" });
  await say(id, serialLog(design));
}

/** What Unit 1 prints where the first of its parts does not answer. @param {{codeFiles: {expectedSerial?: string[]}[]}} design */
function serialLog({ codeFiles }) {
  const lines = codeFiles.flatMap(({ expectedSerial = [] }) => expectedSerial);
  return lines.map((line, at) => (at === lines.length - 1 ? line.replace("[ok]", "[fail]") : line)).join("\n");
}

/** Several perspectives on one goal. @param {string} projectId */
async function groupChat(projectId) {
  const { id } = await call("POST /api/chats", { projectId, mode: "group" });
  await say(id, "Plant waterer with an ESP32, a soil moisture sensor and a small pump, on USB");
  await say(id, "Make it $5 cheaper");
}

async function clean() {
  if ((await count()) === 0) return console.log("There is no test_user.");
  await signIn();
  await call("DELETE /api/me");
  const until = Date.now() + 120_000;
  while ((await count()) + Number(rows(`select count(*) as n from chats where owner_id = '${person.id}'`)) > 0) {
    if (Date.now() > until) stop("The data of test_user is not gone yet; the job goes on with the next start.");
    await new Promise((later) => setTimeout(later, 500));
  }
  console.log("test_user and everything of theirs is gone.");
}

/** @param {string} chatId @param {string} content @param {object} more */
async function say(chatId, content, more = {}) {
  const body = { clientId: randomUUID(), content, ...more };
  const { message } = await call(`POST /api/chats/${chatId}/messages`, body, { prefer: "wait=45" });
  return message;
}

async function signIn() {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: person.email, password: person.password }),
  });
  if (!response.ok) stop(`test_user cannot sign in: ${response.status} ${await response.text()}`);
  cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** @param {string} what method and path @param {object} [body] @param {Record<string, string>} [headers] */
async function call(what, body, headers = {}) {
  const [method = "", path = ""] = what.split(" ");
  const response = await fetch(address + path, {
    method,
    headers: { cookie, origin: address, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) stop(`${what}: ${response.status} ${text}`);
  return text === "" ? null : JSON.parse(text);
}

async function count() {
  return Number(rows(`select count(*) as n from user where id = '${person.id}'`));
}

/** The one value of a query. @param {string} query */
function rows(query) {
  const [{ results }] = JSON.parse(d1(["--json", "--command", query]));
  return results[0].n;
}

/** @param {string} statements */
function sql(statements) {
  const folder = mkdtempSync(join(tmpdir(), "ohm-seed-"));
  try {
    writeFileSync(join(folder, "seed.sql"), statements);
    d1(["--file", join(folder, "seed.sql")]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} more */
function d1(more) {
  const done = spawnSync(
    "wrangler",
    ["d1", "execute", "DB", "--local", "--persist-to", join(state, "state"), ...more],
    {
      env: {
        ...process.env,
        CI: "true",
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_HIDE_BANNER: "true",
        WRANGLER_WRITE_LOGS: "false",
      },
      encoding: "utf8",
      shell: process.platform === "win32",
    },
  );
  if (done.status !== 0) stop(`The database could not be written:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const place = probe.address();
      probe.close(() => found(place !== null && typeof place === "object" ? place.port : 0));
    });
  });
}
