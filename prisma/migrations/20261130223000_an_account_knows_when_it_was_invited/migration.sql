-- Every account without a password read as invited, though most were made by an import and nobody was. Links and sessions are
-- deleted a month after they end, so what they prove is kept on the account: when the latest link was made, when the first
-- password was chosen, and when the person was last here. The audit log knows the first two of old accounts; where it is silent,
-- a link says when it was made (a week before it ends), and a password is as old as its account.

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "active_since" TIMESTAMPTZ(3),
ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

UPDATE users SET invited_at = made.at
FROM (
  SELECT user_id, max(at) AS at FROM (
    SELECT u.id AS user_id, e.at FROM audit_events e JOIN users u ON u.id::text = e.entity_id
    WHERE e.action = 'account.invited' AND e.entity_type = 'user'
    UNION ALL
    SELECT user_id, expires_at - interval '7 days' FROM one_time_links
    WHERE purpose = 'password' AND user_id IS NOT NULL
  ) known GROUP BY user_id
) made
WHERE made.user_id = users.id;

UPDATE users SET active_since = coalesce(
  (SELECT min(e.at) FROM audit_events e
   WHERE e.entity_type = 'user' AND e.entity_id = users.id::text
     AND e.action IN ('account.password_set', 'installation.set_up')),
  created_at)
WHERE password_hash IS NOT NULL;
