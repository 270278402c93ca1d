import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { coversDuring } from "@/lib/covers/queries";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { findingsWithoutReason } from "@/lib/schedules/publishing/rules-preview";
import { writeOverrides } from "@/lib/schedules/publishing/service-force";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { type DraftRefusal, lockWeeks } from "@/lib/schedules/week/service-drafts";
import { requireShiftRequest, type ShiftRequestFacts } from "./queries";
import { handOnsOfRequest, readFindingsOfHandOns } from "./queries-check";
import { handedOn, SHIFT_REQUEST_MOVES, type ShiftHandOn } from "./rules";
import type { ApproveShiftRequestInput, DenyShiftRequestInput } from "./schema";
import { entryOfRequest, tellOfApproval, tellOfEnd } from "./service-records";

type Decided = { id: string; status: ShiftRequestFacts["status"] };
export type ApprovalRefusal =
  | MoveRefusal
  | DraftRefusal
  | "reasons_missing"
  | "shift_request_outdated"
  | "shift_change_waiting"
  | "assistant_missing";

async function requireOwn(tx: Ctx<Manager>, id: string): Promise<ShiftRequestFacts> {
  const request = await requireShiftRequest(tx, id);
  if (!canManagePool(tx.actor, request.poolId)) throw new NotFoundError("shift request");
  return request;
}

/**
 * Approves a request: the shift goes to whoever accepted, both of a swap in one step. Refuses where a shift has changed since it
 * was asked about, a change of it waits to be published, no reason makes it right, or one is missing.
 */
export function approveShiftRequest(
  ctx: Ctx<Manager>,
  { id, version, assistantId, overrides }: ApproveShiftRequestInput,
): Promise<Result<Decided, ApprovalRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const known = await requireOwn(tx, id);
    await lockWeeks(tx, known.poolId, daysOf(known));
    return approve(tx, { id, version, assistantId, overrides });
  });
}

/** True where a shift may go to somebody without a manager's word: no rule breaks, no change of it waits, and they cover nobody then. */
export async function mayGoAtOnce(
  tx: Ctx<Person>,
  shift: PlannedShift,
  takerId: string,
  findings: readonly Finding[],
): Promise<boolean> {
  if (findings.some((finding) => finding.kind === "override")) return false;
  return !(await hasWaitingChange(tx, [shift])) && !(await coversDuring(tx.db, takerId, shift));
}

async function hasWaitingChange(tx: Ctx<Person>, shifts: readonly { id: string }[]): Promise<boolean> {
  return (await tx.db.shift.count({ where: { supersedesId: { in: shifts.map(({ id }) => id) } } })) > 0;
}

/** Gives an open shift to the first who takes it, within the transaction of their offer or answer. */
export async function approveLocked(tx: Ctx<Person>, id: string, assistantId: string): Promise<void> {
  const known = await requireShiftRequest(tx, id);
  await lockWeeks(tx, known.poolId, daysOf(known));
  const approved = await approve(tx, { id, version: known.version, assistantId, overrides: [] });
  if (!approved.ok) throw new Error(`the first taker was refused: ${approved.reason}`);
}

function daysOf({ shift, withShift }: ShiftRequestFacts) {
  return withShift ? [shift.on, withShift.on] : [shift.on];
}

function approve(
  tx: Ctx<Person>,
  { id, version, assistantId, overrides }: ApproveShiftRequestInput,
): Promise<Result<Decided, ApprovalRefusal>> {
  return move(tx, SHIFT_REQUEST_MOVES, {
    ...{ id, version, move: "approve" },
    read: async () => ok(await requireShiftRequest(tx, id)),
    write: async (request, next) => {
      if (request.isOutdated) return refuse("shift_request_outdated");
      const offers = request.answers.filter(({ answer }) => answer === "accepted");
      const isUndecided = request.kind === "take" && offers.length > 1;
      const handOns = isUndecided && !assistantId ? null : handOnsOfRequest(request, assistantId);
      const takerId = handOns?.[0]?.toId;
      if (!handOns || !takerId) return refuse("assistant_missing", { path: "assistantId" });
      const refusal = await handOn(tx, request.poolId, handOns, overrides);
      if (refusal) return refusal;
      await tx.db.shiftRequest.update({
        where: { id },
        data: { ...next, takerId, endedAt: tx.now, endedById: tx.actor.userId },
      });
      return ok({
        value: { id, status: next.status },
        audit: entryOfRequest("shift_request.approved", request, takerId),
        tell: () => tellOfApproval(tx, request, takerId),
      });
    },
  });
}

async function handOn(
  tx: Ctx<Person>,
  poolId: string,
  handOns: readonly ShiftHandOn[],
  overrides: ApproveShiftRequestInput["overrides"],
) {
  const shifts = handOns.map(({ shift }) => shift);
  if (await hasWaitingChange(tx, shifts)) return refuse("shift_change_waiting");
  const { findings, refusal } = await readFindingsOfHandOns(tx, poolId, handOns);
  if (refusal) return refusal;
  const missing = findingsWithoutReason(findings, overrides);
  if (missing.length > 0) {
    const named = missing.map(({ shiftId, rule, assistantId }) => ({ shiftId, rule, assistantId }));
    return refuse("reasons_missing", {
      path: "overrides",
      details: { count: missing.length, findings: named },
    });
  }
  await writeOverrides(tx, { findings, drafts: handedOn(handOns) }, overrides);
  await tx.db.$executeRaw`SET CONSTRAINTS shifts_no_overlap DEFERRED`;
  const rows = JSON.stringify(handOns.map(({ shift, toId }) => ({ id: shift.id, toId })));
  await tx.db.$executeRaw`
    UPDATE shifts SET assistant_id = h."toId", version = shifts.version + 1
    FROM jsonb_to_recordset(${rows}::jsonb) AS h(id uuid, "toId" uuid) WHERE shifts.id = h.id`;
  return null;
}

/** Denies a request, with a word to those whom it concerns; everybody keeps their shifts. */
export function denyShiftRequest(
  ctx: Ctx<Manager>,
  { id, version, note }: DenyShiftRequestInput,
): Promise<Result<Decided, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    move(tx, SHIFT_REQUEST_MOVES, {
      ...{ id, version, move: "deny" },
      read: async () => ok(await requireOwn(tx, id)),
      write: async (request, next) => {
        const end = { endedAt: tx.now, endedById: tx.actor.userId };
        await tx.db.shiftRequest.update({ where: { id }, data: { ...next, ...end, note } });
        return ok({
          value: { id, status: next.status },
          audit: entryOfRequest("shift_request.denied", request, request.owner?.id ?? null),
          tell: () => tellOfEnd(tx, request, "denied"),
        });
      },
    }),
  );
}
