import "server-only";
import type { Ctx } from "@/lib/context";

export type StyleRating = { styleId: string; rating: number | null };

/** Writes how a person, or their manager, rates some of their ways of working; null takes a rating away. */
export async function writeStyleRatings(
  tx: Ctx,
  assistantId: string,
  by: "selfRating" | "managerRating",
  ratings: readonly StyleRating[],
): Promise<void> {
  for (const { styleId: workStyleId, rating } of ratings)
    await tx.db.assistantWorkStyle.upsert({
      where: { assistantId_workStyleId: { assistantId, workStyleId } },
      create: { assistantId, workStyleId, [by]: rating },
      update: { [by]: rating },
      select: { assistantId: true },
    });
}
