import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { SERVED_COVER } from "@/lib/covers/rules";
import { NotFoundError } from "@/lib/errors";
import { fitOf } from "@/lib/matching/rules";
import type { HalfDayRange } from "@/lib/time/half-day";
import { rangeOfColumns } from "@/lib/time/stretch-columns";

/** An offer of cover as the person asked sees it: at which executive, when, until when to answer, and why they are asked. */
export type OfferView = HalfDayRange & {
  id: string;
  version: number;
  executiveId: string;
  executive: string;
  title: string;
  /** The instant until which it can be answered. */
  until: string;
  /** Backup of this executive, covered it before, at the same place: what speaks for asking this person. */
  why: ("backup" | "covered_before" | "same_site" | "skilled")[];
  minutesADay: number;
};

const MOST_OFFERS = 50;

/** The version an offer stands at, for a caller who has not read it; whose it is, the verb looks at. */
export async function requireOfferVersion(ctx: Ctx, id: string): Promise<{ version: number }> {
  const row = await ctx.db.coverageAssignment.findUnique({ where: { id }, select: { version: true } });
  if (!row) throw new NotFoundError("offer");
  return row;
}

/** The offers that wait for the assistant's answer, the most urgent first; what ran out is not shown. */
export async function listOwnOffers(ctx: Ctx<Assistant>): Promise<OfferView[]> {
  const { id: assistantId } = ctx.actor.assistant;
  const rows = await ctx.db.coverageAssignment.findMany({
    where: { assistantId, status: "offered", offerExpiresAt: { gt: ctx.now } },
    orderBy: [{ offerExpiresAt: "asc" }, { id: "asc" }],
    take: MOST_OFFERS,
    include: {
      executive: {
        select: {
          title: true,
          site: true,
          user: { select: { name: true } },
          dutyRequirements: true,
          supportAssignments: { where: { assistantId, role: "backup" }, select: { id: true } },
        },
      },
    },
  });
  if (rows.length === 0) return [];
  const me = await ctx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { site: true, skills: { select: { dutyId: true, proficiency: true } } },
  });
  const before = await ctx.db.coverageAssignment.findMany({
    where: {
      assistantId,
      executiveId: { in: rows.map((row) => row.executiveId) },
      status: { in: [...SERVED_COVER] },
    },
    select: { executiveId: true },
    distinct: ["executiveId"],
  });
  const known = new Set(before.map((row) => row.executiveId));
  const held = new Map(me.skills.map((skill) => [skill.dutyId, skill.proficiency]));
  return rows.map(({ executive, ...row }) => {
    const duties = executive.dutyRequirements
      .filter((duty) => duty.coverLevel !== "defer")
      .map((duty) => ({
        minutes: duty.minutesPerDay,
        held: held.get(duty.dutyId) ?? 0,
        needed: duty.minProficiency,
      }));
    const isSameSite = executive.site === me.site;
    const fit = fitOf({
      duties,
      backupRank: null,
      hasCoveredBefore: false,
      isSameSite,
      hasSoftRestriction: false,
      isOtherPool: false,
    });
    const reasons = {
      backup: executive.supportAssignments.length > 0,
      covered_before: known.has(row.executiveId),
      skilled: fit.skills >= WELL_SKILLED,
      same_site: isSameSite,
    };
    return {
      id: row.id,
      version: row.version,
      executiveId: row.executiveId,
      executive: executive.user.name,
      title: executive.title,
      ...rangeOfColumns(row),
      until: (row.offerExpiresAt ?? ctx.now).toISOString(),
      why: WHY_ORDER.filter((reason) => reasons[reason]),
      minutesADay: duties.reduce((sum, duty) => sum + duty.minutes, 0),
    };
  });
}

const WELL_SKILLED = 85;
const WHY_ORDER = ["backup", "covered_before", "skilled", "same_site"] as const;
