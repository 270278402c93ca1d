import { beforeEach, describe, expect, it } from "vitest";
import { listGapHints, listPlaces } from "@/lib/coverage/board/queries";
import { listAbsentToday } from "@/lib/coverage/board/queries-today";
import { unpackedLines } from "@/lib/coverage/board/rules-stretches";
import { AcceptGapInput, AssignCoverInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { acceptGap, reopenGap } from "@/lib/coverage/board/service-gaps";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { testDb } from "../support/database";
import {
  type CoverageOffice,
  createCoverageOffice,
  createOtherManager,
  readBoardPage,
  WEEK,
} from "../support/offices/coverage";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

describe("gaps", () => {
  const days = { from: day(WEEK.from), to: day(WEEK.to) };
  const wednesday = { from: "2026-08-19", fromPart: "am", to: "2026-08-19", toPart: "pm" };

  it("say who fits best, or that nobody has time", async () => {
    const executiveIds = [office.ids.xenia, office.ids.zoe];
    const hints = await listGapHints(office.manager, { poolId: office.poolId, executiveIds, ...days });
    expect(hints.map(({ executiveId, on, part, best }) => [executiveId, on, part, best])).toEqual([
      [office.ids.xenia, "2026-08-17", "am", "Ben Berg"],
      [office.ids.zoe, "2026-08-21", "am", "Ben Berg"],
    ]);
  });

  it("show where somebody could be put, and only there", async () => {
    const placesOf = (assistantId: string) =>
      listPlaces(office.manager, { poolId: office.poolId, assistantId, ...days });
    const ben = await placesOf(office.ids.ben);
    expect(ben.map(({ executiveId, halfDays }) => [executiveId, halfDays.length])).toContainEqual([
      office.ids.zoe,
      2,
    ]);
    expect(await placesOf(office.ids.dan)).toEqual([]);
    expect(await placesOf(office.ids.ana)).toEqual([]);
    for (const { executiveId, halfDays } of ben) {
      const [at] = halfDays;
      const answer = await assignCover(
        office.manager,
        AssignCoverInput.parse({
          executiveId,
          assistantId: office.ids.ben,
          ...rangeOfIndexes(at ?? 0, at ?? 0),
        }),
      );
      expect(answer).toMatchObject({ ok: true });
      if (answer.ok) await undoChange(office.manager, { id: answer.value.changeId });
    }
  });

  it("no longer count once a manager accepts them, until they are opened again", async () => {
    const gap = AcceptGapInput.parse({ executiveId: office.ids.xenia, ...wednesday });
    expect(await acceptGap(office.manager, gap)).toMatchObject({ ok: true, value: { halfDays: 2 } });
    expect(await acceptGap(office.manager, gap)).toMatchObject({ ok: true, value: { halfDays: 0 } });
    const accepted = await readBoardPage(office);
    expect(accepted.weeks[0]?.open).toBe(20);
    const line = unpackedLines(accepted.lines.first).find(({ id }) => id === office.ids.xenia);
    expect(line?.stretches.map(({ first, last, acceptedBy }) => [first, last, acceptedBy])).toEqual([
      [0, 3, null],
      [4, 5, "Lena Lead"],
      [6, 9, null],
    ]);
    expect(await reopenGap(office.manager, gap)).toMatchObject({ ok: true, value: { halfDays: 2 } });
    expect((await readBoardPage(office)).weeks[0]?.open).toBe(22);
    const own = AcceptGapInput.parse({ executiveId: office.ids.bo, ...wednesday });
    expect(await acceptGap(office.manager, own)).toMatchObject({ ok: false, reason: "nothing_to_cover" });
  });

  it("are accepted for the absence behind them", async () => {
    const gap = AcceptGapInput.parse({ executiveId: office.ids.xenia, ...wednesday });
    await acceptGap(office.manager, gap);
    const [kept] = await testDb().acceptedGap.findMany();
    expect(kept?.absenceId).not.toBeNull();
  });

  it("are not found by the manager of another pool", async () => {
    const other = await createOtherManager();
    const gap = AcceptGapInput.parse({ executiveId: office.ids.xenia, ...wednesday });
    await expect(acceptGap(other, gap)).rejects.toThrow(NotFoundError);
    await expect(reopenGap(other, gap)).rejects.toThrow(NotFoundError);
    const ask = { poolId: office.poolId, ...days };
    await expect(listGapHints(other, { ...ask, executiveIds: [office.ids.xenia] })).rejects.toThrow(
      NotFoundError,
    );
    await expect(listPlaces(other, { ...ask, assistantId: office.ids.ben })).rejects.toThrow(NotFoundError);
  });
});

describe("today", () => {
  it("names who is away, with how many executives they leave and nobody serves", async () => {
    const pools = [{ id: office.poolId, name: "North", timeZone: "Europe/Stockholm" }];
    const today = () => listAbsentToday(office.manager, pools);
    expect(await today()).toMatchObject([
      { name: "Ana Alm", poolName: "North", isIll: false, executives: 2, uncovered: 2 },
    ]);
    const stretch = { from: "2026-08-17", fromPart: "am", to: "2026-08-17", toPart: "pm" };
    const who = { executiveId: office.ids.xenia, assistantId: office.ids.ben };
    await assignCover(office.manager, AssignCoverInput.parse({ ...who, ...stretch }));
    expect(await today()).toMatchObject([{ executives: 2, uncovered: 1 }]);
  });
});
