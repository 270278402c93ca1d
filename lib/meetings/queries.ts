import "server-only";
import type { Assistant, Executive, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canReadWords } from "@/lib/requests/policy";
import { listServedExecutiveIds, requireRequestRow } from "@/lib/requests/queries";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import type { MeetingAnswer } from "./rules-choices";
import type { OfficeMeetingView } from "./schema";

const MOST_MEETINGS = 200;

/** Those who take part, without who was taken off. */
export const TAKES_PART = { removedAt: null } as const;

const MEETING = {
  request: {
    select: {
      executiveId: true,
      confidential: true,
      executive: { select: { poolId: true, userId: true, user: { select: { name: true, email: true } } } },
    },
  },
  people: { orderBy: { id: "asc" }, include: { votes: true } },
  options: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] },
  arrangements: {
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    include: { owner: { select: { name: true } } },
  },
} satisfies Prisma.OfficeMeetingInclude;

type MeetingRow = Prisma.OfficeMeetingGetPayload<{ include: typeof MEETING }>;

function viewOf({
  request,
  options,
  arrangements,
  fromOn,
  toOn,
  startsAt,
  ...row
}: MeetingRow): OfficeMeetingView {
  const {
    createdById: _by,
    createdAt: _at,
    updatedAt: _changed,
    askedAt: _asked,
    people: all,
    ...facts
  } = row;
  const ownerId = request.executive.userId;
  const people = all
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => Number(b.userId === ownerId) - Number(a.userId === ownerId));
  return {
    ...facts,
    executiveName: request.executive.user.name,
    from: dayOfColumn(fromOn),
    to: dayOfColumn(toOn),
    startsAt: startsAt?.toISOString() ?? null,
    people: people.map(({ id, name, email, isRequired, userId, note, answeredAt, reply }) => ({
      ...{ id, name, email, isRequired, note, reply },
      isInside: userId !== null,
      isOwner: userId === ownerId,
      hasAnswered: answeredAt !== null,
    })),
    arrangements: arrangements.map(({ id, what, ownerId, owner, dueOn, hangsOnTime, doneAt }) => ({
      ...{ id, what, ownerId, ownerName: owner.name, hangsOnTime },
      ...{ dueOn: dayOfColumn(dueOn), isDone: doneAt !== null },
    })),
    removed: all
      .filter(({ removedAt, invitedAt }) => removedAt !== null && invitedAt !== null)
      .map(({ id, name, email }) => ({ id, name, email })),
    options: options.map(({ id, startsAt: at }) => ({
      id,
      startsAt: at.toISOString(),
      answers: answersTo(id, people),
    })),
  };
}

function answersTo(optionId: string, people: MeetingRow["people"]): Record<string, MeetingAnswer> {
  return Object.fromEntries(
    people.flatMap(({ id, votes }) =>
      votes.filter((vote) => vote.optionId === optionId).map(({ answer }) => [id, answer]),
    ),
  );
}

/** One meeting, for those who may read the words of its request; any other is not found. */
export async function requireOfficeMeeting(ctx: Ctx<Person>, id: string): Promise<OfficeMeetingView> {
  const row = await ctx.db.officeMeeting.findUnique({ where: { id }, include: MEETING });
  if (!row) throw new NotFoundError("meeting");
  const request = await requireRequestRow(ctx, row.requestId);
  if (!canReadWords(ctx.actor, request)) throw new NotFoundError("meeting");
  return viewOf(row);
}

/** The meetings of requests an assistant has, and of executives they serve: those to come first, then those that are over, the latest first. */
export async function listArrangedMeetings(ctx: Ctx<Assistant>): Promise<OfficeMeetingView[]> {
  const served = await listServedExecutiveIds(ctx);
  const mine = { assigneeId: ctx.actor.assistant.id };
  const rows = await ctx.db.officeMeeting.findMany({
    where: { request: { OR: [mine, { executiveId: { in: served }, confidential: false }] } },
    include: MEETING,
    orderBy: [{ startsAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: MOST_MEETINGS,
  });
  return rows.map(viewOf);
}

/** The meetings of one request, for those who may read its words. */
export async function listMeetingsOfRequest(
  ctx: Ctx<Person>,
  { requestId }: { requestId: string },
): Promise<OfficeMeetingView[]> {
  const request = await requireRequestRow(ctx, requestId);
  if (!canReadWords(ctx.actor, request)) return [];
  const rows = await ctx.db.officeMeeting.findMany({
    where: { requestId },
    include: MEETING,
    orderBy: { id: "desc" },
    take: MOST_MEETINGS,
  });
  return rows.map(viewOf);
}

/** An executive's meetings that are to come, and those whose time is still looked for; with the id under which they answer. */
export async function listOwnMeetings(
  ctx: Ctx<Executive>,
): Promise<(OfficeMeetingView & { personId: string | null })[]> {
  const rows = await ctx.db.officeMeeting.findMany({
    where: {
      OR: [
        { request: { executiveId: ctx.actor.executive.id } },
        { people: { some: { userId: ctx.actor.userId, ...TAKES_PART } } },
      ],
      AND: { OR: [{ status: "polling" }, { status: "confirmed", startsAt: { gte: ctx.now } }] },
    },
    include: MEETING,
    orderBy: [{ startsAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: MOST_MEETINGS,
  });
  return rows.map((row) => ({
    ...viewOf(row),
    personId:
      row.people.find(({ userId, removedAt }) => userId === ctx.actor.userId && removedAt === null)?.id ??
      null,
  }));
}
