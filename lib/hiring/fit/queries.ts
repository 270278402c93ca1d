import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { StoredProfile } from "@/lib/hiring/requisitions/schema";
import { listVisibleMarks } from "@/lib/hiring/scorecards/queries";
import { readFitWeights } from "@/lib/matching/weights/queries";
import { type CandidateFit, candidateFit } from "./rules";

/** How a candidate fits the requisition, from the marks that the reader may see. */
export async function readCandidateFit(ctx: Ctx<Person>, applicationId: string): Promise<CandidateFit> {
  const { requisition } = await ctx.db.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { requisition: { select: { poolId: true, profile: true } } },
  });
  const [marks, weights] = await Promise.all([
    listVisibleMarks(ctx, applicationId),
    readFitWeights(ctx.db, requisition.poolId),
  ]);
  return candidateFit(StoredProfile.parse(requisition.profile), marks, weights);
}
