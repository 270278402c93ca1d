import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { proposeSplits } from "@/lib/training/splits/queries";
import { AcceptSplitInput, ProposeSplitsInput, type SplitView } from "@/lib/training/splits/schema";
import { acceptSplit } from "@/lib/training/splits/service";
import { testDb } from "../support/database";
import { createAbsence } from "../support/factories/absences";
import { createCourse } from "../support/factories/training";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";

let office: CoverageOffice;
let courseId: string;

beforeEach(async () => {
  office = await createCoverageOffice();
  await testDb().leaveType.create({ data: { id: "training", nameEn: "Training", nameSv: "Utbildning" } });
  courseId = (await createCourse(testDb())).id;
});

const ask = (more: object = {}) =>
  ProposeSplitsInput.parse({
    ...{ courseId, poolId: office.poolId, from: "2026-08-24", to: "2026-08-28" },
    ...{ startMinute: 480, endMinute: 1020, seats: 4, ...more },
  });

async function propose(more: object = {}) {
  const answer = await proposeSplits(office.manager, ask(more));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const acceptance = (split: SplitView | undefined) =>
  AcceptSplitInput.parse({
    ...{ courseId, poolId: office.poolId, seats: 4 },
    sessions: (split?.sessions ?? []).map(({ people, ...one }) => ({
      ...one,
      people: people.map(({ id, covers }) => ({ id, covers })),
    })),
  });

describe("dates for a whole pool", () => {
  it("are found without a gap and booked with all seats and covers, or not at all", async () => {
    const { splits, people, sessionsAtLeast } = await propose();
    expect(people).toBe(4);
    const fewest = splits.find(({ kind }) => kind === "fewest");
    expect(fewest).toMatchObject({ isProven: true, unplaced: [] });
    expect(fewest?.sessions.length).toBe(sessionsAtLeast);
    expect(sessionsAtLeast).toBeGreaterThan(1);
    const accepted = await acceptSplit(office.manager, acceptance(fewest));
    expect(accepted).toMatchObject({ ok: true });
    expect(await testDb().enrolment.count({ where: { status: "booked" } })).toBe(4);
    expect(await testDb().acceptedGap.count()).toBe(0);
    expect(await propose().catch((error: Error) => error.message)).toBe("nobody_to_place");
  });

  it("are refused as a whole where somebody is away since, and say who", async () => {
    const { splits } = await propose();
    const [split] = splits;
    const [session] = split?.sessions ?? [];
    const [person] = session?.people ?? [];
    if (!session || !person) throw new Error("no session");
    const on = new Date(session.on);
    await createAbsence(testDb(), { assistantId: person.id, startOn: on, endOn: on });
    const refused = await acceptSplit(office.manager, acceptance(split));
    expect(refused).toMatchObject({ reason: "split_outdated", details: { name: person.name } });
    expect(await testDb().trainingSession.count()).toBe(0);
    expect(await testDb().absence.count({ where: { leaveTypeId: "training" } })).toBe(0);
  });

  it("are for whoever leads the pool, in days to come, and in a room that is there long enough", async () => {
    await expect(proposeSplits(await createOtherManager(), ask())).rejects.toThrow(NotFoundError);
    const refused = async (more: object) =>
      (await proposeSplits(office.manager, ask(more))) as { reason?: string };
    expect((await refused({ from: "2026-08-10" })).reason).toBe("due_before_today");
    expect((await refused({ endMinute: 540 })).reason).toBe("room_too_short");
  });
});
