import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { fieldsIn } from "../rules-text";
import type { LetterTemplateView } from "./schema";

const MOST_TEMPLATES = 500;

function poolsOf({ actor }: Ctx<Person>): string[] {
  const own = [actor.assistant?.poolId, actor.executive?.poolId].filter((id) => id !== undefined);
  return [...new Set([...actor.managedPoolIds, ...own])];
}

/** The templates of one's pools, by name; retired ones are left out unless asked for. */
export async function listLetterTemplates(
  ctx: Ctx<Person>,
  { withRetired = false, poolId }: { withRetired?: boolean; poolId?: string } = {},
): Promise<LetterTemplateView[]> {
  const rows = await ctx.db.letterTemplate.findMany({
    where: { poolId: poolId ?? { in: poolsOf(ctx) }, ...(!withRetired && { retiredAt: null }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_TEMPLATES,
  });
  return rows.map(({ retiredAt, updatedAt: _, ...row }) => ({
    ...row,
    fields: fieldsIn(row.subject, row.body),
    isRetired: retiredAt !== null,
  }));
}

/** One template of the actor's pools; any other is not found. */
export async function requireOwnTemplate(ctx: Ctx<Person>, id: string): Promise<LetterTemplateView> {
  const template = (await listLetterTemplates(ctx, { withRetired: true })).find((one) => one.id === id);
  if (!template) throw new NotFoundError("letter template");
  return template;
}

/** A template of a pool that is still in use; any other is not found. */
export async function requireTemplate(ctx: Ctx, id: string, poolId: string): Promise<LetterTemplateView> {
  const template = (await listLetterTemplates(ctx, { poolId })).find((one) => one.id === id);
  if (!template) throw new NotFoundError("letter template");
  return template;
}
