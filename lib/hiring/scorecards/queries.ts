import "server-only";
import type { Person } from "@/lib/actor";
import { capitalised, languageName } from "@/lib/assistants/rules-names";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { findInterview, type InterviewRow } from "@/lib/hiring/interviews/queries";
import { type Criterion, criterionId, interviewEnd } from "@/lib/hiring/interviews/rules";
import { StoredCriteria } from "@/lib/hiring/interviews/schema";
import { canHireFor } from "@/lib/hiring/policy";
import { namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import type { Prisma } from "@/prisma/generated/client/client";
import { DUE_MS, meansOf } from "./rules";
import { mayOpenEarly, seesAll, visibleCards } from "./rules-visibility";
import type { CardView, ScorecardsView } from "./schema";

const CARD = {
  userId: true,
  verdict: true,
  words: true,
  sentAt: true,
  marks: {
    select: { criterion: true, mark: true, isNotSeen: true, evidence: true },
    orderBy: { criterion: "asc" },
  },
  notes: { select: { words: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
  person: { select: { user: { select: { name: true } } } },
} as const satisfies Prisma.ScorecardSelect;

type CardRow = Prisma.ScorecardGetPayload<{ select: typeof CARD }>;

function cardView({ userId, verdict, words, sentAt, marks, notes, person }: CardRow): CardView {
  return {
    ...{ userId, name: person.user.name, verdict, words, marks },
    sentAt: sentAt?.toISOString() ?? null,
    notes: notes.map((note) => ({ words: note.words, at: note.at.toISOString() })),
  };
}

/** An interview for its panel and the managers of its pool, with how the person stands to it; for anybody else it is not found. */
export async function readJudged(
  ctx: Ctx<Person>,
  id: string,
): Promise<{ row: InterviewRow; isOnPanel: boolean; leadsPool: boolean; hasPack: boolean }> {
  const row = await findInterview(ctx, id);
  if (!row) throw new NotFoundError("interview");
  const isOnPanel = row.people.some(({ userId }) => userId === ctx.actor.userId);
  const leadsPool = canHireFor(ctx.actor, row.application.requisition);
  const executiveId = ctx.actor.executive?.id;
  const hasPack =
    executiveId !== undefined &&
    (await ctx.db.screeningPack.count({ where: { executiveId, applicationId: row.applicationId } })) > 0;
  if (!isOnPanel && !leadsPool && !hasPack) throw new NotFoundError("interview");
  return { row, isOnPanel, leadsPool, hasPack };
}

/** The cards of an interview as far as somebody may see them, with nothing that would tell of the others. */
export async function requireScorecards(ctx: Ctx<Person>, id: string): Promise<ScorecardsView> {
  const { row, isOnPanel, leadsPool, hasPack } = await readJudged(ctx, id);
  const [rows, opening, names] = await Promise.all([
    ctx.db.scorecard.findMany({ where: { interviewId: id }, select: CARD, orderBy: { userId: "asc" } }),
    ctx.db.scorecardOpening.findUnique({
      where: { interviewId_userId: { interviewId: id, userId: ctx.actor.userId } },
      select: { at: true },
    }),
    criterionNames(ctx, StoredCriteria.parse(row.criteria)),
  ]);
  const panel = row.people.map(({ userId }) => userId);
  const reader = { userId: ctx.actor.userId, leadsPool, hasPack, hasOpenedEarly: opening !== null };
  const sent = rows.filter(({ sentAt }) => sentAt !== null);
  const isOpen = seesAll(reader, panel, sent);
  const seen = visibleCards(reader, panel, rows);
  const own = rows.find(({ userId }) => userId === ctx.actor.userId);
  const { startsAt, minutes, status } = row;
  return {
    interviewId: id,
    hasBegun: status === "booked" && startsAt !== null && startsAt <= ctx.now,
    countIn: sent.length,
    people: row.people.map(({ userId, user }) => ({
      ...{ userId, name: user.name, isIn: sent.some((card) => card.userId === userId) },
    })),
    criteria: names,
    own: own ? cardView(own) : null,
    ...{ isOnPanel, seesAll: isOpen, mayOpenEarly: !isOpen && mayOpenEarly(reader, panel) },
    cards: isOpen ? seen.map(cardView) : [],
    means: isOpen
      ? meansOf(
          seen,
          names.map((one) => one.id),
        )
      : [],
    timeZone: row.application.requisition.pool.timeZone,
    dueAt: startsAt ? new Date(interviewEnd(startsAt, minutes).getTime() + DUE_MS).toISOString() : null,
  };
}

/** What each thing that is judged is called in the reader's language. */
export async function criterionNames(
  ctx: Ctx<Person>,
  criteria: readonly Criterion[],
): Promise<{ id: string; name: string }[]> {
  const { locale } = ctx.actor;
  const duties = namesIn(locale, await listDuties(ctx));
  return criteria.map((one) => ({
    id: criterionId(one),
    name:
      one.kind === "duty"
        ? (duties[one.key] ?? one.key)
        : [capitalised(languageName(one.key, locale)), one.level].filter(Boolean).join(" "),
  }));
}

/** How many cards of an application's interviews are in and asked for, and whether one's own is missing; what they say is not told. */
export async function countCards(
  { db, actor, now }: Ctx<Person>,
  requisitionId: string,
): Promise<Map<string, { countIn: number; asked: number; isOwnDue: boolean }>> {
  const rows = await db.interviewPerson.findMany({
    where: {
      startsAt: { lte: now },
      interview: { status: "booked", application: { requisitionId } },
    },
    select: {
      userId: true,
      scorecard: { select: { sentAt: true } },
      interview: { select: { applicationId: true } },
    },
  });
  const counts = new Map<string, { countIn: number; asked: number; isOwnDue: boolean }>();
  for (const { userId, scorecard, interview } of rows) {
    const known = counts.get(interview.applicationId) ?? { countIn: 0, asked: 0, isOwnDue: false };
    const isIn = scorecard?.sentAt != null;
    counts.set(interview.applicationId, {
      countIn: known.countIn + Number(isIn),
      asked: known.asked + 1,
      isOwnDue: known.isOwnDue || (!isIn && userId === actor.userId),
    });
  }
  return counts;
}

/** What panels gave a candidate in their interviews, as far as the person may see it; what is hidden is not in it. */
export async function listVisibleMarks(
  ctx: Ctx<Person>,
  applicationId: string,
): Promise<{ criterion: string; name: string; mark: number | null; evidence: string; by: string }[]> {
  const interviews = await ctx.db.interview.findMany({
    where: { applicationId, status: "booked" },
    select: { id: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const all = await Promise.all(interviews.map(({ id }) => requireScorecards(ctx, id)));
  return all.flatMap(({ cards, criteria }) =>
    cards.flatMap(({ name: by, marks }) =>
      marks.map(({ criterion, mark, evidence }) => ({
        ...{ criterion, mark, evidence, by },
        name: criteria.find(({ id }) => id === criterion)?.name ?? criterion,
      })),
    ),
  );
}
