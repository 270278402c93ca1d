import "server-only";
import type { Ctx, PublicCtx, SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { lockRow } from "@/lib/moves/service";
import { dayOfColumn } from "@/lib/time/day";
import { HOLDING_SEAT } from "@/lib/training/enrolments/rules-statuses";
import { beginsAt } from "./rules";

/** A session as its verbs see it. */
export type SessionRow = Awaited<ReturnType<typeof readSession>>;

async function readSession({ db }: PublicCtx, id: string) {
  const row = await db.trainingSession.findUnique({
    where: { id },
    select: {
      id: true,
      courseId: true,
      poolId: true,
      status: true,
      capacity: true,
      trainerId: true,
      trainer: true,
      location: true,
      link: true,
      signUpUntil: true,
      cancelUntil: true,
      version: true,
      pool: { select: { timeZone: true } },
      course: {
        select: { requiredShare: true, validMonths: true, grants: { select: { dutyId: true, level: true } } },
      },
      dates: {
        select: { id: true, on: true, startMinute: true, endMinute: true },
        orderBy: [{ on: "asc" }, { startMinute: "asc" }],
      },
    },
  });
  if (!row) throw new NotFoundError("training session");
  const { pool, dates, signUpUntil, cancelUntil, ...session } = row;
  const days = dates.map(({ on, ...date }) => ({ ...date, on: dayOfColumn(on) }));
  return {
    ...session,
    timeZone: pool.timeZone,
    signUpUntil: signUpUntil && dayOfColumn(signUpUntil),
    cancelUntil: cancelUntil && dayOfColumn(cancelUntil),
    dates: days,
    beginsAt: beginsAt(days, pool.timeZone),
  };
}

/** Reads a session whose seats nobody else gives or takes until the transaction ends; an unknown one is not found. */
export async function lockSession(tx: Ctx | SystemCtx, id: string): Promise<SessionRow> {
  await lockRow(tx, "training_sessions", id);
  return readSession(tx, id);
}

/** How many seats of a session are taken, and how many people wait for one. */
export async function countSeats(
  { db }: PublicCtx,
  sessionId: string,
): Promise<{ held: number; waiting: number }> {
  const rows = await db.enrolment.groupBy({
    by: ["status"],
    where: { sessionId, status: { in: [...HOLDING_SEAT, "waitlisted"] } },
    _count: true,
  });
  const of = (status: string) => rows.find((row) => row.status === status)?._count ?? 0;
  return { held: of("booked") + of("offered"), waiting: of("waitlisted") };
}
