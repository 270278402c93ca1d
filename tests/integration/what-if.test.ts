import { beforeEach, describe, expect, it } from "vitest";
import { getBoard } from "@/lib/coverage/board/queries";
import { BoardInput } from "@/lib/coverage/board/schema";
import { readWhatIf, tryWhatIf, workOutWhatIf } from "@/lib/coverage/what-if/queries";
import { listWhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import { type WhatIfChange, WhatIfInput } from "@/lib/coverage/what-if/schema";
import { lookAtWhatIf, resumeWhatIf, stopWhatIf } from "@/lib/coverage/what-if/service-runs";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

function question(...changes: Record<string, unknown>[]): WhatIfInput {
  return WhatIfInput.parse({ poolId: office.poolId, week: "2026-W34", weeks: 1, changes });
}

function ask(...changes: Record<string, unknown>[]) {
  return tryWhatIf(office.manager, question(...changes));
}

async function requestLeave(assistantId: string): Promise<string> {
  const { id } = await testDb().absence.create({
    data: {
      assistantId,
      leaveTypeId: "vacation",
      startOn: new Date("2026-08-18"),
      endOn: new Date("2026-08-19"),
      status: "requested",
    },
  });
  return id;
}

describe("a what-if question", () => {
  it("starts from the board's own figures and saves nothing", async () => {
    const board = await getBoard(
      office.manager,
      BoardInput.parse({ poolId: office.poolId, from: WEEK.from, to: "2026-08-23" }),
    );
    const audited = await testDb().auditEvent.count();
    const answer = await ask({ kind: "no_cover", weekday: 5 });
    expect(answer.before.current.halfDays).toBe(board.gaps);
    expect(answer.before.weeks).toEqual([
      { week: "2026-W34", current: board.gaps, planned: answer.before.planned.halfDays },
    ]);
    expect(answer.before.isFewestGaps).toBe(true);
    const rows = await Promise.all([testDb().coveragePlan.count(), testDb().coverageAssignment.count()]);
    expect(rows).toEqual([0, 0]);
    expect(await testDb().auditEvent.count()).toBe(audited);
  });

  it("says what a resignation costs, whom, and what would help", async () => {
    const answer = await ask({ kind: "resigns", assistantId: office.ids.ben, from: "2026-08-17" });
    expect(answer.after.current.halfDays).toBe(answer.before.current.halfDays + 10);
    expect(answer.after.planned.weightedMinutes).toBeGreaterThan(answer.before.planned.weightedMinutes);
    expect(answer.worsened.length).toBeGreaterThan(0);
    expect(answer.names[answer.worsened[0]?.executiveId ?? ""]).toBeTruthy();
    expect(answer.load.find((row) => row.assistantId === office.ids.ben)?.after).toEqual({
      own: 0,
      cover: 0,
    });
    expect(answer.gaps.length).toBeGreaterThan(0);
    for (const gap of answer.gaps) expect(gap.remedies).toBeInstanceOf(Array);
  });

  it("takes several changes together: another assistant makes up for who goes", async () => {
    const gone = { kind: "resigns", assistantId: office.ids.ben, from: "2026-08-17" };
    const like = { kind: "assistant_joins", likeAssistantId: office.ids.ben };
    const [alone, together] = [await ask(gone), await ask(gone, like)];
    expect(together.after.planned.weightedMinutes).toBeLessThan(alone.after.planned.weightedMinutes);
    expect(Object.keys(together.names)).toContain("new-assistant-2");
  });

  it("adds an executive with duties of their own, supported or not", async () => {
    const joins = {
      kind: "executive_joins",
      likeExecutiveId: office.ids.bo,
      duties: [{ dutyId: "calendar", minutesPerDay: 60 }],
    };
    expect((await ask(joins)).after.current.halfDays).toBe(32);
    const supported = await ask({ ...joins, primaryAssistantId: office.ids.dan });
    expect(supported.after.current.halfDays).toBe(22);
  });

  it("adds an executive from the day they join", async () => {
    const joins = { kind: "executive_joins", likeExecutiveId: office.ids.bo, from: "2026-08-20" };
    const [week, thursday] = [await ask({ ...joins, from: "2026-08-17" }), await ask(joins)];
    expect(week.after.current.halfDays - week.before.current.halfDays).toBe(10);
    expect(thursday.after.current.halfDays - thursday.before.current.halfDays).toBe(4);
  });

  it("looks at leave before it is approved", async () => {
    const absenceId = await requestLeave(office.ids.ben);
    const options = await listWhatIfOptions(office.manager, office.poolId, day(WEEK.from), day(WEEK.to));
    expect(options.leave).toEqual([
      { id: absenceId, name: "Ben Berg", from: "2026-08-18", fromPart: "am", to: "2026-08-19", toPart: "pm" },
    ]);
    const answer = await ask({ kind: "leave_approved", absenceId });
    expect(answer.after.current.halfDays).toBe(26);
    expect((await testDb().absence.findUniqueOrThrow({ where: { id: absenceId } })).status).toBe("requested");
  });

  it("borrows people of a pool the manager leads too, and of no other", async () => {
    const pool = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };
    const user = await testDb().user.create({ data: { email: "far@x.example", name: "Far Off" } });
    const south = await testDb().pool.create({ data: { name: "South", ...pool } });
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));
    await testDb().assistant.create({
      data: {
        userId: user.id,
        poolId: south.id,
        site: "HQ",
        workingPatterns: { create: hours },
        skills: {
          create: ["calendar", "travel"].map((dutyId) => ({ dutyId, proficiency: 5 })),
        },
      },
    });
    const lends: WhatIfChange = { kind: "pool_lends", poolId: south.id };
    await expect(ask(lends)).rejects.toThrow(NotFoundError);
    await testDb().poolManager.create({ data: { poolId: south.id, userId: office.manager.actor.userId } });
    const manager = await asManagerOf(office.manager.actor.userId);
    const answer = await tryWhatIf(manager, question(lends));
    expect(answer.before.current).toEqual(answer.after.current);
    expect(answer.after.planned.weightedMinutes).toBeLessThan(answer.before.planned.weightedMinutes);
  });

  it("trains somebody who lacks one level, and no figure is worse for it", async () => {
    await testDb().dutyRequirement.updateMany({ where: { dutyId: "calendar" }, data: { minProficiency: 4 } });
    const trained: WhatIfChange = {
      ...{ kind: "skill_raised", assistantId: office.ids.dan },
      ...{ dutyId: "calendar", level: 4 },
    };
    const answer = await ask(trained);
    expect(answer.before.current).toEqual(answer.after.current);
    expect(answer.after.planned.weightedMinutes).toBeLessThan(answer.before.planned.weightedMinutes);
  });

  it("finds nobody of another pool", async () => {
    const stranger = "019ab3a0-0000-7000-8000-00000000000f";
    for (const change of [
      { kind: "resigns", assistantId: stranger, from: "2026-08-17" },
      { kind: "executive_joins", likeExecutiveId: stranger },
      { kind: "executive_joins", likeExecutiveId: office.ids.bo, primaryAssistantId: stranger },
      { kind: "assistant_joins", likeAssistantId: stranger },
      { kind: "leave_approved", absenceId: stranger },
      { kind: "skill_raised", assistantId: stranger, dutyId: "calendar", level: 3 },
    ])
      await expect(ask(change), change.kind).rejects.toThrow(NotFoundError);
    const other = await testDb().user.create({ data: { email: "other@x.example", name: "Other" } });
    await testDb().pool.create({
      data: {
        name: "West",
        timeZone: "UTC",
        holidayRegion: "SE",
        managers: { create: { userId: other.id } },
      },
    });
    const manager = await asManagerOf(other.id);
    await expect(tryWhatIf(manager, question())).rejects.toThrow(NotFoundError);
    await expect(listWhatIfOptions(manager, office.poolId, day(WEEK.from), day(WEEK.to))).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("looking at an answer that takes time", () => {
  it("says how far it is, and joins the run that goes on", async () => {
    const input = question({ kind: "no_cover", weekday: 5 });
    expect(await lookAtWhatIf(office.manager, input, 0)).toMatchObject({ state: "running" });
    const look = await lookAtWhatIf(office.manager, input, 60_000);
    expect(look.state).toBe("done");
    if (look.state === "done") expect(await lookAtWhatIf(office.manager, input, 1_000)).toEqual(look);
  });

  it("stops at once when its manager says so, stays stopped, and goes on when asked to", async () => {
    const input = question({ kind: "no_cover", weekday: 4 });
    const look = await lookAtWhatIf(office.manager, input, 0);
    if (look.state !== "running") throw new Error("not running");
    expect(await stopWhatIf(office.manager, { run: look.run })).toEqual({
      ok: true,
      value: { run: look.run },
    });
    for (const waitMs of [0, 60_000])
      expect(await lookAtWhatIf(office.manager, input, waitMs)).toEqual({ state: "stopped", run: look.run });
    await resumeWhatIf(office.manager, { run: look.run });
    expect((await lookAtWhatIf(office.manager, input, 60_000)).state).toBe("done");
  });

  it("is stopped by nobody else, and not once it is answered", async () => {
    const user = await testDb().user.create({ data: { email: "co@x.example", name: "Co Manager" } });
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: user.id } });
    let input = question({ kind: "no_cover", weekday: 3 });
    let look = await lookAtWhatIf(office.manager, input, 0);
    // An answer may be there before it is looked at: then another question is asked.
    for (let weekday = 4; look.state !== "running" && weekday <= 7; weekday++) {
      input = question({ kind: "no_cover", weekday });
      look = await lookAtWhatIf(office.manager, input, 0);
    }
    if (look.state !== "running") throw new Error("not running");
    await expect(stopWhatIf(await asManagerOf(user.id), { run: look.run })).rejects.toThrow(NotFoundError);
    const done = await lookAtWhatIf(office.manager, input, 60_000);
    expect(done.state).toBe("done");
    await stopWhatIf(office.manager, { run: look.run });
    expect(await lookAtWhatIf(office.manager, input, 1_000)).toEqual(done);
  });

  it("ends the work in the thread: an aborted question has no answer", async () => {
    const stop = new AbortController();
    const steps: string[] = [];
    const asked = await readWhatIf(office.manager, question({ kind: "no_cover", weekday: 2 }));
    const answer = workOutWhatIf(asked, {
      signal: stop.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        stop.abort();
      },
    });
    await expect(answer).rejects.toThrow("aborted");
    expect(new Set(steps)).toEqual(new Set(["before"]));
  });
});
