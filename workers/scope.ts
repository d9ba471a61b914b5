import { uuidv7 } from "uuidv7";
import { D1ApiKeys } from "../src/adapters/d1/d1-api-keys.ts";
import { D1ChatDirectory } from "../src/adapters/d1/d1-chat-directory.ts";
import { D1Credentials } from "../src/adapters/d1/d1-credentials.ts";
import { D1Departure } from "../src/adapters/d1/d1-departure.ts";
import { D1Guests } from "../src/adapters/d1/d1-guests.ts";
import { D1IdempotencyKeys } from "../src/adapters/d1/d1-idempotency-keys.ts";
import { D1Invitations } from "../src/adapters/d1/d1-invitations.ts";
import { D1Jobs } from "../src/adapters/d1/d1-jobs.ts";
import { D1OwnedParts } from "../src/adapters/d1/d1-owned-parts.ts";
import { D1Profiles } from "../src/adapters/d1/d1-profiles.ts";
import { D1Projects } from "../src/adapters/d1/d1-projects.ts";
import { D1Usage } from "../src/adapters/d1/d1-usage.ts";
import type { SignUpRules } from "../src/adapters/d1/guest-sign-up.ts";
import { LinkTokens, tokenHash } from "../src/adapters/webcrypto/link-tokens.ts";
import { Jobs } from "../src/application/jobs/jobs.ts";
import type { UserActor } from "../src/domain/chat/actor.ts";
import { mayWrite } from "../src/domain/chat/actor.ts";
import { limits } from "../src/domain/chat/limits.ts";
import { signUpPolicies } from "../src/domain/chat/lists.ts";
import { authSecret, clock } from "./deps.ts";
import type { Env } from "./env.ts";
import { isPlaceholder } from "./placeholder.ts";
import { RoomClient } from "./room-client.ts";

/** Who may sign up: `OHM_SIGNUP`. A word that is none of the three lets nobody in, so that a slip of the pen opens nothing. */
export function signUpRules(env: Env): SignUpRules {
  const named = isPlaceholder(env.OHM_SIGNUP) ? "open" : env.OHM_SIGNUP?.trim();
  const policy = signUpPolicies.find((one) => one === named) ?? "closed";
  const isInvited: SignUpRules["isInvited"] = async ({ userId, token }) => {
    const invitations = invitationsOf(env);
    if (userId !== null && (await invitations.hasUsed(userId))) return true;
    const hash = token === null ? null : await tokenHash(token);
    return hash !== null && (await invitations.standing({ tokenHash: hash, userId }, clock.nowMs())) !== null;
  };
  return { policy, isInvited };
}

/** Everything that a person may reach; there is no other way to data. */
export interface Scope {
  actor: UserActor;
  chats: D1ChatDirectory;
  rooms: RoomClient;
  keys: D1IdempotencyKeys;
  credentials: D1Credentials;
  apiKeys: D1ApiKeys;
  profile: D1Profiles;
  projects: D1Projects;
  ownedParts: D1OwnedParts;
  guests: D1Guests;
  departure: D1Departure;
  usage: D1Usage;
  jobs: Jobs;
  invitations: D1Invitations;
}

/** Background work. Whoever asks for some has checked who may. */
export function jobsOf(env: Env): Jobs {
  return new Jobs({
    rows: new D1Jobs(env.DB),
    wake: async (jobId) => {
      await env.JOB_QUEUE.send({ jobId });
    },
    clock,
    ids: { next: uuidv7 },
    report: (error) => console.error(error),
  });
}

/** Where invitations are kept. A holder of a link needs no session to ask for its own. */
export function invitationsOf(env: Env): D1Invitations {
  return new D1Invitations(env.DB);
}

/** What the links of invitations are made with. */
export function invitationTokens(env: Env): LinkTokens {
  return new LinkTokens(authSecret(env), "invitation");
}

/** Names that were stored before names were checked may be of any length, and no text. */
function oneLineName(name: string): string {
  return [...name.toWellFormed()].slice(0, limits.nameCharacters).join("");
}

/** The data as this person may see it. */
export function scoped(env: Env, actor: UserActor, unlimited: boolean): Scope {
  const chats = new D1ChatDirectory(env.DB, actor);
  const { userId, guest, changedAt, credential } = actor;
  const name = oneLineName(actor.name);
  const opened = { unlimited, credentialId: credential.id, readOnly: !mayWrite(credential) };
  const visitor = { userId, name, guest, changedAt, ...opened };
  return {
    actor,
    chats,
    rooms: new RoomClient(env.ROOMS, chats, visitor),
    keys: new D1IdempotencyKeys(env.DB, actor),
    credentials: new D1Credentials(env.DB),
    apiKeys: new D1ApiKeys(env.DB, userId),
    profile: new D1Profiles(env.DB, userId),
    projects: new D1Projects(env.DB, userId),
    ownedParts: new D1OwnedParts(env.DB, userId),
    guests: new D1Guests(env.DB),
    departure: new D1Departure(env.DB, userId),
    usage: new D1Usage(env.DB, userId),
    jobs: jobsOf(env),
    invitations: invitationsOf(env),
  };
}
