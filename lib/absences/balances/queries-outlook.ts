import "server-only";
import { canSeeAbsence, isOwnAbsence } from "@/lib/absences/deciders/policy";
import { getActingFor } from "@/lib/absences/deciders/queries";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import {
  blackoutsIn,
  crowdedGroups,
  type LeaveDraft,
  withdrawalsFor,
} from "@/lib/absences/requests/queries-checks";
import { getClash } from "@/lib/absences/requests/queries-overlap";
import { writtenAmount } from "@/lib/absences/requests/rules";
import { BOOKED_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { type LeaveStretchRefusal, leaveStretchOf } from "@/lib/absences/requests/rules-stretch";
import { listLeaveTypes, requireLeaveType } from "@/lib/absences/settings/queries";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError, WrongRoleError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate, laterDay } from "@/lib/time/day";
import { doOverlap } from "@/lib/time/stretch";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import { ledgerKey, loadLedgers, touching, usesOfPerson } from "./queries-ledgers";
import { type Ledger, wholeOn, yearOf } from "./rules";
import type { LeaveOutlook, PreviewLeaveInput } from "./schema";

const MOST_NAMES = 100;

/** What leave would take and what stands in its way, before it is asked for. */
export async function previewLeave(
  ctx: Ctx<Person>,
  input: PreviewLeaveInput,
): Promise<Result<LeaveOutlook, LeaveStretchRefusal | "unknown_leave_type">> {
  const assistantId = input.assistantId ?? ctx.actor.assistant?.id;
  if (!assistantId) throw new WrongRoleError();
  const person = await requireLeavePerson(ctx, assistantId);
  if (!canSeeAbsence(ctx.actor, person.owner, await getActingFor(ctx))) throw new NotFoundError("assistant");
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === input.type);
  if (!type) return refuse("unknown_leave_type", { path: "type" });
  const stretch = leaveStretchOf(input);
  if (!stretch.ok) return stretch;
  return ok(await outlookOf(ctx, { person, type, stretch: stretch.value }));
}

/** What is to be known of an absence before it is decided: its balance, who else is away, what stands in its way. */
export async function requireAbsenceOutlook(ctx: Ctx<Person>, id: string): Promise<LeaveOutlook> {
  const row = await ctx.db.absence.findUnique({ where: { id } });
  if (!row) throw new NotFoundError("absence");
  const person = await requireLeavePerson(ctx, row.assistantId);
  if (!canSeeAbsence(ctx.actor, person.owner, await getActingFor(ctx))) throw new NotFoundError("absence");
  const type = await requireLeaveType(ctx, row.leaveTypeId);
  return outlookOf(ctx, { person, type, stretch: stretchOfColumns(row), exceptId: id });
}

async function outlookOf(ctx: Ctx<Person>, draft: LeaveDraft): Promise<LeaveOutlook> {
  const { person, type, stretch } = draft;
  const { measure } = type;
  const withdrawals = (await withdrawalsFor(ctx, draft)) ?? [];
  const ledgers =
    withdrawals.length > 0
      ? await loadLedgers(ctx, [person], [type], { year: yearOf(stretch.from) })
      : new Map<string, Ledger>();
  const ledger = ledgers.get(ledgerKey(person.id, type.id));
  const uses = usesOfPerson(person, stretch, measure);
  const others = await othersAway(ctx, draft);
  const isOwn = isOwnAbsence(ctx.actor, { assistantId: person.id });
  return {
    type: type.id,
    measure,
    amount: writtenAmount(
      uses.reduce((sum, use) => sum + use.amount, 0),
      measure,
    ),
    withdrawals: withdrawals.map(({ year, amount, before, after }) => ({
      year,
      amount: writtenAmount(amount, measure),
      before: writtenAmount(before, measure),
      after: writtenAmount(after, measure),
      whole: writtenAmount(
        ledger ? wholeOn(ledger, laterDay(stretch.from, `${year}-01-01` as Day)) : 0,
        measure,
      ),
    })),
    isOverdrawn: withdrawals.some((one) => one.after < 0) && !type.canGoNegative,
    clash: await getClash(ctx, draft),
    blackouts: await blackoutsIn(ctx, person.pool.id, stretch),
    crowdedGroups: await crowdedGroups(ctx, draft),
    awayCount: new Set(others.map((other) => other.assistantId)).size,
    poolSize: await poolSize(ctx, draft),
    away: isOwn ? null : others.slice(0, MOST_NAMES).map(({ assistantId: _, ...other }) => other),
  };
}

async function othersAway(ctx: Ctx, { person, stretch }: LeaveDraft) {
  const rows = await ctx.db.absence.findMany({
    where: {
      assistantId: { not: person.id },
      assistant: { poolId: person.pool.id },
      status: { in: [...BOOKED_STATUSES] },
      ...touching(stretch),
    },
    include: { assistant: { select: { user: { select: { name: true } } } } },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return rows
    .map((row) => ({ assistantId: row.assistantId, name: row.assistant.user.name, ...stretchOfColumns(row) }))
    .filter((other) => doOverlap(other, stretch));
}

function poolSize(ctx: Ctx, { person, stretch }: LeaveDraft): Promise<number> {
  return ctx.db.assistant.count({
    where: {
      poolId: person.pool.id,
      AND: [
        { OR: [{ leavesOn: null }, { leavesOn: { gte: dayToDate(stretch.from) } }] },
        { OR: [{ hiredOn: null }, { hiredOn: { lte: dayToDate(stretch.to) } }] },
      ],
    },
  });
}
