import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { queueMails } from "@/lib/mail/service";

const MOST_AT_ONCE = 500;
/** What is due within this goes into the same mail: five things that happen together are one mail. */
const TOGETHER_MS = 5 * 60_000;

/** Puts notices that are due, and still unread, into the outbox: for each person one mail with all of them. */
export function gatherNotices(ctx: SystemCtx): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { db, now } = tx;
    const rows = await db.$queryRaw<{ id: string; userId: string }[]>`
      SELECT n.id, n.user_id AS "userId" FROM notifications n
      WHERE n.mail_due_at <= ${new Date(now.getTime() + TOGETHER_MS)} AND n.read_at IS NULL AND n.user_id IN (
        SELECT user_id FROM notifications WHERE mail_due_at <= ${now} AND read_at IS NULL ORDER BY mail_due_at LIMIT ${MOST_AT_ONCE})
      ORDER BY n.id LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`;
    const userIds = [...new Set(rows.map(({ userId }) => userId))];
    const mails = await queueMails(
      tx,
      userIds.map((userId) => ({ userId, kind: "notices" as const })),
    );
    for (const { id: mailId, userId } of mails) {
      const ids = rows.filter((row) => row.userId === userId).map(({ id }) => id);
      await db.notification.updateMany({ where: { id: { in: ids } }, data: { mailDueAt: null, mailId } });
    }
  });
}
