import "server-only";
import type { Ctx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import type { RefusalReason } from "@/lib/refusals";
import { type Refusal, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { sharedDuties, type Term } from "./rules";
import type { SupportRole } from "./schema";

export type SupportClash = "primary_overlaps" | "named_twice";

type Wanted = Term & {
  id: string | null;
  executiveId: string;
  assistantId: string;
  role: SupportRole;
  dutyIds: readonly string[];
};

/** Refuses support that clashes with what is there for the same duties, and says with whose, for which and when. */
export async function refusalOfClash(ctx: Ctx, wanted: Wanted): Promise<Refusal<SupportClash> | null> {
  const sharingDays: Prisma.SupportAssignmentWhereInput = {
    id: wanted.id ? { not: wanted.id } : undefined,
    executiveId: wanted.executiveId,
    fromOn: wanted.to ? { lte: dayToDate(wanted.to) } : undefined,
    OR: [{ toOn: null }, { toOn: { gte: dayToDate(wanted.from) } }],
    AND: wanted.dutyIds.length > 0 ? [sharingDuties(wanted.dutyIds)] : [],
  };
  const twice = await firstOf(ctx, wanted, { ...sharingDays, assistantId: wanted.assistantId });
  if (twice) return refuse("named_twice", { path: "assistantId", details: twice });
  if (wanted.role !== "primary") return null;
  const primary = await firstOf(ctx, wanted, { ...sharingDays, role: "primary" });
  return primary && refuse("primary_overlaps", { path: "role", details: primary });
}

/** Refuses a pair that is kept apart on some day of the support; what there is already may run out. */
export async function refusalOfPair(
  ctx: Ctx,
  { executiveId, assistantId, from }: Wanted,
): Promise<Refusal<"not_available_for_executive"> | null> {
  const apart = await ctx.db.pairingRestriction.count({
    where: {
      executiveId,
      assistantId,
      kind: "hard",
      status: { in: ["active", "under_review"] },
      OR: [{ expiresOn: null }, { expiresOn: { gte: dayToDate(from) } }],
    },
  });
  return apart === 0 ? null : refuse("not_available_for_executive", { path: "assistantId" });
}

function sharingDuties(dutyIds: readonly string[]): Prisma.SupportAssignmentWhereInput {
  return { OR: [{ dutyIds: { isEmpty: true } }, { dutyIds: { hasSome: [...dutyIds] } }] };
}

async function firstOf(ctx: Ctx, wanted: Wanted, where: Prisma.SupportAssignmentWhereInput) {
  const row = await ctx.db.supportAssignment.findFirst({
    where,
    select: {
      id: true,
      role: true,
      dutyIds: true,
      fromOn: true,
      toOn: true,
      assistant: { select: { user: { select: { name: true } } } },
    },
    orderBy: { fromOn: "asc" },
  });
  return (
    row && {
      assignmentId: row.id,
      assistant: row.assistant.user.name,
      role: row.role,
      dutyIds: sharedDuties(row.dutyIds, wanted.dutyIds) ?? [],
      from: dayOfColumn(row.fromOn),
      to: row.toOn && dayOfColumn(row.toOn),
    }
  );
}

/** Turns the database's own refusal, when somebody else was quicker, into the same words. */
export async function refusingClash<T, R extends RefusalReason>(
  ctx: Ctx,
  wanted: Wanted,
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | SupportClash | "not_available_for_executive">> {
  try {
    return await write();
  } catch (error) {
    if (isRefusedBy(error, "support_assignments_not_restricted"))
      return refuse("not_available_for_executive", { path: "assistantId" });
    const isTwice = isRefusedBy(error, "support_assignments_named_once");
    if (!isTwice && !isRefusedBy(error, "support_assignments_one_primary")) throw error;
    return (await refusalOfClash(ctx, wanted)) ?? refuse(isTwice ? "named_twice" : "primary_overlaps");
  }
}
