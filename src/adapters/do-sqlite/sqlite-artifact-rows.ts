import type {
  ArtifactMarks,
  ArtifactRow,
  ArtifactRows,
  RevisionRow,
  RevisionWording,
  VersionRow,
} from "../../application/room/room-storage.ts";
import type { ArtifactVersion, DesignRevision } from "../../domain/chat/artifact.ts";
import type { StoredHead, StoredRevision, StoredVersion, StoredWording } from "./read-rows.ts";
import { headOf, revisionOf, revisionSummary, summaryValue, versionOf, wordingOf } from "./read-rows.ts";
import type { RoomSql } from "./room-sql.ts";

const end = Number.MAX_SAFE_INTEGER;

/** `artifacts`, `artifact_versions` and `design_revisions` of a room. */
export class SqliteArtifactRows implements ArtifactRows {
  readonly #sql: RoomSql;

  constructor(sql: RoomSql) {
    this.#sql = sql;
  }

  heads(): ArtifactRow[] {
    // One look per artifact, not one per version: each step goes to the next slug of the key.
    return this.#sql
      .exec<StoredHead>(
        `with recursive slugs(slug) as (
           select min(slug) from artifact_versions
           union all
           select (select min(slug) from artifact_versions where slug > slugs.slug) from slugs where slug is not null)
         select newest.summary, newest.content_hash, artifacts.marks
         from slugs
         join artifact_versions newest on newest.slug = slugs.slug
           and newest.number = (select max(number) from artifact_versions where slug = slugs.slug)
         left join artifacts on artifacts.slug = slugs.slug
         order by slugs.slug`,
      )
      .toArray()
      .map(headOf);
  }

  head(slug: string): ArtifactRow | null {
    const [row] = this.#sql
      .exec<StoredHead>(
        `select summary, content_hash, marks from artifact_versions left join artifacts using (slug)
         where artifact_versions.slug = ? order by number desc limit 1`,
        slug,
      )
      .toArray();
    return row ? headOf(row) : null;
  }

  putMarks(slug: string, marks: ArtifactMarks): void {
    this.#sql.exec("insert or replace into artifacts values (?, ?)", slug, JSON.stringify(marks));
  }

  putVersion({ content, data, contentHash, ...summary }: VersionRow): void {
    this.#sql.exec(
      "insert into artifact_versions values (?, ?, ?, ?, ?, ?, ?)",
      summary.slug,
      summary.number,
      JSON.stringify(summary),
      content,
      JSON.stringify(data ?? null),
      summary.createdAt,
      contentHash,
    );
  }

  version(slug: string, number: number): ArtifactVersion | null {
    const [row] = this.#sql
      .exec<StoredVersion>(
        "select summary, content, data from artifact_versions where slug = ? and number = ?",
        slug,
        number,
      )
      .toArray();
    return row ? versionOf(row) : null;
  }

  versions(slug: string, { before = end, limit }: Parameters<ArtifactRows["versions"]>[1]): ArtifactVersion[] {
    return this.#sql
      .exec<StoredVersion>(
        `select summary, content, data from artifact_versions where slug = ? and number < ?
         order by number desc limit ?`,
        slug,
        before,
        limit,
      )
      .toArray()
      .map(versionOf);
  }

  putRevision(row: RevisionRow): void {
    const { revision, design, runId } = row;
    this.#sql.exec(
      "insert into design_revisions values (?, ?, ?, ?, ?)",
      revision.number,
      runId,
      summaryValue(row),
      JSON.stringify(design),
      revision.createdAt,
    );
  }

  wordings(): RevisionWording[] {
    // The summary stands before the design in its row, so that no page of a design is read.
    return this.#sql
      .exec<StoredWording>(
        "select number, json_extract(summary, '$.wording') as wording from design_revisions order by number",
      )
      .toArray()
      .map(wordingOf);
  }

  replaceVersion({ content, data, contentHash, ...summary }: VersionRow): void {
    const { rowsWritten } = this.#sql.exec(
      `update artifact_versions set summary = ?, content = ?, data = ?, content_hash = ?
       where slug = ? and number = ?`,
      JSON.stringify(summary),
      content,
      JSON.stringify(data ?? null),
      contentHash,
      summary.slug,
      summary.number,
    );
    if (rowsWritten === 0) throw new Error(`There is no version ${summary.slug} ${summary.number}`);
  }

  replaceRevision(row: RevisionRow): void {
    const { revision, design, runId } = row;
    const { rowsWritten } = this.#sql.exec(
      "update design_revisions set run_id = ?, summary = ?, design = ? where number = ?",
      runId,
      summaryValue(row),
      JSON.stringify(design),
      revision.number,
    );
    if (rowsWritten === 0) throw new Error("There is no such revision");
  }

  headRevision(): number {
    const [row] = this.#sql.exec<{ head: number | null }>("select max(number) as head from design_revisions").toArray();
    return row?.head ?? 0;
  }

  revision(number: number): RevisionRow | null {
    return this.#revision("where number = ?", number);
  }

  revisionOfRun(runId: string): RevisionRow | null {
    return this.#revision("where run_id = ? order by number desc limit 1", runId);
  }

  revisions({ before = end, limit }: Parameters<ArtifactRows["revisions"]>[0]): DesignRevision[] {
    return this.#sql
      .exec<{ summary: string }>(
        "select summary from design_revisions where number < ? order by number desc limit ?",
        before,
        limit,
      )
      .toArray()
      .map(revisionSummary);
  }

  #revision(clause: string, value: string | number): RevisionRow | null {
    const [row] = this.#sql
      .exec<StoredRevision>(`select run_id, summary, design from design_revisions ${clause}`, value)
      .toArray();
    return row ? revisionOf(row) : null;
  }
}
