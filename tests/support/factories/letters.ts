import { MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";

type Whose = { requestId: string; poolId: string; writtenById: string };

/** A template of a pool, and a letter for a request that is a draft yet. */
export async function createLetter({ requestId, poolId, writtenById }: Whose) {
  const words = { subject: "{{matter}}", body: "Dear {{salutation}},\n\nYours,\n\n{{executive}}" };
  const { id: letterTemplateId } = await testDb().letterTemplate.create({
    data: { poolId, language: "en", name: "Confirmation", ...words, updatedAt: MONDAY_MORNING },
  });
  const { id: letterId } = await testDb().letter.create({
    data: {
      ...{ requestId, language: "en", createdById: writtenById },
      ...{ createdAt: MONDAY_MORNING, updatedAt: MONDAY_MORNING },
      versions: { create: { number: 1, ...words, values: {}, writtenById, writtenAt: MONDAY_MORNING } },
    },
  });
  return { letterId, letterTemplateId };
}
