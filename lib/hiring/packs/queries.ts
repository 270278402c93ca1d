import "server-only";
import type { Executive, Manager } from "@/lib/actor";
import { capitalised, languageName } from "@/lib/assistants/rules-names";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readApplication } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import { StoredAnswers } from "@/lib/hiring/applications/schema";
import { readCandidateFit } from "@/lib/hiring/fit/queries";
import { StoredProfile } from "@/lib/hiring/requisitions/schema";
import { listVisibleMarks } from "@/lib/hiring/scorecards/queries";
import { namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import type { Prisma } from "@/prisma/generated/client/client";
import type { OwnPackView, PackView } from "./schema";

const MOST = 100;
const MOST_ANSWERS = 3;

const PACK = {
  id: true,
  applicationId: true,
  executiveId: true,
  stage: true,
  showsName: true,
  questions: true,
  answer: true,
  words: true,
  answeredAt: true,
  sentAt: true,
  sentById: true,
  executive: { select: { user: { select: { name: true } } } },
  application: {
    select: {
      status: true,
      answers: true,
      candidate: { select: { name: true, anonymisedAt: true } },
      requisition: { select: { poolId: true, title: true, profile: true } },
    },
  },
} as const satisfies Prisma.ScreeningPackSelect;

export type PackRow = Prisma.ScreeningPackGetPayload<{ select: typeof PACK }>;

/** What executives were asked about a candidate, for the managers of the pool. */
export async function listPacks(ctx: Ctx<Manager>, applicationId: string): Promise<PackView[]> {
  await readApplication(ctx, applicationId);
  const rows = await ctx.db.screeningPack.findMany({
    where: { applicationId },
    select: PACK,
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(packView);
}

export function packView({ executive, sentAt, answeredAt, ...row }: PackRow): PackView {
  const { id, applicationId, executiveId, answer, words } = row;
  return {
    ...{ id, applicationId, executiveId, answer, words, executive: executive.user.name },
    sentAt: sentAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

/** One of the executive's own; anybody else's is not found, nor one whose candidate is erased. */
export async function readOwnPack(ctx: Ctx<Executive>, id: string): Promise<PackRow> {
  const row = await ctx.db.screeningPack.findUnique({ where: { id }, select: PACK });
  if (row?.executiveId !== ctx.actor.executive.id || row.application.candidate.anonymisedAt)
    throw new NotFoundError("pack");
  return row;
}

/** True until the candidate's stage moves on. */
export function isPackOpen({ stage, application }: PackRow): boolean {
  return isStage(application.status) && application.status === stage;
}

/** A candidate in the list of what an executive is asked to read. */
export type OwnPackLine = {
  id: string;
  name: string | null;
  job: string;
  answer: PackRow["answer"];
  canAnswer: boolean;
};

/** The candidates that the executive is asked to read, those to answer first. */
export async function listOwnPacks(ctx: Ctx<Executive>): Promise<OwnPackLine[]> {
  const rows = await ctx.db.screeningPack.findMany({
    where: {
      executiveId: ctx.actor.executive.id,
      application: { candidate: { anonymisedAt: null } },
    },
    select: PACK,
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows
    .map((row) => ({
      id: row.id,
      name: row.showsName ? row.application.candidate.name : null,
      job: row.application.requisition.title,
      answer: row.answer,
      canAnswer: isPackOpen(row),
    }))
    .sort((a, b) => Number(b.canAnswer && !b.answer) - Number(a.canAnswer && !a.answer));
}

/** A candidate as the executive reads them: what is asked, the fit from what is known, marks, answers and what to ask. */
export async function requireOwnPack(ctx: Ctx<Executive>, id: string): Promise<OwnPackView> {
  const row = await readOwnPack(ctx, id);
  const { application, applicationId } = row;
  const [fit, marks, asks] = await Promise.all([
    readCandidateFit(ctx, applicationId),
    listVisibleMarks(ctx, applicationId),
    readAsks(ctx, application.requisition.profile),
  ]);
  return {
    ...{ id, fit, marks, asks, stage: row.stage, answer: row.answer, words: row.words },
    name: row.showsName ? application.candidate.name : null,
    job: application.requisition.title,
    sentAt: row.sentAt.toISOString(),
    answers: StoredAnswers.parse(application.answers)
      .filter(({ answer }) => answer !== "")
      .slice(0, MOST_ANSWERS),
    questions: row.questions.split("\n").filter((line) => line.trim() !== ""),
    canAnswer: isPackOpen(row),
  };
}

async function readAsks(ctx: Ctx<Executive>, profile: unknown): Promise<OwnPackView["asks"]> {
  const { locale } = ctx.actor;
  const { duties, languages } = StoredProfile.parse(profile);
  const names = namesIn(locale, await listDuties(ctx));
  return [
    ...languages.map(({ language, level }) => ({
      what: capitalised(languageName(language, locale)),
      level: level ?? "",
      minutes: 0,
    })),
    ...duties.map(({ dutyId, level, minutesPerWeek }) => ({
      ...{ what: names[dutyId] ?? dutyId, level: String(level), minutes: minutesPerWeek },
    })),
  ];
}
