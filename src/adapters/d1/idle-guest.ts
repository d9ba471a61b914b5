/** Condition on a row of `user`: a guest who has neither a session nor a key that was used since `?1`. */
export const isIdleGuest = `user.isAnonymous = 1 and user.createdAt < ?1
  and not exists (select 1 from session where session.userId = user.id and session.updatedAt >= ?1)
  and not exists (select 1 from api_keys where api_keys.user_id = user.id and api_keys.last_used_at >= ?1)`;
