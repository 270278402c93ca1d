import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";

/** The profile of a handover's executive; null where its reader may no longer read it. */
export async function profileToRead(
  ctx: Ctx<Person>,
  executiveId: string,
): Promise<ExecutiveProfileView | null> {
  try {
    return await requireExecutiveProfile(ctx, executiveId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
