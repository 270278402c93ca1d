import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canSeePair } from "@/lib/mentoring/policy";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { LIVE_MENTORSHIP } from "./rules";
import type { MentorshipView } from "./schema";

const MOST = 200;
const MOST_MEETINGS = 12;

const PERSON = { select: { userId: true, poolId: true, user: { select: { name: true } } } } as const;

const MENTORSHIP = {
  id: true,
  mentorId: true,
  menteeId: true,
  status: true,
  cadence: true,
  startsOn: true,
  endsOn: true,
  mentorYesAt: true,
  menteeYesAt: true,
  version: true,
  mentor: PERSON,
  mentee: PERSON,
} as const satisfies Prisma.MentorshipSelect;

const WITH_PARTS = {
  ...MENTORSHIP,
  goals: { select: { text: true, measure: true, dutyId: true }, orderBy: { position: "asc" } },
  meetings: {
    select: { id: true, on: true, startMinute: true, endMinute: true, status: true },
    where: { status: { not: "cancelled" } },
    orderBy: [{ on: "desc" }, { startMinute: "desc" }],
    take: MOST_MEETINGS,
  },
} as const satisfies Prisma.MentorshipSelect;

/** A mentorship as its verbs see it. */
export type MentorshipRow = Prisma.MentorshipGetPayload<{ select: typeof MENTORSHIP }>;

/** One mentorship, whoever asks; an unknown one is not found. */
export async function readMentorship({ db }: PublicCtx, id: string): Promise<MentorshipRow> {
  const row = await db.mentorship.findUnique({ where: { id }, select: MENTORSHIP });
  if (!row) throw new NotFoundError("mentorship");
  return row;
}

function viewFor(
  { actor }: Ctx,
  {
    mentor,
    mentee,
    mentorYesAt,
    menteeYesAt,
    meetings,
    ...row
  }: Prisma.MentorshipGetPayload<{
    select: typeof WITH_PARTS;
  }>,
): MentorshipView {
  const own = actor.assistant?.id;
  const isAsked =
    (own === row.mentorId && mentorYesAt === null) || (own === row.menteeId && menteeYesAt === null);
  return {
    ...row,
    mentor: mentor.user.name,
    mentee: mentee.user.name,
    poolId: mentee.poolId,
    startsOn: dayOfColumn(row.startsOn),
    endsOn: dayOfColumn(row.endsOn),
    awaitsMe: row.status === "proposed" && isAsked,
    meetings: meetings.map(({ on, ...meeting }) => ({ ...meeting, on: dayOfColumn(on) })),
  };
}

async function listViews(ctx: Ctx, where: Prisma.MentorshipWhereInput): Promise<MentorshipView[]> {
  const rows = await ctx.db.mentorship.findMany({
    where: { ...where, status: { in: [...LIVE_MENTORSHIP] } },
    select: WITH_PARTS,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => viewFor(ctx, row));
}

/** One's own mentorships that are not over, as mentor and as learner. */
export function listOwnMentorships(ctx: Ctx<Assistant>): Promise<MentorshipView[]> {
  const { id } = ctx.actor.assistant;
  return listViews(ctx, { OR: [{ mentorId: id }, { menteeId: id }] });
}

/** The mentorships of people in the pools a manager leads. */
export function listPoolMentorships(ctx: Ctx<Manager>): Promise<MentorshipView[]> {
  return listViews(ctx, { mentee: { poolId: { in: [...ctx.actor.managedPoolIds] } } });
}

/** Those a person may know of: their own, and of the pools they lead. */
export function listMentorships(ctx: Ctx<Person>): Promise<MentorshipView[]> {
  const { assistant, managedPoolIds } = ctx.actor;
  const led = { mentee: { poolId: { in: [...managedPoolIds] } } };
  return listViews(ctx, {
    OR: [led, ...(assistant ? [{ mentorId: assistant.id }, { menteeId: assistant.id }] : [])],
  });
}

/** One mentorship that the actor may know of; any other is not found. */
export async function requireMentorship(ctx: Ctx<Person>, id: string): Promise<MentorshipView> {
  const row = await ctx.db.mentorship.findUnique({ where: { id }, select: WITH_PARTS });
  if (!row || !canSeePair(ctx.actor, { ...row, poolId: row.mentee.poolId }))
    throw new NotFoundError("mentorship");
  return viewFor(ctx, row);
}
