import "server-only";
import type { Executive, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { LetterDeputyView } from "./schema";

/** Who approves letters in the executive's place, if they named somebody. */
export async function getLetterDeputy({ db, actor }: Ctx<Executive>): Promise<LetterDeputyView> {
  const row = await db.letterDeputy.findUnique({
    where: { executiveId: actor.executive.id },
    select: { deputy: { select: { user: { select: { name: true, email: true } } } } },
  });
  return { deputy: row?.deputy.user ?? null };
}

/** The executives in whose place the person approves letters. */
export async function listDeputisedExecutiveIds({ db, actor }: Ctx<Person>): Promise<string[]> {
  if (!actor.executive) return [];
  const rows = await db.letterDeputy.findMany({
    where: { deputyId: actor.executive.id },
    select: { executiveId: true },
  });
  return rows.map(({ executiveId }) => executiveId);
}

/** The account of who approves letters in an executive's place, or null. */
export async function findDeputyUserId({ db }: PublicCtx, executiveId: string): Promise<string | null> {
  const row = await db.letterDeputy.findUnique({
    where: { executiveId },
    select: { deputy: { select: { userId: true } } },
  });
  return row?.deputy.userId ?? null;
}
