import "server-only";
import { ledgerKey, listUses, loadLedgers, usesOfPerson } from "@/lib/absences/balances/queries-ledgers";
import { type Ledger, withdrawalsOf, yearOf } from "@/lib/absences/balances/rules";
import { isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { getActingFor } from "@/lib/absences/deciders/queries";
import { listLeavePeople } from "@/lib/absences/deciders/queries-people";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { lockBoard } from "@/lib/covers/service";
import { groupedBy } from "@/lib/groups";
import { type Refusal, refuse } from "@/lib/result";
import { doOverlap, type Stretch, wholeHalves, withoutStretch } from "@/lib/time/stretch";
import {
  type GapsOpenedInTurn,
  type LeaveDraft,
  type LeaveRefusal,
  refusalOfDays,
  refusalOfNoWork,
  refusalOfTerms,
  refusalOfWithdrawals,
  refusalOfYears,
} from "./queries-checks";
import { listHardBlackouts, refusalsOfGroups } from "./queries-sets-pools";
import { isApprovedAbsence } from "./rules";
import type { AbsenceStatus } from "./rules-statuses";
import { refusalOfLength } from "./rules-stretch";

/** Leave that a file brings: new, or what is known of it as the file has it now. */
export type FileLeave = {
  assistantId: string;
  type: string;
  stretch: Stretch;
  status: "requested" | "approved";
  known: { id: string; type: string; stretch: Stretch; status: AbsenceStatus } | null;
};

const DECISIONS = ["own_absence", "not_the_decider", "second_decision_due", "gaps_not_accepted"] as const;
/** Why one person or two are to decide on leave, where a file would have it approved. */
export type DecisionDue = (typeof DECISIONS)[number];
export type FileLeaveRefusal = LeaveRefusal | DecisionDue | "absence_too_long" | "unknown_leave_type";

declare const CHECKED: unique symbol;

/** Leave of a file that keeps the rules; `due` says why it comes in as requested. Only `checkLeave` makes it. */
export type CheckedLeave = FileLeave & {
  due: DecisionDue | null;
  /** True where all it adds are days and hours of which none is worked. */
  isIdle: boolean;
  readonly [CHECKED]: true;
};

export type LeaveVerdict = { ok: true; value: CheckedLeave } | Refusal<FileLeaveRefusal>;

export type LeaveOptions = { asRequested: boolean; isDryRun: boolean };

/** A leave of the file under check, and the time it adds to what is known of it. */
type Draft = LeaveDraft & { leave: FileLeave; added: Stretch[]; isDecided: boolean; isReported: boolean };
type Refusals = Map<FileLeave, Refusal<FileLeaveRefusal>>;

/**
 * Holds the leave of a file against the rules that hold for every door, in sets: each beside those before it. What would be
 * approved and needs a decision is refused, or comes in as requested where that is asked for and it isn't approved yet.
 */
export async function checkLeave(
  ctx: Ctx<Manager>,
  leave: readonly FileLeave[],
  { gapsOpened, asRequested, isDryRun }: { gapsOpened: GapsOpenedInTurn } & LeaveOptions,
): Promise<LeaveVerdict[]> {
  if (!isDryRun) await lockBoard(ctx, [], [...new Set(leave.map(({ assistantId }) => assistantId))]);
  const refusals: Refusals = new Map();
  const drafts = (await draftsOf(ctx, leave, refusals)).filter(({ added }) => added.length > 0);
  const sound = () => drafts.filter((draft) => !refusals.has(draft.leave));
  for (const draft of drafts) keep(refusals, draft, refusalOfLength(draft.stretch) ?? refusalOfTerms(draft));
  await refuseBlackouts(ctx, sound(), refusals);
  await refuseLimits(ctx, sound(), refusals);
  await refuseBalances(ctx, sound(), refusals);
  await refuseUndecided(ctx, sound(), refusals, gapsOpened);
  const approved = sound().filter(isDecision);
  for (const [draft, refusal] of await refusalsOfGroups(ctx, approved)) keep(refusals, draft, refusal);
  const idle = new Set(drafts.filter((draft) => refusalOfNoWork(draft) !== null).map((draft) => draft.leave));
  return leave.map((one) => verdictOn({ ...one, isIdle: idle.has(one) }, refusals.get(one), asRequested));
}

/** True for a refusal that a decision would lift. */
export function isDecisionDue(reason: FileLeaveRefusal): reason is DecisionDue {
  return DECISIONS.some((due) => due === reason);
}

/** Why approved leave of some assistants can't be cancelled by this manager: it is their own, or others decide on it. */
export async function refusalsOfEnding(
  ctx: Ctx<Manager>,
  assistantIds: readonly string[],
): Promise<Map<string, Refusal<"own_absence" | "not_the_decider">>> {
  const actingFor = await getActingFor(ctx);
  const people = await listLeavePeople(ctx, assistantIds);
  const refusals = new Map<string, Refusal<"own_absence" | "not_the_decider">>();
  for (const { id, owner } of people) {
    if (isOwnAbsence(ctx.actor, owner)) refusals.set(id, refuse("own_absence", { path: "status" }));
    else if (!placeToDecide(actingFor, owner))
      refusals.set(id, refuse("not_the_decider", { path: "status" }));
  }
  return refusals;
}

function verdictOn(
  leave: FileLeave & { isIdle: boolean },
  refusal: Refusal<FileLeaveRefusal> | undefined,
  asRequested: boolean,
): LeaveVerdict {
  if (!refusal) return { ok: true, value: { ...leave, due: null } as CheckedLeave };
  const mayBeAsked = asRequested && !(leave.known && isApprovedAbsence(leave.known.status));
  if (!isDecisionDue(refusal.reason) || !mayBeAsked) return refusal;
  return { ok: true, value: { ...leave, status: "requested", due: refusal.reason } as CheckedLeave };
}

async function draftsOf(ctx: Ctx, leave: readonly FileLeave[], refusals: Refusals): Promise<Draft[]> {
  const types = new Map((await listLeaveTypes(ctx)).map((type) => [type.id, type]));
  const ids = [...new Set(leave.map(({ assistantId }) => assistantId))];
  const people = new Map((await listLeavePeople(ctx, ids)).map((person) => [person.id, person]));
  const isReported = (id: string) => types.get(id)?.approval === "reported";
  return leave.flatMap((one) => {
    const { known, status, stretch } = one;
    const [type, person] = [types.get(one.type), people.get(one.assistantId)];
    const isSameType = known?.type === one.type;
    if (!type || !person) refusals.set(one, refuse("unknown_leave_type", { path: "type" }));
    else if (type.isRetired && !isSameType) refusals.set(one, refuse("leave_type_retired", { path: "type" }));
    if (!type || !person || refusals.has(one)) return [];
    const isDecided = known !== null && isApprovedAbsence(known.status) && !isReported(known.type);
    const isLess =
      known !== null && isSameType && (isDecided || status !== "approved" || isReported(one.type));
    const added = isLess ? withoutStretch(stretch, known.stretch) : [stretch];
    return [{ person, type, stretch, leave: one, added, isDecided, isReported: isReported(one.type) }];
  });
}

function keep(refusals: Refusals, { leave }: Draft, refusal: Refusal<FileLeaveRefusal> | null): void {
  if (refusal && !refusals.has(leave)) refusals.set(leave, refusal);
}

async function refuseBlackouts(ctx: Ctx, drafts: readonly Draft[], refusals: Refusals): Promise<void> {
  const leave = drafts.filter(({ isReported }) => !isReported);
  const blackouts = await listHardBlackouts(ctx, [...new Set(leave.map(({ person }) => person.pool.id))]);
  if (blackouts.length === 0) return;
  for (const draft of leave) {
    const hard = blackouts.find(({ poolId, from, to }) => {
      const days = wholeHalves({ from, fromPart: "am", to, toPart: "pm" });
      return poolId === draft.person.pool.id && draft.added.some((piece) => doOverlap(piece, days));
    });
    if (hard) keep(refusals, draft, refusalOfDays(hard));
  }
}

async function refuseLimits(ctx: Ctx, drafts: readonly Draft[], refusals: Refusals): Promise<void> {
  const limited = drafts.filter(({ type }) => type.yearlyLimit !== null);
  if (limited.length === 0) return;
  const uses = await listUses(ctx, peopleOf(limited), typesOf(limited), {
    year: firstYearIn(limited),
    except: knownIn(drafts),
  });
  const before = groupedBy(uses, (row) => ledgerKey(row.assistantId, row.leaveTypeId));
  for (const [key, ofOne] of groupedBy(limited, keyOf)) {
    let taken = (before.get(key) ?? []).flatMap((row) => row.uses);
    for (const draft of ofOne) {
      const refusal = refusalOfYears(draft, taken);
      if (refusal) keep(refusals, draft, refusal);
      else taken = [...taken, ...usesIn(draft)];
    }
  }
}

async function refuseBalances(ctx: Ctx, drafts: readonly Draft[], refusals: Refusals): Promise<void> {
  const counted = drafts.filter(
    ({ type, isReported }) => type.countsAgainstAllowance && !type.canGoNegative && !isReported,
  );
  if (counted.length === 0) return;
  const ledgers = await loadLedgers(ctx, peopleOf(counted), typesOf(counted), {
    year: firstYearIn(counted),
    except: knownIn(drafts),
  });
  for (const [key, ofOne] of groupedBy(counted, keyOf)) {
    const ledger = ledgers.get(key);
    if (ledger) refuseOverdrawn(ledger, ofOne, refusals);
  }
}

/** One by one only where there is too little for all: most files leave every balance above zero. */
function refuseOverdrawn(ledger: Ledger, drafts: readonly Draft[], refusals: Refusals): void {
  const shortOf = (from: Ledger, some: readonly Draft[]) =>
    some[0] ? refusalOfWithdrawals(some[0].type, withdrawalsOf(from, some.flatMap(usesIn))) : null;
  if (!shortOf(ledger, drafts)) return;
  let left = ledger;
  for (const draft of drafts) {
    const refusal = shortOf(left, [draft]);
    if (refusal) keep(refusals, draft, refusal);
    else left = { ...left, requested: [...left.requested, ...usesIn(draft)] };
  }
}

/** Approval of one's own leave, of what others decide on, of what two decide on, and of what opens gaps. */
async function refuseUndecided(
  ctx: Ctx<Manager>,
  drafts: readonly Draft[],
  refusals: Refusals,
  gapsOpened: GapsOpenedInTurn,
): Promise<void> {
  const actingFor = await getActingFor(ctx);
  const decisions = drafts.filter(isDecision);
  for (const draft of decisions) {
    const { leave, person } = draft;
    const path = { path: "status" };
    if (isOwnAbsence(ctx.actor, leave)) keep(refusals, draft, refuse("own_absence", path));
    else if (!placeToDecide(actingFor, person.owner)) keep(refusals, draft, refuse("not_the_decider", path));
    else if (person.stages === 2) keep(refusals, draft, refuse("second_decision_due", path));
  }
  const asked = decisions.filter(({ leave }) => !refusals.has(leave));
  const reported = drafts.filter(({ isReported }) => isReported);
  const away = [...reported, ...asked].map(
    ({ leave: { known, assistantId, stretch }, isReported, isDecided }) => ({
      assistantId,
      stretch,
      isReported,
      instead: known ? { id: known.id, isDecided } : undefined,
    }),
  );
  const opened = await gapsOpened(ctx, away);
  asked.forEach((draft, place) => {
    const gaps = opened[reported.length + place] ?? [];
    if (gaps.length > 0)
      keep(refusals, draft, refuse("gaps_not_accepted", { path: "status", details: { count: gaps.length } }));
  });
}

function isDecision({ leave, isReported }: Draft): boolean {
  return leave.status === "approved" && !isReported;
}

function firstYearIn(drafts: readonly Draft[]): number {
  return Math.min(...drafts.map(({ stretch }) => yearOf(stretch.from)));
}

function usesIn({ person, stretch, type }: Draft) {
  return usesOfPerson(person, stretch, type.measure);
}

function keyOf({ person, type }: Draft): string {
  return ledgerKey(person.id, type.id);
}

function peopleOf(drafts: readonly Draft[]) {
  return [...new Set(drafts.map(({ person }) => person))];
}

function typesOf(drafts: readonly Draft[]) {
  return [...new Set(drafts.map(({ type }) => type))];
}

function knownIn(drafts: readonly Draft[]): Set<string> {
  return new Set(drafts.flatMap(({ leave }) => leave.known?.id ?? []));
}
