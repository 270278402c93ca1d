import { describe, expect, it } from "vitest";
import { getLeavePreview } from "@/lib/coverage/what-if/queries-leave-preview";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createCoverageOffice } from "../support/offices/coverage";

describe("the preview of an assistant's leave", () => {
  it("names whom leave would leave uncovered in the coming twelve weeks, own executives only", async () => {
    const office = await createCoverageOffice();
    const cia = await asAssistantOf(office.userIds.cia ?? "");
    const preview = await getLeavePreview(cia);
    expect(preview).toMatchObject({ from: "2026-08-17", to: "2026-11-08" });
    expect(preview.days).toHaveLength(84);
    const [monday] = preview.days;
    expect(monday?.state).toBe("work");
    expect(preview.days[4]).toMatchObject({ on: "2026-08-21", state: "off", uncovered: [] });
    const words = JSON.stringify(preview);
    expect(words).not.toMatch(/Ana|Ben|Dan|Xenia|Yngve|Bo Holm|vacation/);
    expect(await testDb().coveragePlan.count()).toBe(0);
  });

  it("shows leave that stands already as such, and holidays by name", async () => {
    const office = await createCoverageOffice();
    const ana = await asAssistantOf(office.userIds.ana ?? "");
    const preview = await getLeavePreview({ ...ana, now: new Date("2026-08-17T06:00:00Z") });
    expect(preview.days.slice(0, 5).every((day) => day.state === "away")).toBe(true);
    const later = await getLeavePreview({ ...ana, now: new Date("2026-12-01T06:00:00Z") });
    expect(later.days.find((day) => day.on === "2026-12-25")).toMatchObject({
      state: "day_off",
      holiday: expect.stringMatching(/Christmas/),
    });
  });
});
