import "server-only";
import type { Assistant, Executive } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readIcs } from "@/lib/ics/read";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import type { Interval } from "@/lib/time/interval";
import { dayIn } from "@/lib/time/zone";
import { requireArrangedRequest } from "../service";
import { busyIn, MOST_BUSY_SPANS } from "./rules";
import type { BusyOfPersonInput, OwnBusyInput } from "./schema";

const MOST_EVENTS = 4_000;
const MOST_BYTES = 2_000_000;

type Kept = { count: number };
type Whose = { userId: string } | { meetingPersonId: string };

/** Keeps when an executive is busy, from a calendar file of their own, in the place of the one before. Refuses what is no calendar. */
export function keepOwnBusyTimes(
  ctx: Ctx<Executive>,
  { calendar }: OwnBusyInput,
): Promise<Result<Kept, "busy_calendar_unreadable">> {
  return inTransaction(ctx, async (tx) => {
    const { pool } = await tx.db.executive.findUniqueOrThrow({
      where: { id: tx.actor.executive.id },
      select: { pool: { select: { timeZone: true } } },
    });
    return keep(tx, { userId: tx.actor.userId }, calendar, pool.timeZone, tx.actor.email);
  });
}

/** The same for somebody who takes part in a meeting one arranges, and sent their calendar file. */
export function keepBusyTimesOf(
  ctx: Ctx<Assistant>,
  { id, personId, calendar }: BusyOfPersonInput,
): Promise<Result<Kept, "busy_calendar_unreadable">> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await tx.db.officeMeeting.findUnique({
      where: { id },
      select: { requestId: true, timeZone: true, people: { where: { id: personId, removedAt: null } } },
    });
    const [person] = meeting?.people ?? [];
    if (!meeting || !person) throw new NotFoundError("person of the meeting");
    await requireArrangedRequest(tx, meeting.requestId);
    return keep(tx, { meetingPersonId: personId }, calendar, meeting.timeZone, person.email);
  });
}

/** Forgets an executive's own calendar file: when they are busy is not known from then on. */
export async function forgetOwnBusyTimes(ctx: Ctx<Executive>): Promise<Result<Kept, never>> {
  const { count } = await ctx.db.busyCalendar.deleteMany({ where: { userId: ctx.actor.userId } });
  return ok({ count });
}

async function keep(
  tx: Ctx,
  whose: Whose,
  calendar: string,
  zone: string,
  owner: string,
): Promise<Result<Kept, "busy_calendar_unreadable">> {
  const limits = { today: dayIn(zone, tx.now), mostBytes: MOST_BYTES, mostEvents: MOST_EVENTS };
  const file = readIcs(calendar, limits);
  // An event that can't be read may be a busy one: a file with such events is not known to be free anywhere.
  if (file.faults.length > 0) return refuse("busy_calendar_unreadable", { path: "calendar" });
  const spans = busyIn(file, zone, owner);
  if (spans.length > MOST_BUSY_SPANS) return refuse("busy_calendar_unreadable", { path: "calendar" });
  await write(tx, whose, spans, file.followed);
  return ok({ count: spans.length });
}

async function write(
  { db, now }: Ctx,
  whose: Whose,
  spans: readonly Interval[],
  { from, to }: { from: Day; to: Day },
): Promise<void> {
  const data = {
    spans: spans.map(({ start, end }) => [start, end]),
    ...{ fromOn: dayToDate(from), toOn: dayToDate(to), readAt: now },
  };
  await db.busyCalendar.upsert({
    where: whose,
    create: { ...whose, ...data },
    update: data,
    select: { id: true },
  });
}
