import type { SQL } from "drizzle-orm";
import { and, desc, eq, getTableColumns, isNull, lt, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import { alias } from "drizzle-orm/sqlite-core";
import type { ChatPhase } from "../../domain/chat/lists.ts";
import { projectStatus, projectSteps } from "../../domain/chat/project-steps.ts";
import type { Verdict } from "../../domain/circuit/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { CreateProjectBody, PatchProjectBody } from "../../protocol/projects.ts";
import type { ListPlace } from "./d1-chat-directory.ts";
import { readProject } from "./read-project.ts";
import { chats, projects } from "./schema.ts";

type Said = Omit<CreateProjectBody, "name"> & { name?: string | null | undefined; designChatId?: string | undefined };

const design = alias(chats, "design_chat");

/** Of its chats: how many are not in the trash, what they cost, when the last one changed. */
const ofChats = (what: SQL) =>
  sql<number>`(select ${what} from ${chats} where ${chats.projectId} = ${projects.id} and ${chats.ownerId} = ${projects.ownerId} and ${chats.trashedAt} is null)`;
const changedAt = sql<number>`max(${projects.updatedAt}, ${ofChats(sql`coalesce(max(${chats.updatedAt}), 0)`)})`;

/** The projects of one person. Whose they are is in the same statement as the data. */
export class D1Projects {
  readonly #db: DrizzleD1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#db = drizzle(db);
    this.#userId = userId;
  }

  /** Last changed first. */
  async list({ limit, after }: { limit: number; after: ListPlace | null }) {
    const rows = await this.#rows(
      after
        ? or(lt(changedAt, after.updatedAt), and(eq(changedAt, after.updatedAt), lt(projects.id, after.id)))
        : undefined,
      limit,
    );
    return rows.map(listed);
  }

  /** One project without its chats, null for who has none of this id. */
  async read(id: string) {
    const [row] = await this.#rows(eq(projects.id, id), 1);
    if (!row) return null;
    const { steps, successMetrics } = readProject(row);
    const { name, goal, status } = row;
    return {
      ...listed(row),
      automatic: { name: name === null, goal: goal === null, status: status === null },
      steps: projectSteps(row.phase, steps),
      successMetrics,
    };
  }

  async owns(id: string): Promise<boolean> {
    const [row] = await this.#db.select({ id: projects.id }).from(projects).where(this.#own(id)).limit(1);
    return row !== undefined;
  }

  /** A second time changes nothing. */
  async create(id: string, said: CreateProjectBody, nowMs: number): Promise<void> {
    const columns = { ...columnsOf(said), designChatId: null };
    await this.#db
      .insert(projects)
      .values({ id, ownerId: this.#userId, ...columns, createdAt: nowMs, updatedAt: nowMs })
      .onConflictDoNothing();
  }

  /** Throws `not_found`, and `invalid` for a design chat that is not a chat of this project. */
  async change(id: string, said: PatchProjectBody, nowMs: number): Promise<void> {
    if (!(await this.owns(id))) throw new OhmError("not_found", "There is no such project");
    const { designChatId } = said;
    if (designChatId !== undefined && !(await this.#holds(id, designChatId))) {
      const errors = [{ path: "designChatId", message: "names no chat of this project" }];
      throw new OhmError("invalid", "The design chat is one of the project's own", { errors });
    }
    const { steps, ...rest } = said;
    // Two people's steps at once are both kept: they are merged where they are stored.
    const merged = steps === undefined ? {} : { steps: sql`json_patch(${projects.steps}, ${JSON.stringify(steps)})` };
    await this.#db
      .update(projects)
      .set({ ...columnsOf(rest), ...merged, updatedAt: nowMs })
      .where(this.#own(id));
  }

  /** Answers the name that it had, null for who has none of this id. Its chats stay, and name it until they are taken out. */
  async remove(id: string): Promise<{ name: string | null } | null> {
    const [row] = await this.#rows(eq(projects.id, id), 1);
    if (!row) return null;
    await this.#db.delete(projects).where(this.#own(id));
    return { name: row.name ?? row.title };
  }

  async #holds(id: string, chatId: string): Promise<boolean> {
    const [row] = await this.#db
      .select({ id: chats.id })
      .from(chats)
      .where(
        and(eq(chats.id, chatId), eq(chats.projectId, id), eq(chats.ownerId, this.#userId), isNull(chats.trashedAt)),
      )
      .limit(1);
    return row !== undefined;
  }

  #own(id: string): SQL | undefined {
    return and(eq(projects.id, id), eq(projects.ownerId, this.#userId));
  }

  #rows(which: SQL | undefined, limit: number) {
    return this.#db
      .select({
        ...getTableColumns(projects),
        title: design.title,
        mission: design.missionStatement,
        phase: design.phase,
        verdict: design.verdict,
        totalCents: design.totalCents,
        chats: ofChats(sql`count(*)`),
        costMicroUsd: ofChats(sql`coalesce(sum(${chats.costMicroUsd}), 0)`),
        changedAt,
      })
      .from(projects)
      .leftJoin(
        design,
        and(
          eq(design.id, projects.designChatId),
          eq(design.ownerId, projects.ownerId),
          eq(design.projectId, projects.id),
        ),
      )
      .where(and(eq(projects.ownerId, this.#userId), which))
      .orderBy(desc(changedAt), desc(projects.id))
      .limit(limit);
  }
}

/** A project with what it shows of its design chat and of all its chats. */
type Row = typeof projects.$inferSelect & {
  title: string | null;
  mission: string | null;
  phase: ChatPhase | null;
  verdict: Verdict | null;
  totalCents: number | null;
  chats: number;
  costMicroUsd: number;
  changedAt: number;
};

function listed(row: Row) {
  const { id, name, goal, category, location, budgetCents, currency, status, phase, verdict, totalCents } = row;
  const { title, mission, designChatId, costMicroUsd, createdAt, changedAt: updatedAt } = row;
  return {
    ...{ id, name: name ?? title, goal: goal ?? mission, category, location, budgetCents, currency },
    ...{ status: projectStatus(status, phase), phase, verdict, totalCents, designChatId },
    ...{ chats: row.chats, costMicroUsd, createdAt, updatedAt },
  };
}

/** The columns that a person has said something about. A step of null is the phase's. */
function columnsOf({ steps, successMetrics, ...said }: Said) {
  const set = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const own = Object.entries(steps ?? {}).filter(([, state]) => state !== null);
  return {
    ...set,
    ...(steps === undefined ? {} : { steps: JSON.stringify(Object.fromEntries(own)) }),
    ...(successMetrics === undefined ? {} : { successMetrics: JSON.stringify(successMetrics) }),
  };
}
