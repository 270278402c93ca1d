import "server-only";
import { inviteAccount, refusingTakenEmail, renameAccount } from "@/lib/accounts/service";
import type { Manager } from "@/lib/actor";
import { columnsOfHours, datedHoursOf, PATTERN_COLUMNS } from "@/lib/assistants/queries-hours";
import { changedHours } from "@/lib/assistants/rules";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { executiveAudit } from "@/lib/executives/audit";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { type ExecutiveContradiction, executiveContradictionIn } from "./rules";
import type { ChangeExecutiveInput, CreateExecutiveInput } from "./schema";

type ExecutiveRefusal = ExecutiveContradiction | "unknown_duty" | "email_taken";

/** Makes an executive; a person with an account keeps it, a new one is invited. Refuses an e-mail that is an executive's. */
export async function createExecutive(
  ctx: Ctx<Manager>,
  input: CreateExecutiveInput,
): Promise<Result<{ id: string }, ExecutiveRefusal>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  return refusingTakenEmail(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = executiveContradictionIn(input) ?? (await refusalOfDuties(tx, input.duties));
      if (refusal) return refusal;
      const { userId } = await inviteAccount(tx, input);
      const { id } = await tx.db.executive.create({
        data: {
          ...executiveFields(input),
          userId,
          createdAt: ctx.now,
          supportHours: { create: input.supportHours },
          dutyRequirements: { create: input.duties },
          languages: { create: input.languages },
        },
        select: { id: true },
      });
      await audit(tx, executiveAudit("executive.created", id, auditData(input)));
      return ok({ id });
    }),
  );
}

/** Changes all of an executive; refuses a lost update, an e-mail in use and what cannot all be true. */
export async function changeExecutive(
  ctx: Ctx<Manager>,
  input: ChangeExecutiveInput,
): Promise<Result<{ id: string }, ExecutiveRefusal | "account_led_elsewhere" | "changed_since_read">> {
  return refusingTakenEmail(() =>
    inTransaction(ctx, async (tx) => {
      const { userId, today } = await requireOwn(tx, input);
      const refusal = executiveContradictionIn(input) ?? (await refusalOfDuties(tx, input.duties));
      if (refusal) return refusal;
      const { count } = await tx.db.executive.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...executiveFields(input), version: { increment: 1 } },
      });
      if (count === 0)
        return refuseChanged(
          tx,
          { entityType: "executive", id: input.id },
          input,
          await versionOf(tx, input.id),
        );
      const renamed = await renameAccount(tx, userId, input);
      if (!renamed.ok) return renamed;
      await replaceNeeds(tx, input, today);
      await audit(tx, executiveAudit("executive.changed", input.id, auditData(input)));
      return ok({ id: input.id });
    }),
  );
}

function versionOf({ db }: Ctx, id: string) {
  return db.executive.findUnique({ where: { id }, select: { version: true } });
}

async function requireOwn(
  tx: Ctx<Manager>,
  { id, poolId }: ChangeExecutiveInput,
): Promise<{ userId: string; today: Day }> {
  const row = await tx.db.executive.findUnique({
    where: { id },
    select: { userId: true, poolId: true, pool: { select: { timeZone: true } } },
  });
  if (!row || !canManagePool(tx.actor, row.poolId)) throw new NotFoundError("executive");
  if (!canManagePool(tx.actor, poolId)) throw new NotFoundError("pool");
  return { userId: row.userId, today: dayIn(row.pool.timeZone, tx.now) };
}

async function refusalOfDuties(
  tx: Ctx,
  duties: readonly { dutyId: string }[],
): Promise<Refusal<"unknown_duty"> | null> {
  const duty = await firstUnknownDuty(
    tx,
    duties.map((required) => required.dutyId),
  );
  return duty === null ? null : refuse("unknown_duty", { path: "duties", details: { duty } });
}

async function replaceNeeds(
  tx: Ctx,
  { id: executiveId, supportHours: hours, supportHoursFrom: from, duties, languages }: ChangeExecutiveInput,
  today: Day,
): Promise<void> {
  const where = { executiveId };
  const rows = await tx.db.supportHours.findMany({ where, select: PATTERN_COLUMNS });
  const changed = changedHours(datedHoursOf(rows), { hours, from, today });
  await tx.db.supportHours.deleteMany({ where });
  await tx.db.supportHours.createMany({
    data: changed.map((one) => ({ ...columnsOfHours(one), executiveId })),
  });
  await tx.db.dutyRequirement.deleteMany({ where });
  await tx.db.dutyRequirement.createMany({ data: duties.map((required) => ({ ...required, executiveId })) });
  await tx.db.executiveLanguage.deleteMany({ where });
  await tx.db.executiveLanguage.createMany({
    data: languages.map((required) => ({ ...required, executiveId })),
  });
}

function executiveFields(input: CreateExecutiveInput | ChangeExecutiveInput) {
  const { poolId, title, department, tier, site, phone, onsite, leavesOn } = input;
  return { poolId, title, department, tier, site, phone, onsite, leavesOn: leavesOn && dayToDate(leavesOn) };
}

function auditData(input: CreateExecutiveInput | ChangeExecutiveInput) {
  const { poolId, title, department, tier, site, onsite, leavesOn } = input;
  const { supportHours, duties, languages } = input;
  return {
    poolId,
    title,
    department,
    tier,
    site,
    onsite,
    leavesOn,
    supportHours,
    duties,
    languages,
  };
}
