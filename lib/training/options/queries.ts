import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { canSeeSession } from "@/lib/training/policy";
import type { Prisma } from "@/prisma/generated/client/client";
import type { ListOptionsInput, OptionView } from "./schema";

const MOST = 300;

const OPTION = {
  id: true,
  poolId: true,
  title: true,
  provider: true,
  link: true,
  minutes: true,
  costPerPerson: true,
  currency: true,
  place: true,
  days: true,
  notes: true,
  status: true,
  reason: true,
  courseId: true,
  version: true,
  suggestedBy: { select: { name: true } },
} as const satisfies Prisma.LearningOptionSelect;

export type OptionRow = Prisma.LearningOptionGetPayload<{ select: typeof OPTION }>;

/** What managers of the pool read of it, and what its assistants do: the decision with its reason, neither price nor notes. */
function viewFor(actor: Person, { suggestedBy, ...row }: OptionRow, links: readonly string[]): OptionView {
  const view = {
    ...row,
    suggestedBy: suggestedBy.name,
    hasTwin: row.link !== "" && links.filter((link) => link === row.link).length > 1,
  };
  return canManagePool(actor, row.poolId) ? view : { ...view, costPerPerson: null, notes: "" };
}

/** What could be learnt in the pools one leads or works in, the newest first. */
export async function listOptions(ctx: Ctx<Person>, { poolId }: ListOptionsInput): Promise<OptionView[]> {
  const { assistant, managedPoolIds } = ctx.actor;
  const known = [...managedPoolIds, ...(assistant ? [assistant.poolId] : [])];
  if (poolId && !known.includes(poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.learningOption.findMany({
    where: { poolId: { in: poolId ? [poolId] : known } },
    select: OPTION,
    orderBy: [{ status: "asc" }, { createdAt: "desc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map((row) =>
    viewFor(
      ctx.actor,
      row,
      rows.filter((one) => one.poolId === row.poolId).map(({ link }) => link),
    ),
  );
}

/** One of a pool the actor leads or works in; any other is not found. */
export async function requireOption(ctx: Ctx<Person>, id: string): Promise<OptionView> {
  const row = await ctx.db.learningOption.findUnique({ where: { id }, select: OPTION });
  if (!row || !canSeeSession(ctx.actor, row)) throw new NotFoundError("learning option");
  const links = row.link
    ? await ctx.db.learningOption.findMany({
        where: { poolId: row.poolId, link: row.link },
        select: { link: true },
        take: 2,
      })
    : [];
  return viewFor(
    ctx.actor,
    row,
    links.map(({ link }) => link),
  );
}

/** One of a pool the manager leads; any other is not found. */
export async function requireLedOption(ctx: Ctx<Manager>, id: string): Promise<OptionRow> {
  const row = await ctx.db.learningOption.findUnique({ where: { id }, select: OPTION });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("learning option");
  return row;
}
