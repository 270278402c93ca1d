import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { StoredTexts } from "@/lib/hiring/ads/schema";
import { readApplication } from "@/lib/hiring/applications/queries";
import { canHireFor } from "@/lib/hiring/policy";
import { hashOfSecret } from "@/lib/secrets";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { isHeld } from "./rules";
import { type InterviewView, StoredCriteria } from "./schema";

const MOST = 100;

const INTERVIEW = {
  id: true,
  applicationId: true,
  title: true,
  place: true,
  minutes: true,
  fromOn: true,
  toOn: true,
  criteria: true,
  status: true,
  startsAt: true,
  uid: true,
  sequence: true,
  allowsGaps: true,
  timesMoved: true,
  createdById: true,
  updatedAt: true,
  version: true,
  people: {
    select: { userId: true, startsAt: true, absenceId: true, user: { select: { name: true } } },
    orderBy: { userId: "asc" },
  },
  application: {
    select: {
      status: true,
      requisitionId: true,
      requisition: {
        select: {
          id: true,
          poolId: true,
          title: true,
          pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } },
        },
      },
      candidate: { select: { name: true, email: true, locale: true } },
      adVersion: { select: { texts: true, jobAd: { select: { employer: true } } } },
    },
  },
} as const satisfies Prisma.InterviewSelect;

/** An interview as its verbs see it. */
export type InterviewRow = Prisma.InterviewGetPayload<{ select: typeof INTERVIEW }>;

function interviewView({ now }: PublicCtx, row: InterviewRow): InterviewView {
  const { id, applicationId, title, place, minutes, status, sequence, version } = row;
  return {
    ...{ id, applicationId, title, place, minutes, status, sequence, version },
    from: dayOfColumn(row.fromOn),
    to: dayOfColumn(row.toOn),
    timeZone: row.application.requisition.pool.timeZone,
    startsAt: row.startsAt?.toISOString() ?? null,
    isHeld: isHeld(row, now),
    criteria: StoredCriteria.parse(row.criteria),
    people: row.people.map(({ userId, user, absenceId }) => ({
      ...{ userId, name: user.name, isAway: absenceId !== null },
    })),
  };
}

/** The interviews with a candidate, for the managers of the pool; for anybody else the application is not found. */
export async function listInterviews(ctx: Ctx<Manager>, applicationId: string): Promise<InterviewView[]> {
  await readApplication(ctx, applicationId);
  const rows = await ctx.db.interview.findMany({
    where: { applicationId },
    select: INTERVIEW,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map((row) => interviewView(ctx, row));
}

/** One interview of a pool the manager leads, for its verbs; any other is not found. */
export async function readInterview(ctx: Ctx<Person>, id: string): Promise<InterviewRow> {
  const row = await findInterview(ctx, id);
  if (!row || !canHireFor(ctx.actor, row.application.requisition)) throw new NotFoundError("interview");
  return row;
}

/** An interview whoever asks; who may is for the verb to say. */
export function findInterview({ db }: PublicCtx, id: string): Promise<InterviewRow | null> {
  return db.interview.findUnique({ where: { id }, select: INTERVIEW });
}

export async function requireInterview(ctx: Ctx<Manager>, id: string): Promise<InterviewView> {
  return interviewView(ctx, await readInterview(ctx, id));
}

/** The interview that a candidate's private link is about: the one to choose a time for, else the one that is booked last. */
export async function findInterviewByLink({ db }: PublicCtx, token: string): Promise<InterviewRow | null> {
  const link = await db.candidateLink.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: {
      application: {
        select: {
          interviews: { select: INTERVIEW, where: { status: { not: "cancelled" } }, orderBy: { id: "desc" } },
        },
      },
    },
  });
  const interviews = link?.application.interviews ?? [];
  return interviews.find(({ status }) => status === "offered") ?? interviews[0] ?? null;
}

/** The interview that a mail to a candidate is about, the latest of some statuses. */
export function findInterviewForMail(
  { db }: PublicCtx,
  applicationId: string,
  status: "offered" | "booked" | "cancelled",
): Promise<InterviewRow | null> {
  return db.interview.findFirst({
    where: { applicationId, status },
    select: INTERVIEW,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
}

/** What a member of a panel reads of an interview. */
export type OwnInterview = InterviewView & { candidate: string | null; job: string };

/** The interviews on whose panel the person is, those to come first; that somebody applied is known to nobody else. */
export async function listOwnInterviews(ctx: Ctx<Person>): Promise<OwnInterview[]> {
  const rows = await ctx.db.interview.findMany({
    where: { status: { not: "cancelled" }, people: { some: { userId: ctx.actor.userId } } },
    select: INTERVIEW,
    orderBy: [{ startsAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => ownInterview(ctx, row));
}

function ownInterview(ctx: PublicCtx, row: InterviewRow): OwnInterview {
  const texts = StoredTexts.parse(row.application.adVersion.texts);
  return {
    ...interviewView(ctx, row),
    candidate: row.application.candidate.name,
    job: row.application.requisition.title || texts.en.title,
  };
}

/** One interview, for its panel and the managers of its pool; for anybody else it is not found. */
export async function requireOwnInterview(ctx: Ctx<Person>, id: string): Promise<OwnInterview> {
  const row = await findInterview(ctx, id);
  const isOwn =
    row?.people.some(({ userId }) => userId === ctx.actor.userId) ||
    (row && canHireFor(ctx.actor, row.application.requisition));
  if (!row || !isOwn) throw new NotFoundError("interview");
  return ownInterview(ctx, row);
}
