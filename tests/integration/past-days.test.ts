import { beforeEach, describe, expect, it } from "vitest";
import { listPoolBalances } from "@/lib/absences/balances/queries";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { changeAssistant } from "@/lib/assistants/service";
import { getBoard } from "@/lib/coverage/board/queries";
import { BoardInput } from "@/lib/coverage/board/schema";
import { recordCoverLedger } from "@/lib/coverage/candidates/service-ledger";
import { requireExecutiveRecord } from "@/lib/executives/queries";
import { changeExecutive } from "@/lib/executives/service";
import { importOffice } from "@/lib/imports/service";
import { testDb } from "../support/database";
import { makeAssistantChange } from "../support/factories/assistants";
import { createCover } from "../support/factories/covers";
import { makeExecutiveChange } from "../support/factories/executives";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

/** The Monday after the week the office is looked at. */
const NOW = new Date("2026-08-24T07:00:00Z");
const NEXT_WEEK = { from: "2026-08-24", to: "2026-08-28" };
const MONDAY = { weekday: 1, startsAtMinute: 480, endsAtMinute: 720 };

let office: CoverageOffice;

beforeEach(async () => {
  const made = await createCoverageOffice();
  office = { ...made, manager: { ...made.manager, now: NOW } };
  await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
  await testDb().leaveEntitlement.create({
    data: { poolId: office.poolId, leaveTypeId: "vacation", amount: 2500, firstYear: 2026 },
  });
  await createCover(testDb(), {
    executiveId: office.ids.xenia,
    assistantId: office.ids.ben,
    startOn: new Date(WEEK.from),
    endOn: new Date(WEEK.from),
  });
});

/** What is told of a week: board, ledger, and what was taken of the balances. */
async function told(week: { from: string; to: string }) {
  const board = await getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...week }));
  await recordCoverLedger({ actor: null, db: testDb(), now: NOW });
  const balances = await listPoolBalances(office.manager, { poolId: office.poolId, limit: 50 });
  return {
    slots: board.executives.map(({ id, slots }) => ({
      id,
      slots: slots.map(({ status, assistantId }) => `${status} ${assistantId}`),
    })),
    ledger: await testDb().coverLedgerEntry.findMany({ orderBy: { part: "asc" } }),
    taken: balances.items.map(({ name, balances: [balance] }) => `${name} ${balance?.taken}`),
  };
}

async function changed(who: "ana" | "ben" | "cia", fields: Record<string, unknown>) {
  const view = await requireAssistantRecord(office.manager, office.ids[who]);
  expect(await changeAssistant(office.manager, makeAssistantChange(view, fields))).toMatchObject({
    ok: true,
  });
}

describe("what is over stays as it was", () => {
  it("when an assistant works other hours, another site, with other skills", async () => {
    const [past, ahead] = [await told(WEEK), await told(NEXT_WEEK)];
    await changed("ben", { hours: [MONDAY] });
    await changed("ana", { hours: [MONDAY], site: "Elsewhere", skills: [] });
    expect(await told(WEEK)).toEqual(past);
    expect((await told(NEXT_WEEK)).slots).not.toEqual(ahead.slots);
  });

  it("when a sheet brings other hours", async () => {
    const past = await told(WEEK);
    const sheet = `name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages
Ben Berg,ben@x.example,North,HQ,assistant,1,Mon,08:00,12:00,calendar:4;travel:4,sv:C2;en:C1
`;
    const answer = await importOffice(office.manager, {
      files: { assistants: sheet },
      dryRun: false,
      poolDefaults: { timeZone: "Europe/Stockholm", holidayRegion: "SE" },
    });
    expect(answer).toMatchObject({ ok: true, value: { applied: true } });
    expect((await requireAssistantRecord(office.manager, office.ids.ben)).hours).toHaveLength(1);
    expect(await told(WEEK)).toEqual(past);
  });

  it("when an executive is supported in other hours", async () => {
    const [past, ahead] = [await told(WEEK), await told(NEXT_WEEK)];
    const view = await requireExecutiveRecord(office.manager, office.ids.bo);
    const change = makeExecutiveChange(view, { supportHours: [MONDAY] });
    expect(await changeExecutive(office.manager, change)).toMatchObject({ ok: true });
    expect(await told(WEEK)).toEqual(past);
    expect((await told(NEXT_WEEK)).slots).not.toEqual(ahead.slots);
  });
});
