import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { inChunks } from "@/lib/chunks";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { groupedBy } from "@/lib/groups";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { rangeOfWeek, scheduleNotice } from "@/lib/schedules/notices";
import { endOutdatedRequests } from "@/lib/schedules/swaps/service-ends";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { dayToDate } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { dayOfChange, type ShiftChange } from "./rules";
import { findingsWithoutReason, type PublicationPlan, planPublication } from "./rules-preview";
import type { PublicationIdInput, PublishWeekInput } from "./schema";
import { putInForce, writeOverrides } from "./service-force";

export type Told = { assistantId: string; name: string; changes: Omit<ShiftChange, "assistantId">[] };
export type PublishedWeek = {
  publicationId: string | null;
  number: number | null;
  told: Told[];
  leftOut: PublicationPlan["leftOut"];
};
export type PublishRefusal = "changed_since_read" | "reasons_missing" | "notice_reason_missing";

/**
 * Publishes a week's drafts, or those of some people or roles, and tells each person their own changes. Refuses a week that has
 * changed since it was read, and findings without a reason; drafts that no reason makes right stay drafts. With nothing to
 * publish it tells nobody.
 */
export function publishWeek(
  ctx: Ctx<Manager>,
  input: PublishWeekInput,
): Promise<Result<PublishedWeek, PublishRefusal>> {
  const { poolId, week } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const version = await lockWeek(tx, poolId, week);
    if (version !== input.version) {
      const record = { entityType: "pool", id: poolId };
      return refuseChanged(tx, record, { version: input.version }, { version });
    }
    const roster = await readRoster(tx, poolId, week);
    const plan = planPublication(roster, input, dayIn(roster.pool.timeZone, ctx.now));
    const refusal = refusalOfReasons(plan, input);
    if (refusal) return refusal;
    if (plan.drafts.length === 0)
      return ok({ publicationId: null, number: null, told: [], leftOut: plan.leftOut });
    return ok(await publish(tx, roster, plan, input));
  });
}

/** Makes others who change or publish the week wait, and says which version it is. */
async function lockWeek({ db }: Ctx<Manager>, poolId: string, week: IsoWeek): Promise<number> {
  const rows = await db.$queryRaw<{ version: number }[]>`
    SELECT version FROM schedule_weeks WHERE pool_id = ${poolId}::uuid AND week = ${week} FOR UPDATE`;
  return rows[0]?.version ?? 0;
}

function refusalOfReasons({ findings, isLate }: PublicationPlan, { overrides, reason }: PublishWeekInput) {
  const missing = findingsWithoutReason(findings, overrides);
  if (missing.length > 0) {
    const named = missing
      .slice(0, 20)
      .map(({ shiftId, rule, assistantId }) => ({ shiftId, rule, assistantId }));
    return refuse("reasons_missing", {
      path: "overrides",
      details: { count: missing.length, findings: named },
    });
  }
  return isLate && reason === "" ? refuse("notice_reason_missing", { path: "reason" }) : null;
}

async function publish(
  tx: Ctx<Manager>,
  roster: Roster,
  plan: PublicationPlan,
  { overrides, reason }: PublishWeekInput,
): Promise<PublishedWeek> {
  const { poolId, week } = { poolId: roster.pool.id, week: roster.week };
  await writeOverrides(tx, plan, overrides);
  await putInForce(tx, plan.drafts);
  await endOutdatedRequests(tx, poolId);
  await tx.db.scheduleWeek.update({
    where: { poolId_week: { poolId, week } },
    data: { version: { increment: 1 } },
  });
  const number = 1 + (await tx.db.schedulePublication.count({ where: { poolId, week } }));
  const { id } = await tx.db.schedulePublication.create({
    data: { poolId, week, number, byId: tx.actor.userId, at: tx.now, reason: plan.isLate ? reason : "" },
    select: { id: true },
  });
  const told = toldOf(roster, plan.changes);
  await writeReceipts(tx, id, plan.changes);
  await tellPeople(tx, roster, id, told);
  const days = plan.drafts.map(({ on }) => on).sort();
  const [from, to] = [days[0] ?? roster.monday, days.at(-1) ?? roster.monday];
  await audit(
    tx,
    scheduleAudit("schedule.published", id, { poolId, week, number, count: plan.drafts.length, from, to }),
  );
  return { publicationId: id, number, told, leftOut: plan.leftOut };
}

function toldOf({ people }: Roster, changes: readonly ShiftChange[]): Told[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const byPerson = groupedBy(changes, ({ assistantId }) => assistantId);
  return [...byPerson].map(([assistantId, theirs]) => ({
    assistantId,
    name: names.get(assistantId) ?? "",
    changes: theirs.map(({ assistantId: _, ...change }) => change),
  }));
}

async function writeReceipts(
  tx: Ctx<Manager>,
  publicationId: string,
  changes: readonly ShiftChange[],
): Promise<void> {
  const byPerson = groupedBy(changes, ({ assistantId }) => assistantId);
  const rows = [...byPerson].map(([assistantId, theirs]) => ({
    publicationId,
    assistantId,
    firstDay: dayToDate(theirs.map(dayOfChange).sort()[0] ?? dayOfChange(theirs[0] as ShiftChange)),
    changes: theirs.map(({ assistantId: _, ...change }) => change) as unknown as Prisma.InputJsonArray,
  }));
  await inChunks(rows, (data) => tx.db.publicationReceipt.createMany({ data }));
}

async function tellPeople(
  tx: Ctx<Manager>,
  { people, week }: Roster,
  publicationId: string,
  told: Told[],
): Promise<void> {
  const userIds = new Map(people.map(({ id, userId }) => [id, userId]));
  const range = rangeOfWeek(week);
  const tell = (amount: "one" | "several") => {
    const some = told.filter(({ changes }) => (changes.length === 1) === (amount === "one"));
    const users = some.flatMap(({ assistantId }) => userIds.get(assistantId) ?? []);
    return users.length > 0
      ? [scheduleNotice("schedule_published", users, { publicationId, range, amount })]
      : [];
  };
  await notify(tx, ...tell("one"), ...tell("several"));
}

/** Says that one has read what a publication changed; of one that told one nothing there is nothing to be found. */
export function acknowledgePublication(
  ctx: Ctx<Assistant>,
  { publicationId }: PublicationIdInput,
): Promise<Result<{ publicationId: string }>> {
  const assistantId = ctx.actor.assistant.id;
  return inTransaction(ctx, async (tx) => {
    const receipt = await tx.db.publicationReceipt.findUnique({
      where: { publicationId_assistantId: { publicationId, assistantId } },
      include: { publication: { select: { poolId: true, week: true } } },
    });
    if (!receipt) throw new NotFoundError("publication");
    const { count } = await tx.db.publicationReceipt.updateMany({
      where: { publicationId, assistantId, acknowledgedAt: null },
      data: { acknowledgedAt: ctx.now },
    });
    if (count > 0)
      await audit(
        tx,
        scheduleAudit("schedule.acknowledged", publicationId, { ...receipt.publication, assistantId }),
      );
    return ok({ publicationId });
  });
}
