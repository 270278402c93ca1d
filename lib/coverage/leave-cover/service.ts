import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { ABSENCE_MOVES } from "@/lib/absences/requests/rules";
import type { AbsenceStatus } from "@/lib/absences/requests/rules-statuses";
import { approveAbsence } from "@/lib/absences/requests/service";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { cutsFor } from "@/lib/coverage/demand/rules-cuts";
import { type CoverSlot, runsOf } from "@/lib/coverage/demand/rules-runs";
import { readDeadlines } from "@/lib/coverage/offers/queries-deadlines";
import { coverNotice } from "@/lib/covers/notices";
import type { NamedGap } from "@/lib/covers/rules";
import { changeCovers, lockBoard } from "@/lib/covers/service";
import { acceptGaps } from "@/lib/covers/service-gaps";
import { isRefusedBy } from "@/lib/errors";
import { refusalOfMove } from "@/lib/moves/rules";
import { lockRow } from "@/lib/moves/service";
import type { NoticeToSend } from "@/lib/notices/schema";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import {
  type AbsenceContext,
  type LedAbsence,
  readAbsenceContext,
  readBookedAbsence,
  requireLedAbsence,
  requireRightToCover,
} from "./queries-context";
import { planAbsence } from "./queries-plan";
import { gapRunsOf } from "./rules-card";
import { type CoverChoice, checkChoices } from "./rules-choices";
import type { ApproveEachInput, ApproveWithCoverInput, CoverAbsenceInput } from "./schema";

type ApproveRefusal = Extract<Awaited<ReturnType<typeof approveAbsence>>, { ok: false }>["reason"];

type CoverRefusal = "plan_outdated" | "gaps_not_accepted" | "not_possible_now" | "changed_since_read";

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
  const choices = input.covers ?? (await plannedChoices(ctx, input.id));
  return writing(ctx, async (tx) => {
    await lockAbsenceAndBoard(tx, input.id, choices);
    const approved = await approveAbsence(tx, { id: input.id, version: input.version, note: input.note });
    if (!approved.ok) return approved;
    const { status, releasedCoverIds } = approved.value;
    if (status !== "approved") return ok({ ...NOTHING_COVERED, id: input.id, status, releasedCoverIds });
    return coverLocked(tx, await requireLedAbsence(tx, input.id), input, choices, releasedCoverIds);
  });
}

export type ApprovedEach = {
  approved: string[];
  refused: { id: string; reason: CoverRefusal | ApproveRefusal }[];
};

/** Approves absences one after the other, each with the plan's cover; what would leave a gap or has changed stays as it is. */
export async function approveEachWithCover(
  ctx: Ctx<Manager>,
  { absences }: ApproveEachInput,
): Promise<Result<ApprovedEach>> {
  const done: ApprovedEach = { approved: [], refused: [] };
  for (const absence of absences) {
    const answer = await approveAbsenceWithCover(ctx, {
      ...absence,
      note: "",
      acceptedGaps: [],
      asOffers: false,
    });
    if (answer.ok) done.approved.push(absence.id);
    else done.refused.push({ id: absence.id, reason: answer.reason });
  }
  return ok(done);
}

/** Covers an absence that is approved already, such as sickness: the same rules, nothing to approve. */
export async function coverAbsence(
  ctx: Ctx<Manager>,
  input: CoverAbsenceInput,
): Promise<Result<CoveredAbsence, CoverRefusal>> {
  await requireRightToCover(ctx, input.id);
  const choices = input.covers ?? (await plannedChoices(ctx, input.id));
  return writing(ctx, async (tx) => {
    await lockAbsenceAndBoard(tx, input.id, choices);
    const absence = await requireLedAbsence(tx, input.id);
    const refusal = refusalOfMove(ABSENCE_MOVES, absence, "cover", input.version);
    return refusal ?? coverLocked(tx, absence, input, choices, []);
  });
}

/**
 * Covers an absence that a booking has just made in the transaction, by the plan's own choice unless covers are named: what
 * stays open must be named exactly, as where leave is approved.
 */
export async function coverBooking(
  tx: Ctx,
  { id, ...how }: BookingToCover,
): Promise<Result<CoveredAbsence, "plan_outdated" | "gaps_not_accepted">> {
  const absence = await readBookedAbsence(tx, id);
  const choices = how.covers ?? (await plannedFor(tx, absence));
  return writing(tx, async (inner) => {
    await lockFor(inner, absence.assistantId, choices);
    return coverLocked(inner, absence, { ...how, asOffers: false }, choices, []);
  });
}

