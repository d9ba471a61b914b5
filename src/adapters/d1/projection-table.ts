import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { RoomSlice } from "../../application/room/projection.ts";

export type Row = Record<string, string | number | boolean | null>;

/** A table of which each chat has rows. */
export interface Projection {
  table: SQLiteTable;
  /** Columns that the database fills. */
  made?: readonly string[];
  /** Columns that name a row. */
  key: string[];
  /** Rows by column name; a missing column stays null. Null where the slice says nothing about the table. */
  rows(slice: RoomSlice): Row[] | null;
  /** The rows are all that the chat has: one that says the same already is not written, and their place is the chat's. */
  whole?: boolean;
  /** Rows of the chat that a slice does not bring go. */
  goes?: boolean;
}
