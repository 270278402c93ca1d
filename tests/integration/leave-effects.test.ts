import { beforeEach, describe, expect, it } from "vitest";
import { requireAbsence } from "@/lib/absences/requests/queries";
import { requestAbsence } from "@/lib/absences/requests/service";
import { readAbsenceContext, requireLedAbsence } from "@/lib/coverage/leave-cover/queries-context";
import { listLeaveEffects } from "@/lib/coverage/leave-cover/queries-effects";
import { planAbsence } from "@/lib/coverage/leave-cover/queries-plan";
import { ApproveWithCoverInput } from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover } from "@/lib/coverage/leave-cover/service";
import { createAbsence, opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

let office: CoverageOffice;
const DAYS = { from: "2026-08-24", to: "2026-08-26" } as const;

beforeEach(async () => {
  office = await createCoverageOffice();
});

async function asked(who: string, days: Record<string, unknown> = DAYS): Promise<string> {
  const ctx = await asAssistantOf(office.userIds[who as "ben"] ?? "");
  const answer = await requestAbsence(ctx, makeRequest(days), opensNothing);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function effectOn(id: string) {
  const absence = await requireAbsence(office.manager, id);
  return (await listLeaveEffects(office.manager, [absence])).get(id);
}

async function approved(id: string, more: Record<string, unknown> = {}): Promise<void> {
  const input = ApproveWithCoverInput.parse({ ...(await current("absences", id)), ...more });
  const answer = await approveAbsenceWithCover(office.manager, input);
  if (answer.ok) return;
  const acceptedGaps = answer.details?.gaps;
  const again = await approveAbsenceWithCover(office.manager, { ...input, acceptedGaps } as typeof input);
  if (!again.ok) throw new Error(again.reason);
}

describe("what the list says of leave", () => {
  it("says whom leave that is asked for hits and that they can be covered, where a plan covers them", async () => {
    const id = await asked("ben");
    const context = await readAbsenceContext(office.manager, await requireLedAbsence(office.manager, id));
    if (!context) throw new Error("nothing to plan");
    expect((await planAbsence(context)).gaps).toEqual([]);
    expect(await effectOn(id)).toEqual({ kind: "can_be_covered", executives: 1, halfDays: 6 });
  });

  it("says that half-days may stay open where nobody who fits has time", async () => {
    const id = await asked("ben");
    await testDb().executive.update({
      where: { id: office.ids.bo },
      data: { languages: { create: { language: "de", level: "C1" } } },
    });
    expect(await effectOn(id)).toEqual({ kind: "may_stay_open", executives: 1, halfDays: 6 });
  });

  it("counts nobody who is kept from an executive among those who could", async () => {
    const id = await asked("ben");
    for (const assistantId of [office.ids.ana, office.ids.cia])
      await testDb().pairingRestriction.create({
        data: { assistantId, executiveId: office.ids.bo, kind: "hard" },
      });
    expect(await effectOn(id)).toMatchObject({ kind: "may_stay_open" });
  });

  it("says that nobody needs cover for somebody who supports nobody", async () => {
    expect(await effectOn(await asked("dan"))).toEqual({ kind: "nobody" });
  });

  it("says that leave is covered once it is approved with its cover, and open again when cover ends", async () => {
    const id = await asked("ben");
    await approved(id);
    expect(await effectOn(id)).toEqual({ kind: "covered", executives: 1, halfDays: 6 });
    await testDb().coverageAssignment.deleteMany({ where: { absenceId: id } });
    expect(await effectOn(id)).toEqual({ kind: "open", executives: 1, halfDays: 6 });
  });

  it("says that covers were asked while they have not answered", async () => {
    const id = await asked("ben");
    await approved(id, { asOffers: true });
    expect(await effectOn(id)).toEqual({ kind: "asked", executives: 1, halfDays: 6 });
  });

  it("says what was knowingly left open as accepted", async () => {
    const id = await asked("ben");
    await approved(id, { covers: [] });
    expect(await effectOn(id)).toEqual({ kind: "accepted", executives: 1, halfDays: 6 });
  });

  it("says how many covers end where its owner asks to take it back", async () => {
    const id = await asked("ben");
    await approved(id);
    await testDb().absence.update({ where: { id }, data: { status: "cancellation_requested" } });
    expect(await effectOn(id)).toEqual({ kind: "called_off", covers: 1 });
  });

  it("says of leave beyond the weeks that are kept only that it is later, and of past leave that it is over", async () => {
    expect(await effectOn(await asked("ben", { from: "2026-12-14", to: "2026-12-15" }))).toEqual({
      kind: "later",
    });
    const past = await createAbsence(testDb(), {
      assistantId: office.ids.ben,
      startOn: new Date("2026-08-03"),
      endOn: new Date("2026-08-04"),
    });
    expect(await effectOn(past.id)).toEqual({ kind: "over" });
  });

  it("says nothing of leave that is not to be", async () => {
    const id = await asked("ben");
    await testDb().absence.update({ where: { id }, data: { status: "declined" } });
    expect(await effectOn(id)).toBeUndefined();
  });
});
