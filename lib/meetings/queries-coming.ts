import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { type Day, dayToDate } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";

/** A settled meeting as those see it who take part; a calendar that is read by its address alone has no title of a confidential one. */
export type SettledMeeting = {
  id: string;
  title: string | null;
  place: string;
  executive: string;
  startsAt: Date;
  minutes: number;
  timeZone: string;
};

type Scope = { kind: "assistant" | "executive" | "pool"; subjectId: string; from: Day; to: Day };

const SETTLED = Prisma.sql`m.id, m.place, m.starts_at AS "startsAt", m.minutes, m.time_zone AS "timeZone", u.name AS executive
  FROM office_meetings m JOIN support_requests r ON r.id = m.request_id
  JOIN executives e ON e.id = r.executive_id JOIN users u ON u.id = e.user_id
  WHERE m.status = 'confirmed'`;

/** The settled meetings of an assistant or executive between two days, without what they declined. */
export function listSettledMeetings(
  { db }: Pick<PublicCtx, "db">,
  { kind, subjectId, from, to }: Scope,
): Promise<SettledMeeting[]> {
  const people = Prisma.raw(kind === "executive" ? "executives" : "assistants");
  return db.$queryRaw<SettledMeeting[]>`
    SELECT CASE WHEN r.confidential THEN NULL ELSE m.title END AS title, ${SETTLED}
      AND m.starts_at >= ${dayToDate(from)} AND m.starts_at < ${dayToDate(to)}
      AND EXISTS (SELECT FROM meeting_people p JOIN ${people} s ON s.user_id = p.user_id
        WHERE p.meeting_id = m.id AND s.id = ${subjectId}::uuid AND p.removed_at IS NULL
          AND p.reply IS DISTINCT FROM 'declined')
    ORDER BY m.starts_at, m.id`;
}

const MOST_COMING = 5;
const DAYS_AHEAD_MS = 14 * 86_400_000;

/** The next settled meetings of two weeks in which a person takes part, or which is a request they have. */
export function listComingMeetings({ db, actor, now }: Ctx<Person>): Promise<SettledMeeting[]> {
  const assistantId = actor.assistant?.id ?? null;
  return db.$queryRaw<SettledMeeting[]>`
    SELECT m.title, ${SETTLED}
      AND m.starts_at >= ${now} AND m.starts_at < ${new Date(now.getTime() + DAYS_AHEAD_MS)}
      AND (EXISTS (SELECT FROM meeting_people p
          WHERE p.meeting_id = m.id AND p.user_id = ${actor.userId}::uuid AND p.removed_at IS NULL)
        OR r.assignee_id = ${assistantId}::uuid)
    ORDER BY m.starts_at, m.id LIMIT ${MOST_COMING}`;
}
