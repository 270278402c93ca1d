import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { getBrief } from "@/lib/insight/brief/queries";
import { tellOfBriefs } from "@/lib/insight/brief/service";
import { sendMails } from "@/lib/jobs/mail-here";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { asAssistantOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createAbsence, makeRequest, opensNothing } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

let office: CoverageOffice;
let catcher: MailCatcher;

beforeEach(async () => {
  office = await createCoverageOffice();
  catcher = await startMailCatcher();
});
afterEach(() => catcher.stop());

/** Nobody is away, and nobody lacks support. */
async function closeGaps(): Promise<void> {
  await testDb().absence.deleteMany();
  await testDb().executive.update({
    where: { id: office.ids.zoe },
    data: { leavesOn: new Date("2026-08-01") },
    select: { id: true },
  });
}

/** Ben is ill on Wednesday, so Bo has nobody, and asks for two days next week. */
async function waitForTheManager(): Promise<void> {
  await closeGaps();
  const on = new Date("2026-08-19");
  await createAbsence(testDb(), { assistantId: office.ids.ben, startOn: on, endOn: on, status: "approved" });
  const ben = await asAssistantOf(office.userIds.ben ?? "");
  await requestAbsence(ben, makeRequest({ from: "2026-08-24", to: "2026-08-25" }), opensNothing);
}

const at = (utc: string) => asSystem(new Date(utc));

async function mailsAt(now: Date) {
  const publicUrl = "http://127.0.0.1:3000";
  await sendMails(() => asSystem(now), deliveryBy({ url: catcher.url, from: undefined, publicUrl }));
  return catcher.mails;
}

describe("the brief of a week", () => {
  it("says what waits, each line with its page, and not why anybody is away", async () => {
    await waitForTheManager();
    const { week, blocks } = await getBrief(office.manager, {});
    expect(week).toBe("2026-W34");
    expect(blocks.map(({ key, count }) => [key, count])).toEqual([
      ["gaps", 1],
      ["leave", 1],
    ]);
    expect(blocks[0]?.lines).toEqual([
      {
        kind: "gaps",
        executive: "Bo Holm",
        halfDays: 2,
        range: { from: "2026-08-19", fromPart: "am", to: "2026-08-19", toPart: "pm" },
        href: `/manager/coverage?week=2026-W34&pool=${office.poolId}`,
      },
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/vacation|sick/i);
  });

  it("leaves out other weeks' gaps, and those that are over", async () => {
    await waitForTheManager();
    const thursday = { ...office.manager, now: new Date("2026-08-20T07:00:00Z") };
    expect((await getBrief(thursday, {})).blocks.map(({ key }) => key)).toEqual(["leave"]);
  });

  it("is told at eight on the first working day, once, on the manager's clock", async () => {
    expect(await tellOfBriefs(at("2026-08-17T05:55:00Z"))).toEqual({ told: 0 });
    expect(await tellOfBriefs(at("2026-08-17T06:00:00Z"))).toEqual({ told: 1 });
    expect(await tellOfBriefs(at("2026-08-17T09:00:00Z"))).toEqual({ told: 0 });
    expect(await tellOfBriefs(at("2026-08-18T09:00:00Z"))).toEqual({ told: 0 });
    // Winter time, and Easter Monday in Sweden.
    expect(await tellOfBriefs(at("2027-01-11T06:30:00Z"))).toEqual({ told: 0 });
    expect(await tellOfBriefs(at("2027-01-11T07:00:00Z"))).toEqual({ told: 1 });
    expect(await tellOfBriefs(at("2027-03-29T07:00:00Z"))).toEqual({ told: 0 });
    expect(await tellOfBriefs(at("2027-03-30T07:00:00Z"))).toEqual({ told: 1 });
  });

  it("is mailed with all that waits, unless its manager wants it in Standby alone", async () => {
    await waitForTheManager();
    const { userId } = office.manager.actor;
    await testDb().notification.deleteMany();
    await testDb().user.update({ where: { id: userId }, data: { locale: "sv" } });
    await tellOfBriefs(asSystem());
    const [mail] = await mailsAt(new Date(MONDAY_MORNING.getTime() + 5 * 60_000));
    expect(mail?.subject).toBe("Din vecka i Standby");
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain("Luckor: 1");
      expect(part).toMatch(/Bo Holm: 2 halvdagar, ons 19 aug/);
      expect(part).toContain("/manager/coverage?week=2026-W34");
    }
    await testDb().noticePreference.create({ data: { userId, kind: "brief_ready", delivery: "app" } });
    await tellOfBriefs(at("2026-08-24T07:00:00Z"));
    expect(await mailsAt(new Date("2026-08-24T08:00:00Z"))).toHaveLength(1);
  });

  it("says so in one line where nothing waits", async () => {
    await closeGaps();
    await tellOfBriefs(asSystem());
    const [mail] = await mailsAt(new Date(MONDAY_MORNING.getTime() + 5 * 60_000));
    expect(mail?.text).toContain("Nothing waits for you this week.");
  });
});
