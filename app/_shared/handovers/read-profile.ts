import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireDeskProfile } from "@/lib/executives/queries-profile";
import type { DeskProfileView } from "@/lib/executives/schema-profile";

/** The profile of a handover's desk; null where its reader may no longer read it. */
export async function profileToRead(ctx: Ctx<Person>, executiveId: string): Promise<DeskProfileView | null> {
  try {
    return await requireDeskProfile(ctx, executiveId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
