import { eq } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import { siteRoleOf } from "../../domain/chat/actor.ts";
import type { SiteRole } from "../../domain/chat/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { PatchMeBody, Preferences } from "../../protocol/accounts.ts";
import { preferences } from "../../protocol/accounts.ts";
import { isTaken } from "./is-taken.ts";
import { profiles, user } from "./schema.ts";

/** A person as they see themselves. `email` is null for a guest, times are ms UTC. */
export interface Profile {
  id: string;
  name: string;
  guest: boolean;
  email: string | null;
  emailVerified: boolean;
  username: string | null;
  image: string | null;
  role: SiteRole;
  preferences: Preferences;
  createdAt: number;
}

/** One person's own row of the auth library, and what they said of themselves beside it. */
export class D1Profiles {
  readonly #d1: D1Database;
  readonly #db: DrizzleD1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#d1 = db;
    this.#db = drizzle(db);
    this.#userId = userId;
  }

  /** Throws `unauthenticated` when the person is there no more. */
  async read(): Promise<Profile> {
    const [row] = await this.#db
      .select()
      .from(user)
      .leftJoin(profiles, eq(profiles.userId, user.id))
      .where(eq(user.id, this.#userId));
    if (!row) throw new OhmError("unauthenticated", "This account is there no more");
    const { id, name, isAnonymous, email, emailVerified, image, role, createdAt } = row.user;
    const guest = isAnonymous === true;
    return {
      id,
      name,
      guest,
      email: guest ? null : email,
      emailVerified,
      username: row.profiles?.username ?? null,
      image,
      role: siteRoleOf(role),
      preferences: preferences.parse(JSON.parse(row.profiles?.preferences ?? "{}")),
      createdAt: createdAt.getTime(),
    };
  }

  /**
   * Changes what is named and nothing else; preferences are merged by the database, so that two browsers lose nothing of each other's.
   * Throws `conflict` when somebody else has the username.
   */
  async change({ name, image, username, preferences: merged }: PatchMeBody, nowMs: number): Promise<void> {
    const isOwn = username !== undefined || merged !== undefined;
    const statements = [
      ...(name === undefined ? [] : [this.#setOfUser("name", name, nowMs)]),
      ...(image === undefined ? [] : [this.#setOfUser("image", image, nowMs)]),
      ...(isOwn ? [this.#upsert(JSON.stringify(merged ?? {}), nowMs)] : []),
      ...(username === undefined ? [] : [this.#setUsername(username)]),
    ];
    if (statements.length === 0) return;
    try {
      await this.#d1.batch(statements);
    } catch (error) {
      throw isTaken(error, "profiles.username") ? usernameTaken(error) : error;
    }
  }

  #setOfUser(column: "name" | "image", value: string | null, nowMs: number): D1PreparedStatement {
    const sql = {
      name: "update user set name = ?2, updatedAt = ?3 where id = ?1",
      image: "update user set image = ?2, updatedAt = ?3 where id = ?1",
    };
    return this.#d1.prepare(sql[column]).bind(this.#userId, value, nowMs);
  }

  #upsert(merged: string, nowMs: number): D1PreparedStatement {
    return this.#d1
      .prepare(
        `insert into profiles (user_id, preferences, created_at, updated_at) values (?1, ?2, ?3, ?3)
        on conflict (user_id) do update
        set preferences = json_patch(profiles.preferences, excluded.preferences), updated_at = excluded.updated_at`,
      )
      .bind(this.#userId, merged, nowMs);
  }

  #setUsername(username: string | null): D1PreparedStatement {
    return this.#d1.prepare("update profiles set username = ?2 where user_id = ?1").bind(this.#userId, username);
  }
}

function usernameTaken(cause: unknown): OhmError {
  const errors = [{ path: "username", message: "is somebody else's" }];
  return new OhmError("conflict", "The username is taken", { errors, cause });
}
