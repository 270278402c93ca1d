import "server-only";
import { requireAbsence } from "@/lib/absences/requests/queries";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type AcceptedGapView, listGapsAcceptedFor } from "@/lib/covers/queries-gaps";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import type { Day } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import { rangeOfColumns } from "@/lib/time/stretch-columns";
import { type AbsenceContext, readAbsenceContext, requireLedAbsence } from "./queries-context";
import { type AbsencePlan, planAbsence } from "./queries-plan";
import { type CardExecutive, cardExecutivesOf } from "./rules-card";
import type { Picks } from "./rules-opened";
import type { AbsenceCardInput } from "./schema";

/** Somebody else of the pool who is away in the same days, or has asked to be. */
export type AlsoAway = HalfDayRange & { id: string; name: string; status: string };

/** All a manager needs to decide on an absence: whom it hits, who steps in, what stays open. */
export type AbsenceCard = {
  absence: AbsenceView;
  executives: CardExecutive[];
  /** The covers the plan makes, to be sent back with the approval. */
  covers: AbsencePlan["covers"];
  gaps: AbsencePlan["gaps"];
  accepted: AcceptedGapView[];
  alsoAway: AlsoAway[];
  /** The first day not planned yet, where the absence lasts beyond the horizon. */
  plannedUntil: Day | null;
  /** Names of everybody the remedies speak of. */
  names: Record<string, string>;
  /** Names of the duties that are shared, by their key. */
  dutyNames: Record<string, string>;
};

const MOST_AWAY = 20;

/** The request card of an absence: the gaps it opens, the plan that closes them as chosen so far, and who else is away. */
export async function requireAbsenceCard(ctx: Ctx<Manager>, input: AbsenceCardInput): Promise<AbsenceCard> {
  const row = await requireLedAbsence(ctx, input.id);
  const picks = picksOf(input.picks);
  const isOpen = !["declined", "cancelled", "withdrawn", "draft"].includes(row.status);
  const context = isOpen ? await readAbsenceContext(ctx, row) : null;
  const [absence, plan, accepted, alsoAway] = await Promise.all([
    requireAbsence(ctx, input.id),
    context ? planAbsence(context, picks) : { slots: [], covers: [], gaps: [] },
    listGapsAcceptedFor(ctx, input.id),
    listAlsoAway(ctx, row),
  ]);
  const executives = context ? cardExecutivesOf(context.grid, context.opened, plan.slots, picks) : [];
  const shared = executives.flatMap(({ runs }) => runs.flatMap(({ dutyIds }) => dutyIds));
  return {
    absence,
    executives,
    covers: plan.covers,
    gaps: plan.gaps,
    accepted,
    alsoAway,
    plannedUntil: context?.plannedUntil ?? null,
    names: context ? namesIn(context, plan) : {},
    dutyNames: await namesOfDuties(ctx, shared),
  };
}

function picksOf(picks: readonly string[]): Picks {
  return new Map(
    picks.map((pick) => {
      const [executiveId = "", assistantId = ""] = pick.split(":");
      return [executiveId, assistantId === "none" ? null : assistantId] as const;
    }),
  );
}

function namesIn({ grid }: AbsenceContext, { gaps }: AbsencePlan): Record<string, string> {
  const named = new Set(
    gaps.flatMap((gap) => [
      gap.executiveId,
      ...(gap.remedies ?? []).flatMap((remedy) => Object.values(remedy).map(String)),
    ]),
  );
  const people = [...grid.office.executives, ...grid.office.assistants.values()];
  return Object.fromEntries(people.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]));
}

async function listAlsoAway(
  ctx: Ctx<Manager>,
  {
    id,
    assistant,
    startOn,
    endOn,
  }: { id: string; assistant: { poolId: string }; startOn: Date; endOn: Date },
): Promise<AlsoAway[]> {
  const rows = await ctx.db.absence.findMany({
    where: {
      id: { not: id },
      assistant: { poolId: assistant.poolId },
      status: { in: [...LIVE_STATUSES] },
      startOn: { lte: endOn },
      endOn: { gte: startOn },
    },
    include: { assistant: { select: { user: { select: { name: true } } } } },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
    take: MOST_AWAY,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.assistant.user.name,
    status: row.status,
    ...rangeOfColumns(row),
  }));
}
