import "server-only";
import type { Ctx } from "@/lib/context";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { requireAbsence } from "./queries";
import type { AbsenceStepView } from "./schema";

const STEP = {
  at: true,
  action: true,
  status: true,
  comment: true,
  ...STRETCH_COLUMNS,
  actor: { select: { name: true } },
  deputyFor: { select: { name: true } },
} satisfies Prisma.AbsenceStepSelect;

const MOST_STEPS = 200;

/** Every step of an absence, the first first, for its owner and those who decide on it. */
export async function listAbsenceSteps(ctx: Ctx, id: string): Promise<AbsenceStepView[]> {
  await requireAbsence(ctx, id);
  const rows = await ctx.db.absenceStep.findMany({
    where: { absenceId: id },
    select: STEP,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST_STEPS,
  });
  return rows.map(({ at, action, status, comment, actor, deputyFor, ...row }) => ({
    at: at.toISOString(),
    actorName: actor?.name ?? null,
    deputyForName: deputyFor?.name ?? null,
    action,
    status,
    comment,
    ...stretchOfColumns(row),
  }));
}
