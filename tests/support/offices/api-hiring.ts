import { testDb } from "../database";
import { createAd, createRequisitionRow } from "../factories/hiring";
import type { LeaveOffice } from "./leave";

/** A requisition with its ad. */
export async function createHiring({ ids, manager }: LeaveOffice) {
  const { id: requisitionId } = await createRequisitionRow(testDb(), {
    ...{ poolId: ids.pool, requestedById: manager.userId, executiveIds: [ids.executiveId] },
  });
  await createAd(testDb(), { requisitionId, createdById: manager.userId });
  return { requisitionId };
}
