import { openHandovers } from "@/lib/handovers/service-open";
import { asSystem } from "../contexts";
import { testDb } from "../database";
import { createAbsence } from "../factories/absences";
import { createCover } from "../factories/covers";
import { fromSnapshot } from "../snapshot";
import { buildLeaveOffice } from "./leave";

/** The office in the week before the assistant's leave of week 34, which the colleague covers: a draft has been written. */
export function createHandoverOffice(now = new Date("2026-08-10T07:00:00Z")) {
  return fromSnapshot(`handover ${now.toISOString()}`, () => buildHandoverOffice(now));
}

async function buildHandoverOffice(now: Date) {
  const office = await buildLeaveOffice();
  const { assistantId, colleagueId, executiveId } = office.ids;
  const db = testDb();
  await db.coverageAssignment.deleteMany();
  const { id: absenceId } = await createAbsence(db, { assistantId });
  const cover = await createCover(db, { executiveId, assistantId: colleagueId, absenceId });
  await openHandovers(asSystem(now));
  const handover = await db.handover.findFirstOrThrow({ where: { executiveId } });
  const access = await db.accessChecklistItem.findFirstOrThrow({ where: { handoverId: handover.id } });
  return {
    ...office,
    ids: { ...office.ids, absenceId, coverId: cover.id, handoverId: handover.id, accessId: access.id },
  };
}

export type HandoverOffice = Awaited<ReturnType<typeof buildHandoverOffice>>;
