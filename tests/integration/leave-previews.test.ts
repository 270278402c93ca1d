import { beforeEach, describe, expect, it } from "vitest";
import { previewLeave } from "@/lib/absences/balances/queries-outlook";
import { PreviewLeaveInput } from "@/lib/absences/balances/schema";
import { asAssistantOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import {
  ask,
  type CountingOffice,
  createCountingOffice,
  enter,
  idOf,
} from "@/tests/support/offices/balances";

let office: CountingOffice;

beforeEach(async () => {
  office = await createCountingOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = () => asAssistantOf(office.assistant.userId);

describe("a preview", () => {
  it("says what leave takes and what is left after it, before it is sent", async () => {
    const input = PreviewLeaveInput.parse({ type: "vacation", from: "2026-09-07", to: "2026-09-11" });
    expect(await previewLeave(await assistant(), input)).toMatchObject({
      value: {
        amount: 5,
        withdrawals: [{ year: 2026, amount: 5, before: 25, after: 20, whole: 25 }],
        isOverdrawn: false,
        awayCount: 0,
        poolSize: 2,
        away: null,
      },
    });
    expect(await testDb().absence.count()).toBe(0);
  });

  it("counts who else is away for the asker, and names them to who decides", async () => {
    idOf(await enter(office, { from: "2026-09-08", fromPart: "pm" }, office.ids.colleagueId));
    const input = PreviewLeaveInput.parse({ type: "vacation", from: "2026-09-07", to: "2026-09-11" });
    const asked = await previewLeave(await assistant(), input);
    expect(asked).toMatchObject({ value: { awayCount: 1, away: null } });
    expect(JSON.stringify(asked)).not.toMatch(/colleague/i);
    const { assistantId } = office.ids;
    expect(await previewLeave(await manager(), { ...input, assistantId })).toMatchObject({
      value: { away: [{ name: "Person colleague", from: "2026-09-08", fromPart: "pm", toPart: "pm" }] },
    });
  });

  it("says where days are taken by an absence already", async () => {
    idOf(await ask(office, { from: "2026-09-07", to: "2026-09-08" }));
    const asked = PreviewLeaveInput.parse({ type: "vacation", from: "2026-09-08", to: "2026-09-09" });
    expect(await previewLeave(await assistant(), asked)).toMatchObject({
      value: { amount: 2, clash: { from: "2026-09-07", to: "2026-09-08" } },
    });
    const free = PreviewLeaveInput.parse({ type: "vacation", from: "2026-09-09", to: "2026-09-09" });
    expect(await previewLeave(await assistant(), free)).toMatchObject({ value: { clash: null } });
  });
});
