import "server-only";
import { rangeOf, requireAbsence } from "@/lib/absences/requests/queries";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { type Day, dayFromDate } from "@/lib/time/day";
import type { HalfDay, HalfDayRange } from "@/lib/time/half-day";
import { type AbsenceScene, readScene, requireLedAbsence } from "./queries-context";
import { type AbsencePlan, planAbsence } from "./queries-plan";
import { type CardExecutive, cardExecutivesOf } from "./rules-card";
import type { Picks } from "./rules-opened";
import type { AbsenceCardInput } from "./schema";

/** A gap somebody has accepted for this absence. */
export type AcceptedGapView = HalfDay & { executiveId: string; acceptedBy: string };

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
  const scene = isOpen ? await readScene(ctx, row) : null;
  const [absence, plan, accepted, alsoAway] = await Promise.all([
    requireAbsence(ctx, input.id),
    scene ? planAbsence(scene, picks) : { slots: [], covers: [], gaps: [] },
    listAccepted(ctx, input.id),
    listAlsoAway(ctx, row),
  ]);
  const executives = scene ? cardExecutivesOf(scene.grid, scene.opened, plan.slots, picks) : [];
  const shared = executives.flatMap(({ runs }) => runs.flatMap(({ dutyIds }) => dutyIds));
  return {
    absence,
    executives,
    covers: plan.covers,
    gaps: plan.gaps,
    accepted,
    alsoAway,
    plannedUntil: scene?.plannedUntil ?? null,
    names: scene ? namesIn(scene, plan) : {},
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

function namesIn({ grid }: AbsenceScene, { gaps }: AbsencePlan): Record<string, string> {
  const named = new Set(
    gaps.flatMap((gap) => [
      gap.executiveId,
      ...(gap.remedies ?? []).flatMap((remedy) => Object.values(remedy).map(String)),
    ]),
  );
  const people = [...grid.office.executives, ...grid.office.assistants.values()];
  return Object.fromEntries(people.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]));
}

async function listAccepted(ctx: Ctx<Manager>, absenceId: string): Promise<AcceptedGapView[]> {
  const rows = await ctx.db.acceptedGap.findMany({
    where: { absenceId },
    orderBy: [{ on: "asc" }, { part: "asc" }, { executiveId: "asc" }],
  });
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap((row) => row.acceptedById ?? []))] } },
    select: { id: true, name: true },
  });
  return rows.map(({ executiveId, on, part, acceptedById }) => ({
    executiveId,
    on: dayFromDate(on),
    part,
    acceptedBy: people.find((person) => person.id === acceptedById)?.name ?? "",
  }));
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
      status: { in: ["requested", "provisionally_approved", "approved", "cancellation_requested"] },
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
    ...rangeOf(row),
  }));
}
