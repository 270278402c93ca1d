import "server-only";
import type { AbsenceStatus } from "@/lib/absences/requests/rules";
import { approveAbsence } from "@/lib/absences/requests/service";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { runsOf } from "@/lib/coverage/demand/rules-runs";
import { readDeadlines } from "@/lib/coverage/offers/queries-deadlines";
import { cutsFor } from "@/lib/covers/rules-cuts";
import { applyChange, lockBoard, type NewCover } from "@/lib/covers/service";
import { isRefusedBy } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import {
  type AbsenceScene,
  readScene,
  requireLedAbsence,
  requireRightToCover,
  type SceneAbsence,
} from "./queries-context";
import { planAbsence } from "./queries-plan";
import { gapRunsOf } from "./rules-card";
import { type CoverChoice, gapsLeft, isSameGaps, type NamedGap, slotsOfChoices } from "./rules-choices";
import type { ApproveWithCoverInput, CoverAbsenceInput } from "./schema";

type ApproveRefusal = Extract<Awaited<ReturnType<typeof approveAbsence>>, { ok: false }>["reason"];

type CoverRefusal = "plan_outdated" | "gaps_not_accepted" | "not_possible_now" | "changed_meanwhile";

export type CoveredAbsence = {
  id: string;
  /** What the absence is now: provisionally approved, where another has to decide too. */
  status: AbsenceStatus;
  /** The change of the board, for undo; null when no cover was made. */
  changeId: string | null;
  covers: number;
  acceptedGaps: number;
  releasedCoverIds: string[];
};

/**
 * Approves leave and its cover in one transaction. What stays uncovered must be named exactly, else
 * `gaps_not_accepted` lists it; cover that no longer holds is `plan_outdated`. Leave that opens nothing needs neither.
 */
export async function approveAbsenceWithCover(
  ctx: Ctx<Manager>,
  input: ApproveWithCoverInput,
): Promise<Result<CoveredAbsence, CoverRefusal | ApproveRefusal>> {
  const { id, version, note } = input;
  return coverInOne(ctx, input, async (tx) => {
    const approved = await approveAbsence(tx, { id, version, note });
    return approved.ok ? ok(approved.value.releasedCoverIds) : approved;
  });
}

/** Covers an absence that is approved already, such as sickness: the same rules, nothing to approve. */
export async function coverAbsence(
  ctx: Ctx<Manager>,
  input: CoverAbsenceInput,
): Promise<Result<CoveredAbsence, CoverRefusal>> {
  await requireRightToCover(ctx, input.id);
  return coverInOne(ctx, input, async (_tx, absence) => {
    if (absence.status !== "approved" && absence.status !== "cancellation_requested")
      return refuse("not_possible_now", { details: { status: absence.status } });
    if (input.version !== undefined && input.version !== absence.version) return refuse("changed_meanwhile");
    return ok([]);
  });
}

type Prepare<R extends RefusalReason> = (
  tx: Ctx<Manager>,
  absence: SceneAbsence,
) => Promise<Result<string[], R>>;

async function coverInOne<R extends RefusalReason>(
  ctx: Ctx<Manager>,
  input: CoverAbsenceInput,
  prepare: Prepare<R>,
): Promise<Result<CoveredAbsence, CoverRefusal | R>> {
  const choices = input.covers ?? (await proposed(ctx, input.id));
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockAbsenceAndBoard(tx, input.id, choices);
      const prepared = await prepare(tx, await requireLedAbsence(tx, input.id));
      if (!prepared.ok) return prepared;
      const absence = await requireLedAbsence(tx, input.id);
      const nothing = { id: input.id, status: absence.status, changeId: null, covers: 0, acceptedGaps: 0 };
      if (absence.status !== "approved" && absence.status !== "cancellation_requested")
        return ok({ ...nothing, releasedCoverIds: prepared.value });
      const scene = await readScene(tx, absence);
      const made = scene ? await coverScene(tx, scene, choices, input) : ok(nothing);
      return made.ok ? ok({ ...made.value, releasedCoverIds: prepared.value }) : made;
    });
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_")) return refuse("plan_outdated");
    throw error;
  }
}

async function proposed(ctx: Ctx<Manager>, id: string): Promise<CoverChoice[]> {
  const scene = await readScene(ctx, await requireLedAbsence(ctx, id));
  return scene ? (await planAbsence(scene)).covers : [];
}

async function lockAbsenceAndBoard(
  tx: Ctx<Manager>,
  id: string,
  choices: readonly CoverChoice[],
): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM absences WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const { assistantId } = await requireLedAbsence(tx, id);
  await lockBoard(
    tx,
    choices.map((choice) => choice.executiveId),
    [assistantId, ...choices.map((choice) => choice.assistantId)],
  );
}

type Made = Omit<CoveredAbsence, "releasedCoverIds">;

async function coverScene(
  tx: Ctx<Manager>,
  scene: AbsenceScene,
  choices: readonly CoverChoice[],
  { acceptedGaps, asOffers }: CoverAbsenceInput,
): Promise<Result<Made, "plan_outdated" | "gaps_not_accepted">> {
  const slots = slotsOfChoices(scene.grid, scene.pools, scene.opened, choices);
  if (!slots.ok) return slots;
  const gaps = gapsLeft(scene.grid, scene.opened, slots.value);
  if (!isSameGaps(gaps, acceptedGaps))
    return refuse("gaps_not_accepted", { path: "acceptedGaps", details: { count: gaps.length, gaps } });
  const runs: NewCover[] = runsOf(scene.grid, slots.value);
  const creates = asOffers ? await readDeadlines(tx, scene, runs) : runs;
  const change =
    creates.length > 0
      ? await applyChange(tx, {
          kind: "absence_covered",
          cuts: cutsFor(scene.grid.office, creates),
          creates,
        })
      : null;
  await acceptGaps(tx, scene, gaps);
  return ok({
    id: scene.absence.id,
    status: scene.absence.status,
    changeId: change?.id ?? null,
    covers: creates.length,
    acceptedGaps: gaps.length,
  });
}

async function acceptGaps(tx: Ctx<Manager>, scene: AbsenceScene, gaps: readonly NamedGap[]): Promise<void> {
  if (gaps.length === 0) return;
  const { id: absenceId } = scene.absence;
  const { count } = await tx.db.acceptedGap.createMany({
    data: gaps.map(({ executiveId, on, part }) => ({
      absenceId,
      executiveId,
      on: dayToDate(on),
      part,
      acceptedById: tx.actor.userId,
      acceptedAt: tx.now,
    })),
    skipDuplicates: true,
  });
  if (count === 0) return;
  await audit(tx, {
    action: "absence.gaps_accepted",
    entityType: "absence",
    entityId: absenceId,
    data: { gaps },
  });
  await tellOfGaps(tx, scene, gaps);
}

/** Tells executives whose support stays open that it is being arranged, never why. */
async function tellOfGaps(
  tx: Ctx<Manager>,
  { grid }: AbsenceScene,
  gaps: readonly NamedGap[],
): Promise<void> {
  for (const { executiveId, halfDays: _, ...range } of gapRunsOf(gaps)) {
    const userId = grid.office.executives.find((executive) => executive.id === executiveId)?.userId;
    if (userId) await notify(tx, [userId], { kind: "support_changed", params: { range, assistant: null } });
  }
}
