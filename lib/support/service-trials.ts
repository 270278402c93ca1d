import "server-only";
import { z } from "zod";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate, earlierDay, laterDay } from "@/lib/time/day";
import { DayInput } from "@/lib/time/inputs";
import { Prisma } from "@/prisma/generated/client/client";
import { supportAudit } from "./audit";
import { SUPPORT_ROLES } from "./schema";

type Pair = { executiveId: string; assistantId: string };
type Term = { from: Day; to: Day };

const FormerSupport = z.object({
  assistantId: z.uuid(),
  role: z.enum(SUPPORT_ROLES),
  rank: z.number().int(),
  dutyIds: z.array(z.string()),
  from: DayInput,
  to: DayInput.nullable(),
});
type FormerSupport = z.infer<typeof FormerSupport>;

/** What a trial made of support: the rows it wrote, and what stood there before. */
export const TrialSupport = z.object({ written: z.array(z.uuid()), former: z.array(FormerSupport) });
export type TrialSupport = z.infer<typeof TrialSupport>;

// Told of all together, so that one takes over from another within a transaction.
const RULES = "support_assignments_one_primary, support_assignments_named_once, support_assignments_by_duty";

/**
 * Makes somebody an executive's primary for some weeks: whoever is primary backs them up meanwhile and is primary again from the
 * day after. Refused by the database where it clashes.
 */
export async function beginTrialSupport(tx: Ctx, pair: Pair, term: Term): Promise<TrialSupport> {
  await defer(tx);
  const former = await cutFormerSupport(tx, pair, term);
  const written = await writeTrial(tx, pair, { former, from: term.from, end: term.to });
  await settle(tx);
  return { written, former };
}

/**
 * Writes a trial's support anew for another end than was agreed on: what was before stands again from the day after. Without an end it goes on
 * until further notice, and whoever was primary before stays as a backup.
 */
export async function rewriteTrialSupport(
  tx: Ctx,
  pair: Pair,
  { written, former }: TrialSupport,
  { from, end }: { from: Day; end: Day | null },
): Promise<TrialSupport> {
  await defer(tx);
  await removeWritten(tx, pair.executiveId, written);
  const rows = await writeTrial(tx, pair, { from, former, end });
  await settle(tx);
  return { written: rows, former };
}

async function defer(tx: Ctx) {
  await tx.db.$executeRaw`SET CONSTRAINTS ${Prisma.raw(RULES)} DEFERRED`;
}

async function settle(tx: Ctx) {
  await tx.db.$executeRaw`SET CONSTRAINTS ${Prisma.raw(RULES)} IMMEDIATE`;
}

/** Ends, the day before a trial, who is primary in its days and what else the one on trial does there; tells what it was. */
async function cutFormerSupport(tx: Ctx, { executiveId, assistantId }: Pair, { from, to }: Term) {
  const rows = await tx.db.supportAssignment.findMany({
    where: {
      executiveId,
      fromOn: { lte: dayToDate(to) },
      AND: [
        { OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] },
        { OR: [{ role: "primary" }, { assistantId }] },
      ],
    },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  const former: FormerSupport[] = [];
  for (const { id, fromOn, toOn, assistantId: who, role, rank, dutyIds } of rows) {
    const term = { from: dayOfColumn(fromOn), to: toOn && dayOfColumn(toOn) };
    former.push({ assistantId: who, role, rank, dutyIds, ...term, from: laterDay(term.from, from) });
    if (term.from >= from) {
      await tx.db.supportAssignment.delete({ where: { id }, select: { id: true } });
      await audit(tx, supportAudit("support.removed", id, { executiveId, assistantId: who }));
      continue;
    }
    const last = addDays(from, -1);
    const data = { toOn: dayToDate(last), version: { increment: 1 } };
    await tx.db.supportAssignment.update({ where: { id }, data, select: { id: true } });
    const facts = { executiveId, assistantId: who, dutyIds, role, rank, from: term.from, to: last };
    await audit(tx, supportAudit("support.changed", id, facts));
  }
  return former;
}

async function removeWritten(tx: Ctx, executiveId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx.db.supportAssignment.findMany({
    where: { id: { in: [...ids] }, executiveId },
    select: { id: true, assistantId: true },
  });
  await tx.db.supportAssignment.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  for (const { id, assistantId } of rows)
    await audit(tx, supportAudit("support.removed", id, { executiveId, assistantId }));
}

type Trial = { from: Day; end: Day | null; former: readonly FormerSupport[] };

/** The one on trial as primary until its end, who was primary as backup meanwhile, and what was before from the day after. */
async function writeTrial(tx: Ctx, { executiveId, assistantId }: Pair, { from, end, former }: Trial) {
  const all = { role: "primary" as const, rank: 1, dutyIds: [] };
  const rows: FormerSupport[] = [{ assistantId, ...all, from, to: end }];
  for (const one of former) {
    const isPrimary = one.role === "primary" && one.assistantId !== assistantId;
    if (isPrimary)
      rows.push({ ...one, role: "backup", rank: 1, to: end && one.to ? earlierDay(one.to, end) : end });
    if (end !== null) rows.push({ ...one, from: laterDay(one.from, addDays(end, 1)) });
  }
  const ids: string[] = [];
  for (const { from: first, to, ...row } of rows) {
    if (to !== null && to < first) continue;
    const { id } = await tx.db.supportAssignment.create({
      data: { executiveId, ...row, fromOn: dayToDate(first), toOn: to && dayToDate(to), createdAt: tx.now },
      select: { id: true },
    });
    ids.push(id);
    await audit(tx, supportAudit("support.created", id, { executiveId, ...row, from: first, to }));
  }
  return ids;
}
