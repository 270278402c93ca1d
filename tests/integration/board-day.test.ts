import { beforeEach, describe, expect, it } from "vitest";
import { getBoardDay } from "@/lib/coverage/board/queries-page";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

describe("the day the board opens at", () => {
  const opensAt = async (now: string) => {
    const pool = await testDb().pool.findUniqueOrThrow({ where: { id: office.poolId } });
    return getBoardDay({ ...office.manager, now: new Date(now) }, pool);
  };

  it("is today, and at a weekend or on a day off the next that is worked", async () => {
    expect(await opensAt("2026-08-21T20:00:00Z")).toBe("2026-08-21");
    expect(await opensAt("2026-08-22T10:00:00Z")).toBe("2026-08-24");
    expect(await opensAt("2026-12-25T10:00:00Z")).toBe("2026-12-28");
  });

  it("is today where executives are supported at the weekend", async () => {
    const sunday = { executiveId: office.ids.zoe, weekday: 7, startsAtMinute: 600, endsAtMinute: 900 };
    await testDb().supportHours.create({ data: sunday });
    expect(await opensAt("2026-08-22T10:00:00Z")).toBe("2026-08-22");
  });
});
