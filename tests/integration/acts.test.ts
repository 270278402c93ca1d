import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { ApproveWithCoverInput } from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover } from "@/lib/coverage/leave-cover/service";
import { readActLink, readAnswerable } from "@/lib/insight/acts/queries";
import { answerFromMail } from "@/lib/insight/acts/service";
import { sendMails } from "@/lib/jobs/mail-here";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { notify } from "@/lib/notices/service-notify";
import { requestNotice } from "@/lib/requests/notices";
import { type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest } from "../support/factories/absences";
import { createFactor } from "../support/factories/accounts";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { coverStatusOf } from "../support/records";

const DAYS = { from: "2026-08-24", to: "2026-08-25" } as const;
const WEEK_LATER = new Date(MONDAY_MORNING.getTime() + 7 * 86_400_000);

let office: CoverageOffice;
let offerId: string;
let cia: string;
let catcher: MailCatcher;

/** Ben is away for two days; Cia is asked to cover Bo. */
beforeEach(async () => {
  office = await createCoverageOffice();
  catcher = await startMailCatcher();
  cia = office.userIds.cia ?? "";
  const ben = await asAssistantOf(office.userIds.ben ?? "");
  const asked = await requestAbsence(ben, makeRequest(DAYS), opensNothing);
  if (!asked.ok) throw new Error(asked.reason);
  const cover = { executiveId: office.ids.bo, assistantId: office.ids.cia, ...DAYS };
  const input = ApproveWithCoverInput.parse({
    ...(await current("absences", asked.value.id)),
    covers: [{ ...cover, fromPart: "am", toPart: "pm" }],
    asOffers: true,
  });
  await approveAbsenceWithCover(office.manager, input);
  offerId = (await testDb().coverageAssignment.findFirstOrThrow({ where: { status: "offered" } })).id;
});
afterEach(() => catcher.stop());

async function mailTo(userId: string) {
  const { email } = await testDb().user.findUniqueOrThrow({ where: { id: userId } });
  const publicUrl = "http://127.0.0.1:3000";
  await sendMails(() => asSystem(), deliveryBy({ url: catcher.url, from: undefined, publicUrl }));
  return catcher.mails.filter(({ to }) => JSON.stringify(to).includes(email));
}

async function tokenSent(): Promise<string> {
  const [mail] = await mailTo(cia);
  const [, token = ""] = /\/act\/(\S+)/.exec(mail?.text ?? "") ?? [];
  return token;
}

async function pressed(token: string, act: "accept" | "decline", now = MONDAY_MORNING) {
  const link = await readActLink(asSystem(now), token);
  if (!link) return null;
  const ctx = await asAssistantOf(link.userId, now);
  return answerFromMail(ctx, link.notice, { act, version: link.version });
}

describe("a link that answers from a mail", () => {
  it("does nothing when it is opened, as often as anybody likes, and accepts when it is pressed", async () => {
    const token = await tokenSent();
    const before = await current("coverage_assignments", offerId);
    for (let i = 0; i < 3; i++) {
      const link = await readActLink(asSystem(), token);
      expect(link && (await readAnswerable(await asAssistantOf(cia), link.notice))).toMatchObject({
        isOpen: true,
        acts: ["accept", "decline"],
      });
    }
    expect(await current("coverage_assignments", offerId)).toEqual(before);
    expect((await pressed(token, "accept"))?.ok).toBe(true);
    expect(await coverStatusOf(offerId)).toBe("confirmed");
    expect(await pressed(token, "decline")).toMatchObject({ reason: "answered_already" });
    expect(await coverStatusOf(offerId)).toBe("confirmed");
  });

  it("is worth nothing when it is forged, another's, a week old, or of an offer that has changed", async () => {
    const token = await tokenSent();
    const [text = "", signature = ""] = token.split(".");
    const other = text.replace(/~1~/, "~2~");
    for (const forged of ["made-up", `${other}.${signature}`, `${text}.`, ""])
      expect(await readActLink(asSystem(), forged)).toBeNull();
    expect(await readActLink(asSystem(WEEK_LATER), token)).toBeNull();
    const link = await readActLink(asSystem(), token);
    const ben = await asAssistantOf(office.userIds.ben ?? "");
    expect(link && (await readAnswerable(ben, link.notice))).toBeNull();
    await testDb().coverageAssignment.update({
      where: { id: offerId },
      data: { version: { increment: 1 } },
    });
    expect(await pressed(token, "accept")).toMatchObject({ reason: "changed_since_read" });
    expect(await coverStatusOf(offerId)).toBe("offered");
  });

  it("is no way around a second factor", async () => {
    const token = await tokenSent();
    await createFactor(testDb(), cia);
    expect(await pressed(token, "accept")).toMatchObject({ reason: "session_needed" });
    expect(await coverStatusOf(offerId)).toBe("offered");
  });

  it("is not in the mail of whoever signs in with a second factor", async () => {
    await createFactor(testDb(), cia);
    expect((await mailTo(cia))[0]?.text).toContain("/assistant/offers");
    expect(await tokenSent()).toBe("");
  });
});

describe("a mail about a record", () => {
  it("leaves out what its person may no longer know of when it goes out", async () => {
    const executiveId = office.ids.bo ?? "";
    const request = await testDb().supportRequest.create({
      data: { executiveId, summary: "Kanarie", createdById: office.userIds.bo ?? "" },
    });
    const params = { requestId: request.id, summary: "Kanarie" };
    await notify(asSystem(), requestNotice("request_assigned", [office.userIds.dan ?? cia], params));
    const mails = await mailTo(office.userIds.dan ?? cia);
    expect(mails.map(({ text }) => text).join()).not.toContain("Kanarie");
  });
});
