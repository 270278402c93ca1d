import { describe, expect, it } from "vitest";
import { nextPosition } from "@/app/manager/coverage/_components/keys/positions";
import { extentsOf, itemsOf, orderOf, rangeOfPlaces, stretchAt } from "@/app/manager/coverage/board-lines";
import { boardRows } from "@/lib/coverage/board/rules";
import { packedLines, shownDays, todayAmong } from "@/lib/coverage/board/rules-lines";
import {
  type BoardLine,
  boardStretches,
  openHalfDays,
  packedLine,
  unpackedLines,
  withChange,
  withPlanDecided,
  withRestored,
} from "@/lib/coverage/board/rules-stretches";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { day, daysFrom } from "@/lib/time/day";
import {
  makeAssistant,
  makeAway,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";

const DAYS = daysFrom(day("2026-08-17"), day("2026-08-21"));
const WEDNESDAY = day("2026-08-19");
const COLUMNS = { days: DAYS, todayAt: todayAmong(DAYS, WEDNESDAY) };
const SHOW = { by: "department", query: "", onlyGaps: false } as const;

/** Ana is away Tuesday to Friday; Ben covers Zoe on Tuesday; Moa is covered by her own all week. */
const office = makeOffice({
  assistants: [
    makeAssistant("ana", { absences: [makeAway("2026-08-18", "2026-08-21")] }),
    makeAssistant("ben"),
  ],
  executives: [
    makeExecutive("zoe", { title: "COO", department: "Sales", supports: [makeSupport("ana")] }),
    makeExecutive("moa", { name: "Måns Öberg", department: "IT", supports: [makeSupport("ben")] }),
  ],
  covers: [makeOfficeCover("zoe", "ben", makeStretch("2026-08-18", "am", "2026-08-18", "pm"))],
});
const grid = gridOf(office);

function lines(accepted = new Map<string, string>()): BoardLine[] {
  const view = { days: DAYS, today: WEDNESDAY, proposals: [], accepted };
  return unpackedLines(packedLines(grid, office.executives, view).first);
}

function shapes({ stretches }: Pick<BoardLine, "stretches">) {
  return stretches.map(({ first, last, status, assistantId }) => [first, last, status, assistantId]);
}

const zoe = () => lines()[0] as BoardLine;

describe("the stretches of a line", () => {
  it("join half-days that are alike", () => {
    expect(shapes(zoe())).toEqual([
      [0, 1, "own", "ana"],
      [2, 3, "cover", "ben"],
      [4, 9, "gap", null],
    ]);
    expect(shapes(lines()[1] as BoardLine)).toEqual([[0, 9, "own", "ben"]]);
  });

  it("part a gap that is over from the one that is open from today on", () => {
    const [row] = boardRows(grid, office.executives, []);
    const shown = row?.slots.filter(({ on }) => DAYS.includes(on)) ?? [];
    const thursday = todayAmong(DAYS, day("2026-08-20"));
    expect(shapes({ stretches: boardStretches(shown, thursday) }).slice(2)).toEqual([
      [4, 5, "gap", null],
      [6, 9, "gap", null],
    ]);
    expect(openHalfDays(boardStretches(shown, thursday), thursday)).toEqual([6, 7, 8, 9]);
  });

  it("come back from their journey as they were", () => {
    const pieces = [
      {
        window: { startMinute: 600, endMinute: 720 },
        dutyIds: ["travel"],
        minutes: 20,
        assistantId: "ben",
        coverageAssignmentId: "c1",
        pinned: true,
        proposedAssistantId: null,
      },
    ];
    const line = { ...zoe(), stretches: withChange(zoe().stretches, { first: 4, last: 4 }, { pieces }, 4) };
    expect(unpackedLines(`[${packedLine(line)}]`)).toEqual([line]);
  });

  it("are changed in some half-days only, and join again", () => {
    const { stretches } = zoe();
    const thursday = { first: 6, last: 7 };
    const covered = withChange(stretches, thursday, { status: "cover", assistantId: "ben" }, COLUMNS.todayAt);
    expect(shapes({ stretches: covered })).toEqual([
      [0, 1, "own", "ana"],
      [2, 3, "cover", "ben"],
      [4, 5, "gap", null],
      [6, 7, "cover", "ben"],
      [8, 9, "gap", null],
    ]);
    expect(withChange(covered, thursday, { status: "gap", assistantId: null }, COLUMNS.todayAt)).toEqual(
      stretches,
    );
  });

  it("show a plan that is accepted as cover, and one that is discarded not at all", () => {
    const { stretches } = zoe();
    const planned = withChange(stretches, { first: 6, last: 9 }, { proposedId: "ben" }, COLUMNS.todayAt);
    expect(shapes({ stretches: withPlanDecided(planned, true, COLUMNS.todayAt) }).slice(2)).toEqual([
      [4, 5, "gap", null],
      [6, 9, "cover", "ben"],
    ]);
    expect(withPlanDecided(planned, false, COLUMNS.todayAt)).toEqual(stretches);
  });

  it("are as they were in the half-days that are taken back, and elsewhere as they are", () => {
    const { stretches } = zoe();
    const [assigned, elsewhere] = [{ status: "cover", assistantId: "ben" }, { pinned: true }] as const;
    const changed = withChange(stretches, { first: 6, last: 7 }, assigned, COLUMNS.todayAt);
    const since = withChange(changed, { first: 2, last: 3 }, elsewhere, COLUMNS.todayAt);
    const restored = withRestored(since, { first: 6, last: 7 }, stretches, COLUMNS.todayAt);
    expect(restored).toEqual(withChange(stretches, { first: 2, last: 3 }, elsewhere, COLUMNS.todayAt));
    expect(withRestored(since, { first: 0, last: 9 }, stretches, COLUMNS.todayAt)).toEqual(stretches);
  });

  it("are not open where a manager accepted the gap", () => {
    const accepted = new Map([
      ["zoe 2026-08-20 am", "Lena"],
      ["zoe 2026-08-20 pm", "Lena"],
    ]);
    const line = lines(accepted)[0] as BoardLine;
    expect(openHalfDays(line.stretches, COLUMNS.todayAt)).toEqual([4, 5, 8, 9]);
  });
});

describe("the lines of a large pool", () => {
  it("come in two parts, all that need cover in the first", () => {
    const view = { days: DAYS, today: WEDNESDAY, proposals: [], accepted: new Map<string, string>() };
    const { first, more } = packedLines(grid, [...office.executives].reverse(), view, 0);
    expect(unpackedLines(first).map(({ id }) => id)).toEqual(["zoe"]);
    expect(unpackedLines(more).map(({ id }) => id)).toEqual(["moa"]);
  });
});

describe("the days shown", () => {
  it("are Monday to Friday, and a weekend day on which somebody needs support", () => {
    const figures = daysFrom(day("2026-08-17"), day("2026-08-23")).map((on) => ({ on, needed: 0, gaps: 0 }));
    expect(shownDays({ days: figures })).toHaveLength(5);
    expect(shownDays({ days: figures.map((one) => ({ ...one, needed: 1 })) })).toHaveLength(7);
  });
});

describe("what can be acted on at once", () => {
  it("is a stretch from today on, the day, and the half-day", () => {
    const stretch = stretchAt(zoe(), 7);
    if (!stretch) throw new Error("no stretch");
    expect(extentsOf(stretch, 7, COLUMNS)).toEqual([
      ["whole", { first: 4, last: 9 }],
      ["day", { first: 6, last: 7 }],
      ["half", { first: 7, last: 7 }],
    ]);
    expect(rangeOfPlaces(COLUMNS, { first: 6, last: 7 })).toEqual({
      from: "2026-08-20",
      fromPart: "am",
      to: "2026-08-20",
      toPart: "pm",
    });
  });

  it("has nothing before today", () => {
    const own = { ...zoe().stretches[0], first: 0, last: 9 } as BoardLine["stretches"][number];
    expect(extentsOf(own, 0, COLUMNS)[0]).toEqual(["whole", { first: 4, last: 9 }]);
  });
});

describe("the order of the board", () => {
  const all = lines();
  const byId = new Map(all.map((line) => [line.id, line]));
  const arranged = {
    order: orderOf(all, "department", COLUMNS, {}, "en"),
    needs: new Set(["zoe"]),
    show: SHOW,
    columns: COLUMNS,
    names: {},
  };
  const ids = (show: Partial<typeof SHOW> | { query: string } | { onlyGaps: boolean }) =>
    itemsOf(byId, { ...arranged, show: { ...SHOW, ...show } }).flatMap((item) =>
      item.kind === "line" ? [item.line.id] : [item.section],
    );

  it("has those that need cover on top", () => {
    expect(ids({})).toEqual(["needs", "zoe", "others", "moa"]);
  });

  it("finds by words in any order, accents either way", () => {
    expect(ids({ query: "oberg mans" })).toEqual(["others", "moa"]);
    expect(ids({ query: "sales" })).toEqual(["needs", "zoe"]);
    expect(ids({ query: "nobody" })).toEqual([]);
    expect(ids({ onlyGaps: true })).toEqual(["needs", "zoe"]);
  });

  it("leaves a line where it is when its gap is closed", () => {
    const closed = {
      ...zoe(),
      stretches: withChange(
        zoe().stretches,
        { first: 4, last: 9 },
        { status: "cover", assistantId: "ben" },
        4,
      ),
    };
    const items = itemsOf(new Map([...byId, ["zoe", closed]]), arranged);
    expect(items[0]).toEqual({ kind: "heading", section: "needs", count: 0 });
    expect(items[1]).toMatchObject({ kind: "line", line: { id: "zoe" } });
  });
});

describe("the keyboard", () => {
  const step = (key: string, at: number, more: { isHalf?: boolean; isMoving?: boolean } = {}) =>
    nextPosition({
      key,
      isHalf: false,
      isMoving: false,
      places: null,
      ...more,
      from: { lineId: "zoe", at, isHalf: false },
      lines: lines(),
      columns: COLUMNS,
    });

  it("goes from stretch to stretch, and by half-days with Shift", () => {
    expect(step("ArrowRight", 0)).toEqual({ lineId: "zoe", at: 2, isHalf: false });
    expect(step("ArrowRight", 5)).toBeNull();
    expect(step("ArrowRight", 5, { isHalf: true })).toEqual({ lineId: "zoe", at: 6, isHalf: true });
    expect(step("ArrowLeft", 4)).toEqual({ lineId: "zoe", at: 3, isHalf: false });
    expect(step("ArrowDown", 4)).toEqual({ lineId: "moa", at: 4, isHalf: false });
    expect(step("Home", 7)).toEqual({ lineId: "zoe", at: 0, isHalf: false });
    expect(step("End", 0)).toEqual({ lineId: "zoe", at: 4, isHalf: false });
    expect(step("PageDown", 0)).toEqual({ lineId: "moa", at: 0, isHalf: false });
  });

  it("stops only where somebody who is picked up can be put", () => {
    const places = new Map([["zoe", new Set([8, 9])]]);
    const to = (key: string, from: string) =>
      nextPosition({
        key,
        isHalf: false,
        isMoving: true,
        places,
        from: { lineId: from, at: 0, isHalf: false },
        lines: lines(),
        columns: COLUMNS,
      });
    expect(to("ArrowUp", "moa")).toEqual({ lineId: "zoe", at: 8, isHalf: false });
    expect(to("ArrowDown", "zoe")).toBeNull();
    expect(step("ArrowDown", 2, { isMoving: true })).toBeNull();
  });
});
