import "server-only";
import { inviteAccount, refusingTakenEmail, renameAccount } from "@/lib/accounts/service";
import type { Manager } from "@/lib/actor";
import { assistantAudit } from "@/lib/assistants/audit";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { type AssistantContradiction, assistantContradictionIn } from "./rules";
import type { ChangeAssistantInput, CreateAssistantInput } from "./schema";
import { changeHours } from "./service-hours";
import { replaceSkills } from "./service-skills";

type AssistantRefusal = AssistantContradiction | "unknown_duty" | "email_taken";

/** Makes an assistant; a person with an account keeps it, a new one is invited. Refuses an e-mail that is an assistant's. */
export async function createAssistant(
  ctx: Ctx<Manager>,
  input: CreateAssistantInput,
): Promise<Result<{ id: string }, AssistantRefusal>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  return refusingTakenEmail(() =>
    inTransaction(ctx, async (tx) => {
      const refusal = assistantContradictionIn(input) ?? (await refusalOfDuties(tx, input.skills));
      if (refusal) return refusal;
      const { userId } = await inviteAccount(tx, input);
      const { id, pool } = await tx.db.assistant.create({
        data: {
          ...assistantFields(input),
          userId,
          createdAt: ctx.now,
          workingPatterns: { create: input.hours },
          languages: { create: input.languages },
        },
        select: { id: true, pool: { select: { timeZone: true } } },
      });
      await replaceSkills(tx, [{ assistantId: id, skills: input.skills }], byManager(tx, pool.timeZone));
      await audit(tx, assistantAudit("assistant.created", id, auditData(input)));
      return ok({ id });
    }),
  );
}

/** Changes all of an assistant; refuses a lost update, an e-mail in use and what cannot all be true. */
export async function changeAssistant(
  ctx: Ctx<Manager>,
  input: ChangeAssistantInput,
): Promise<Result<{ id: string }, AssistantRefusal | "account_led_elsewhere" | "changed_since_read">> {
  return refusingTakenEmail(() =>
    inTransaction(ctx, async (tx) => {
      const { userId, timeZone } = await requireOwn(tx, input);
      const refusal = assistantContradictionIn(input) ?? (await refusalOfDuties(tx, input.skills));
      if (refusal) return refusal;
      const { count } = await tx.db.assistant.updateMany({
        where: { id: input.id, version: input.version },
        data: { ...assistantFields(input), version: { increment: 1 } },
      });
      if (count === 0)
        return refuseChanged(
          tx,
          { entityType: "assistant", id: input.id },
          input,
          await versionOf(tx, input.id),
        );
      const renamed = await renameAccount(tx, userId, input);
      if (!renamed.ok) return renamed;
      const today = dayIn(timeZone, tx.now);
      await changeHours(tx, [{ assistantId: input.id, hours: input.hours, from: input.hoursFrom, today }]);
      const person = { assistantId: input.id, skills: input.skills };
      await replaceSkills(tx, [person], byManager(tx, timeZone));
      await replaceLanguages(tx, input);
      await audit(tx, assistantAudit("assistant.changed", input.id, auditData(input)));
      return ok({ id: input.id });
    }),
  );
}

function versionOf({ db }: Ctx, id: string) {
  return db.assistant.findUnique({ where: { id }, select: { version: true } });
}

async function requireOwn(
  tx: Ctx<Manager>,
  { id, poolId }: ChangeAssistantInput,
): Promise<{ userId: string; timeZone: string }> {
  const row = await tx.db.assistant.findUnique({
    where: { id },
    select: { userId: true, poolId: true, pool: { select: { timeZone: true } } },
  });
  if (!row || !canManagePool(tx.actor, row.poolId)) throw new NotFoundError("assistant");
  if (!canManagePool(tx.actor, poolId)) throw new NotFoundError("pool");
  return { userId: row.userId, timeZone: row.pool.timeZone };
}

async function refusalOfDuties(
  tx: Ctx,
  skills: readonly { dutyId: string }[],
): Promise<Refusal<"unknown_duty"> | null> {
  const duty = await firstUnknownDuty(
    tx,
    skills.map((skill) => skill.dutyId),
  );
  return duty === null ? null : refuse("unknown_duty", { path: "skills", details: { duty } });
}

function byManager(tx: Ctx, timeZone: string) {
  return { source: "manager", on: dayIn(timeZone, tx.now) } as const;
}

async function replaceLanguages(
  tx: Ctx,
  { id: assistantId, languages }: ChangeAssistantInput,
): Promise<void> {
  await tx.db.assistantLanguage.deleteMany({ where: { assistantId } });
  await tx.db.assistantLanguage.createMany({ data: languages.map((spoken) => ({ ...spoken, assistantId })) });
}

function assistantFields(input: CreateAssistantInput | ChangeAssistantInput) {
  const { poolId, seniority, ftePercent, site, phone, hiredOn, leavesOn } = input;
  return {
    poolId,
    seniority,
    ftePercent,
    site,
    phone,
    hiredOn: hiredOn && dayToDate(hiredOn),
    leavesOn: leavesOn && dayToDate(leavesOn),
  };
}

function auditData(input: CreateAssistantInput | ChangeAssistantInput) {
  const { poolId, seniority, ftePercent, site, hiredOn, leavesOn } = input;
  const { hours, skills, languages } = input;
  return { poolId, seniority, ftePercent, site, hiredOn, leavesOn, hours, skills, languages };
}
