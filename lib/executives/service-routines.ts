import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { executiveAudit } from "@/lib/executives/audit";
import { refuseChanged } from "@/lib/moves/service-changes";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { listExecutiveAccess, requireKeeper } from "./queries-access";
import { canKeepExecutive, refusalOfRecurrence } from "./rules-profile";
import type {
  AddDateToKnowInput,
  AddRoutineInput,
  RemoveFromExecutiveInput,
  SetAccessTemplateInput,
} from "./schema-profile";

type Changed = { id: string; executiveId: string };
type RecurrenceRefusal = "recurs_never" | "recurs_twice" | "unknown_duty";

/** Adds what an executive does on some weekdays or on a day of each month. */
export async function addRoutine(
  ctx: Ctx<Person>,
  input: AddRoutineInput,
): Promise<Result<Changed, RecurrenceRefusal>> {
  const { executiveId } = await requireKeeper(ctx, input.executiveId);
  const refusal = refusalOfRecurrence(input);
  if (refusal) return refusal;
  if (input.dutyId && (await firstUnknownDuty(ctx, [input.dutyId])))
    return refuse("unknown_duty", { path: "dutyId", details: { duty: input.dutyId } });
  return inTransaction(ctx, async (tx) => {
    const { text, dutyId, monthDay, minute } = input;
    const weekdays = [...new Set(input.weekdays)].sort((a, b) => a - b);
    const { id } = await tx.db.recurringDuty.create({
      data: { executiveId, text, dutyId, weekdays, monthDay, minute, createdAt: ctx.now },
      select: { id: true },
    });
    await audit(
      tx,
      executiveAudit("recurring_duty.added", id, { executiveId, dutyId, weekdays, monthDay, minute }),
    );
    return ok({ id, executiveId });
  });
}

/** Adds a day to know of. */
export async function addDateToKnow(
  ctx: Ctx<Person>,
  input: AddDateToKnowInput,
): Promise<Result<Changed, "due_before_today">> {
  const { executiveId, today } = await requireKeeper(ctx, input.executiveId);
  if (input.on < today) return refuse("due_before_today", { path: "on" });
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.dateToKnow.create({
      data: { executiveId, on: dayToDate(input.on), text: input.text, createdAt: ctx.now },
      select: { id: true },
    });
    await audit(tx, executiveAudit("date_to_know.added", id, { executiveId, on: input.on }));
    return ok({ id, executiveId });
  });
}

/** Takes away a routine. */
export function removeRoutine(ctx: Ctx<Person>, input: RemoveFromExecutiveInput) {
  return remove(ctx, "routine", input);
}

/** Takes away a day to know of. */
export function removeDateToKnow(ctx: Ctx<Person>, input: RemoveFromExecutiveInput) {
  return remove(ctx, "date_to_know", input);
}

const REMOVED = {
  routine: "recurring_duty.removed",
  date_to_know: "date_to_know.removed",
} as const;

function remove(
  ctx: Ctx<Person>,
  kind: "routine" | "date_to_know",
  { id, version }: RemoveFromExecutiveInput,
): Promise<Result<Changed, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const find = { where: { id }, select: { executiveId: true, version: true } };
    const row =
      kind === "routine"
        ? await tx.db.recurringDuty.findUnique(find)
        : await tx.db.dateToKnow.findUnique(find);
    const executiveAccess = row && (await listExecutiveAccess(tx, [row.executiveId])).get(row.executiveId);
    if (!row || !executiveAccess || !canKeepExecutive(executiveAccess)) throw new NotFoundError(kind);
    const where = { id, version };
    const { count } =
      kind === "routine"
        ? await tx.db.recurringDuty.deleteMany({ where })
        : await tx.db.dateToKnow.deleteMany({ where });
    if (count === 0)
      return refuseChanged(tx, { entityType: kind, id }, { version }, { version: row.version });
    const data = { executiveId: row.executiveId };
    await audit(tx, executiveAudit(REMOVED[kind], id, data));
    return ok({ id, executiveId: row.executiveId });
  });
}

/** Says what covers of an executive are given from the next handover on; refuses the same thing twice. */
export async function setAccessTemplate(
  ctx: Ctx<Person>,
  { executiveId, items }: SetAccessTemplateInput,
): Promise<Result<{ executiveId: string }, "access_twice">> {
  await requireKeeper(ctx, executiveId);
  const names = items.map(({ kind, label }) => `${kind} ${label}`);
  if (new Set(names).size < names.length) return refuse("access_twice", { path: "items" });
  return inTransaction(ctx, async (tx) => {
    await tx.db.accessTemplateItem.deleteMany({ where: { executiveId } });
    await tx.db.accessTemplateItem.createMany({
      data: items.map((item, position) => ({ executiveId, position, ...item })),
    });
    await audit(
      tx,
      executiveAudit("access_template.set", executiveId, { kinds: items.map((item) => item.kind) }),
    );
    return ok({ executiveId });
  });
}
