/** Whether this person has come into a chat by an invitation. */
export async function isInvited(db: D1Database, userId: string): Promise<boolean> {
  const row = await db.prepare("select 1 from invitation_uses where user_id = ?1 limit 1").bind(userId).first();
  return row !== null;
}
