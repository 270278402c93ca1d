import { testDb } from "../database";
import {
  createAd,
  createApplication,
  createInterview,
  createJobOffer,
  createRequisitionRow,
} from "../factories/hiring";
import type { LeaveOffice } from "./leave";

/** A requisition with its ad. */
export async function createHiring({ ids, manager }: LeaveOffice) {
  const { id: requisitionId } = await createRequisitionRow(testDb(), {
    ...{ poolId: ids.pool, requestedById: manager.userId, executiveIds: [ids.executiveId] },
  });
  const { versions } = await createAd(testDb(), { requisitionId, createdById: manager.userId });
  const adVersionId = versions[0]?.id ?? "";
  const { id: applicationId } = await createApplication(testDb(), { requisitionId, adVersionId });
  const { id: interviewId } = await createInterview(testDb(), {
    applicationId,
    createdById: manager.userId,
    userIds: [manager.userId],
  });
  const { id: jobOfferId } = await createJobOffer(testDb(), { applicationId, createdById: manager.userId });
  const { id: packId } = await testDb().screeningPack.create({
    data: {
      ...{ applicationId, executiveId: ids.executiveId, stage: "received", sentById: manager.userId },
      sentAt: new Date("2026-08-17T07:00:00Z"),
    },
  });
  return { requisitionId, applicationId, interviewId, jobOfferId, packId };
}