type BookingToCover = { id: string } & Pick<CoverAbsenceInput, "covers" | "acceptedGaps">;

async function plannedChoices(ctx: Ctx<Manager>, id: string): Promise<CoverChoice[]> {
  return plannedFor(ctx, await requireLedAbsence(ctx, id));
}

async function plannedFor(ctx: Ctx, absence: LedAbsence): Promise<CoverChoice[]> {
  const context = await readAbsenceContext(ctx, absence);
  return context ? (await planAbsence(context)).covers : [];
}

/** Runs a verb in one transaction; a cover the database refuses is a plan that no longer holds. */
async function writing<C extends Ctx, T extends { ok: boolean }>(
  ctx: C,
  verb: (tx: C) => Promise<T>,
): Promise<T | ReturnType<typeof refuse<"plan_outdated">>> {
  try {
    return await inTransaction(ctx, verb);
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_")) return refuse("plan_outdated");
    throw error;
  }
}

async function lockAbsenceAndBoard(
  tx: Ctx<Manager>,
  id: string,
  choices: readonly CoverChoice[],
): Promise<void> {
  await lockRow(tx, "absences", id);
  const { assistantId } = await requireLedAbsence(tx, id);
  await lockFor(tx, assistantId, choices);
}

function lockFor(tx: Ctx, assistantId: string, choices: readonly CoverChoice[]): Promise<void> {
  return lockBoard(
    tx,
    choices.map((choice) => choice.executiveId),
    [assistantId, ...choices.map((choice) => choice.assistantId)],
  );
}

const NOTHING_COVERED = { changeId: null, covers: 0, acceptedGaps: 0 };

/** Covers an approved absence that is locked: checks the choices, writes the covers and accepts the gaps that stay. */
async function coverLocked(
  tx: Ctx,
  absence: LedAbsence,
  input: Pick<CoverAbsenceInput, "acceptedGaps" | "asOffers">,
  choices: readonly CoverChoice[],
  releasedCoverIds: string[],
): Promise<Result<CoveredAbsence, "plan_outdated" | "gaps_not_accepted">> {
  const answer = { id: absence.id, status: absence.status, releasedCoverIds };
  const context = await readAbsenceContext(tx, absence);
  if (!context) return ok({ ...NOTHING_COVERED, ...answer });
  const checked = checkChoices(context, choices, input.acceptedGaps);
  if (!checked.ok) return checked;
  const { slots, gaps } = checked.value;
  const written = await writeCovers(tx, context, slots, input.asOffers);
  await acceptNamedGaps(tx, context, gaps);
  return ok({ ...answer, ...written, acceptedGaps: gaps.length });
}

async function writeCovers(
  tx: Ctx,
  context: AbsenceContext,
  slots: readonly CoverSlot[],
  asOffers: boolean,
): Promise<{ changeId: string | null; covers: number }> {
  const runs = runsOf(context.grid, slots);
  const creates = asOffers ? await readDeadlines(tx, context, runs) : runs;
  if (creates.length === 0) return { changeId: null, covers: 0 };
  const cuts = cutsFor(context.grid.office, creates);
  const change = await changeCovers(tx, { kind: "absence_covered", cuts, creates });
  return { changeId: change.id, covers: creates.length };
}

async function acceptNamedGaps(tx: Ctx, context: AbsenceContext, gaps: readonly NamedGap[]): Promise<void> {
  const { id: absenceId } = context.absence;
  if ((await acceptGaps(tx, { absenceId }, gaps)) === 0) return;
  await audit(tx, absenceAudit("absence.gaps_accepted", absenceId, { gaps: [...gaps] }));
  await notify(tx, ...gapNotices(context, gaps));
}

/** Says to executives whose support stays open that it is being arranged, never why. */
function gapNotices({ grid }: AbsenceContext, gaps: readonly NamedGap[]): NoticeToSend[] {
  return gapRunsOf(gaps).flatMap(({ executiveId, halfDays: _, ...range }): NoticeToSend[] => {
    const userId = grid.office.executives.find((executive) => executive.id === executiveId)?.userId;
    return userId ? [coverNotice("support_changed", [userId], { range, assistant: null })] : [];
  });
}
