import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { idInOrder } from "@/lib/ids";
import { listServedExecutiveIds, requireRequestRow, type VisibleRequest } from "@/lib/requests/queries";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { type Day, daysBetween, dayToDate } from "@/lib/time/day";
import { meetingAudit } from "./audit";
import { canArrange } from "./policy";
import { LONGEST_MEETING_RANGE_DAYS } from "./rules-choices";
import { type InvitedPerson, peopleInText } from "./rules-people";
import type { ArrangeMeetingInput } from "./schema";

type ArrangeRefusal = "ends_before_start" | "meeting_range_long" | "meeting_people_unreadable";

/** A request, for the assistant who arranges its meetings; for anybody else it is not found. */
export async function requireArrangedRequest(
  ctx: Ctx<Assistant>,
  requestId: string,
): Promise<VisibleRequest> {
  const request = await requireRequestRow(ctx, requestId);
  if (!canArrange(ctx.actor, request, await listServedExecutiveIds(ctx))) throw new NotFoundError("request");
  return request;
}

/** Refuses days of which the last is before the first, or too many of them. */
export function refusalOfMeetingDays({
  from,
  to,
}: {
  from: Day;
  to: Day;
}): Refusal<"ends_before_start" | "meeting_range_long"> | null {
  if (to < from) return refuse("ends_before_start", { path: "to" });
  if (daysBetween(from, to) > LONGEST_MEETING_RANGE_DAYS) return refuse("meeting_range_long", { path: "to" });
  return null;
}

type ReadPerson = { userId: string | null; name: string; email: string; isRequired: boolean };

/** People as they were named; those of the office are known by their address, and have to come. */
export async function readPeople(
  { db }: Ctx<Assistant>,
  named: readonly InvitedPerson[],
): Promise<ReadPerson[]> {
  const inside = await db.user.findMany({
    where: { email: { in: named.map(({ email }) => email) }, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
  const userOf = new Map(inside.map((one) => [one.email.toLowerCase(), one]));
  return named.map(({ name, email }) => {
    const known = userOf.get(email);
    return { userId: known?.id ?? null, name: known?.name ?? name, email, isRequired: known !== undefined };
  });
}

/**
 * Begins a meeting for the executive of a request, who takes part in it; so do those who are named, people of the office by their address.
 * Nobody is told yet.
 */
export function arrangeMeeting(
  ctx: Ctx<Assistant>,
  { requestId, people: written, from, to, ...facts }: ArrangeMeetingInput,
): Promise<Result<{ id: string }, ArrangeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await requireArrangedRequest(tx, requestId);
    const refusal = refusalOfMeetingDays({ from, to });
    if (refusal) return refusal;
    const named = peopleInText(written);
    if (!named) return refuse("meeting_people_unreadable", { path: "people" });
    const { pool, user } = await tx.db.executive.findUniqueOrThrow({
      where: { id: request.executiveId },
      select: {
        pool: { select: { timeZone: true } },
        user: { select: { id: true, name: true, email: true } },
      },
    });
    const others = named.filter(({ email }) => email !== user.email.toLowerCase());
    const id = idInOrder();
    await tx.db.officeMeeting.create({
      data: {
        ...{ id, requestId, ...facts, fromOn: dayToDate(from), toOn: dayToDate(to) },
        ...{ timeZone: pool.timeZone, uid: `meeting-${id}@standby`, createdById: tx.actor.userId },
        ...{ createdAt: tx.now, updatedAt: tx.now },
        people: {
          create: [
            { userId: user.id, name: user.name, email: user.email.toLowerCase() },
            ...(await readPeople(tx, others)),
          ],
        },
      },
      select: { id: true },
    });
    const { executiveId } = request;
    await audit(
      tx,
      meetingAudit("meeting.arranged", id, { requestId, executiveId, to: "planning", sequence: 0 }),
    );
    return ok({ id });
  });
}
