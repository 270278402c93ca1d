import { beforeEach, describe, expect, it } from "vitest";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsInput } from "@/lib/coverage/candidates/schema-stand-ins";
import { NotFoundError } from "@/lib/errors";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { createLeaveOffice } from "../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
});

async function standIns(asked: Record<string, unknown> = {}, now?: Date) {
  const ctx = await asManagerOf(office.manager.userId, now);
  return listStandIns(ctx, StandInsInput.parse({ poolId: office.ids.pool, ...asked }));
}

describe("who could step in", () => {
  it("is asked of the next working day, with who last covered", async () => {
    const view = await standIns();
    expect(view.on).toBe("2026-08-18");
    expect(view.executives).toMatchObject([
      {
        name: "Person executive",
        own: [{ name: "Person assistant" }],
        least: 1,
        duties: [
          {
            dutyId: "calendar",
            count: 1,
            people: [{ name: "Person colleague" }],
            lastCover: { assistantName: "Person colleague", on: "2026-08-14" },
          },
        ],
      },
    ]);
    expect(view).toMatchObject({ without: 0, withOne: 1, total: 1, nextPage: null });
    expect(view.dependences).toMatchObject([
      { name: "Person colleague", alone: [], onlyStandIn: [{ name: "Person executive" }] },
    ]);
  });

  it("goes over weekends and days off", async () => {
    expect((await standIns({}, new Date("2026-12-23T10:00:00Z"))).on).toBe("2026-12-28");
  });

  it("sees absences and standing covers of that day", async () => {
    await testDb().absence.create({
      data: {
        assistantId: office.ids.colleagueId,
        leaveTypeId: "vacation",
        startOn: new Date("2026-08-18"),
        endOn: new Date("2026-08-18"),
        status: "approved",
      },
    });
    const view = await standIns();
    expect(view).toMatchObject({ without: 1, withOne: 0 });
    expect(view.dependences).toMatchObject([
      { name: "Person assistant", alone: [{ name: "Person executive" }] },
    ]);
    expect((await standIns({ on: "2026-08-19" })).without).toBe(0);
  });

  it("knows the last cover of each duty by itself, and none that is still to come", async () => {
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      startOn: new Date("2026-08-20"),
      endOn: new Date("2026-08-20"),
    });
    await testDb().coverageAssignment.updateMany({
      where: { startOn: new Date("2026-08-14") },
      data: { dutyIds: ["phones"] },
    });
    expect((await standIns()).executives[0]?.duties[0]?.lastCover).toBeNull();
  });

  it.each([
    [{ atMost: 0 }, 0],
    [{ atMost: 1 }, 1],
    [{ q: "EXECUTIVE" }, 1],
    [{ q: "nobody" }, 0],
    [{ dutyId: "calendar" }, 1],
    [{ dutyId: "travel" }, 0],
    [{ page: 2 }, 0],
  ])("narrows by %o", async (asked, count) => {
    expect((await standIns(asked)).executives).toHaveLength(count);
  });

  it("is not found for another manager's pool", async () => {
    await expect(standIns({ poolId: office.ids.otherPool })).rejects.toThrow(NotFoundError);
  });
});
