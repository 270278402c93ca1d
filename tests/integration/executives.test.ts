import { beforeEach, describe, expect, it } from "vitest";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { NotFoundError } from "@/lib/errors";
import { listExecutives, requireExecutiveRecord } from "@/lib/executives/queries";
import { ExecutiveView } from "@/lib/executives/schema";
import { changeExecutive, createExecutive } from "@/lib/executives/service";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { makeExecutive, makeExecutiveChange } from "@/tests/support/factories/executives";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";
import { auditOf } from "@/tests/support/records";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const stranger = () => asManagerOf(office.otherManager.userId);

async function changed(overrides: Record<string, unknown>) {
  const view = await requireExecutiveRecord(await manager(), office.ids.executiveId);
  return changeExecutive(await manager(), makeExecutiveChange(view, overrides));
}

describe("creating an executive", () => {
  it("keeps tier, executive, duties with cover levels and languages", async () => {
    const answer = await createExecutive(
      await manager(),
      makeExecutive(office.ids.pool, {
        tier: 4,
        onsite: true,
        site: "HQ",
        duties: [{ dutyId: "calendar", minutesPerDay: 45, minProficiency: 2, coverLevel: "defer" }],
        languages: [{ language: "sv" }, { language: "en", level: "B2" }],
      }),
    );
    if (!answer.ok) throw new Error(answer.reason);
    const view = await requireExecutiveRecord(await manager(), answer.value.id);
    expect(ExecutiveView.parse(view)).toMatchObject({
      email: "nora@office.example",
      tier: 4,
      onsite: true,
      site: "HQ",
      duties: [{ dutyId: "calendar", minutesPerDay: 45, minProficiency: 2, coverLevel: "defer" }],
      languages: [
        { language: "en", level: "B2" },
        { language: "sv", level: null },
      ],
      supportedBy: [],
    });
    expect(view.supportHours).toHaveLength(5);
    expect(await auditOf(view.id)).toEqual(["executive.created"]);
  });

  it.each([
    [{ email: "executive@office.example" }, "email_taken"],
    [{ duties: [{ dutyId: "juggling", minutesPerDay: 1 }] }, "unknown_duty"],
    [{ supportHours: [{ weekday: 1, startsAtMinute: 700, endsAtMinute: 600 }] }, "hours_end_before_start"],
  ])("refuses %o as %s and leaves nothing behind", async (overrides, reason) => {
    const answer = await createExecutive(await manager(), makeExecutive(office.ids.pool, overrides));
    expect(answer).toMatchObject({ ok: false, reason });
    expect(await testDb().user.count({ where: { email: "nora@office.example" } })).toBe(0);
  });

  it("lets an assistant be an executive too", async () => {
    const input = makeExecutive(office.ids.pool, { email: "assistant@office.example" });
    expect((await createExecutive(await manager(), input)).ok).toBe(true);
  });

  it("is not possible in another manager's pool", async () => {
    await expect(createExecutive(await manager(), makeExecutive(office.ids.otherPool))).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("changing an executive", () => {
  it("replaces what they need and counts the version up", async () => {
    const monday = { weekday: 1, startsAtMinute: 480, endsAtMinute: 720 };
    const answer = await changed({ tier: 5, duties: [], supportHours: [monday], title: "CEO" });
    expect(answer.ok).toBe(true);
    expect(await requireExecutiveRecord(await manager(), office.ids.executiveId)).toMatchObject({
      tier: 5,
      title: "CEO",
      duties: [],
      supportHours: [monday],
      version: 2,
    });
    expect(await auditOf(office.ids.executiveId)).toEqual(["executive.changed"]);
  });

  it("is supported in other hours from a day on, and before it as before", async () => {
    const monday = { weekday: 1, startsAtMinute: 480, endsAtMinute: 720 };
    await changed({ supportHours: [monday], supportHoursFrom: "2026-09-07" });
    const view = await requireExecutiveRecord(await manager(), office.ids.executiveId);
    expect(view.supportHours).toHaveLength(5);
    expect(view.upcomingSupportHours).toEqual([{ from: "2026-09-07", hours: [monday] }]);
    await changed({ title: "CEO" });
    expect(await requireExecutiveRecord(await manager(), office.ids.executiveId)).toMatchObject({
      supportHours: view.supportHours,
      upcomingSupportHours: view.upcomingSupportHours,
    });
  });

  it("says of a lost update whether it was the same person, as after pressing twice", async () => {
    await changed({ version: 1, tier: 4 });
    const twice = await changed({ version: 1, tier: 4 });
    expect(twice).toMatchObject({ reason: "changed_since_read", details: { version: 2, own: "yes" } });
  });

  it("refuses a lost update and an e-mail in use, and changes nothing", async () => {
    expect(await changed({ version: 7, tier: 5 })).toMatchObject({ reason: "changed_since_read" });
    expect(await changed({ email: "colleague@office.example", tier: 5 })).toMatchObject({
      reason: "email_taken",
    });
    expect(await requireExecutiveRecord(await manager(), office.ids.executiveId)).toMatchObject({
      tier: 1,
      version: 1,
    });
  });

  it("is not found for another manager, nor into a pool one does not lead", async () => {
    const view = await requireExecutiveRecord(await manager(), office.ids.executiveId);
    await expect(changeExecutive(await stranger(), makeExecutiveChange(view))).rejects.toThrow(NotFoundError);
    await expect(changed({ poolId: office.ids.otherPool })).rejects.toThrow(NotFoundError);
  });
});

describe("the list of executives", () => {
  it("says who supports them today, the primary first", async () => {
    await testDb().supportAssignment.create({
      data: {
        executiveId: office.ids.executiveId,
        assistantId: office.ids.colleagueId,
        role: "backup",
        rank: 2,
        fromOn: new Date("2026-08-17"),
      },
    });
    const { items, nextCursor } = await listExecutives(await manager(), ListPeopleInput.parse({}));
    expect(nextCursor).toBeNull();
    expect(items[0]?.supportedBy).toEqual([
      {
        assistantId: office.ids.assistantId,
        assistantName: "Person assistant",
        role: "primary",
        rank: 1,
        dutyIds: [],
      },
      {
        assistantId: office.ids.colleagueId,
        assistantName: "Person colleague",
        role: "backup",
        rank: 2,
        dutyIds: [],
      },
    ]);
  });

  it("holds no one of another manager's pools", async () => {
    expect((await listExecutives(await stranger(), ListPeopleInput.parse({}))).items).toEqual([]);
    await expect(requireExecutiveRecord(await stranger(), office.ids.executiveId)).rejects.toThrow(
      NotFoundError,
    );
  });
});
