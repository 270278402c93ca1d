import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readActLink } from "@/lib/insight/acts/queries";
import { answerFromMail } from "@/lib/insight/acts/service";
import { sendMails } from "@/lib/jobs/mail-here";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { day } from "@/lib/time/day";
import { EndEnrolmentInput, EnrolInput, InviteInput } from "@/lib/training/enrolments/schema";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { listOwnEntries } from "@/lib/training/invitations/queries";
import { inviteAssistant } from "@/lib/training/invitations/service";
import { MoveSessionInput } from "@/lib/training/sessions/schema";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import {
  createTrainingOffice,
  MORNING,
  type TrainingName,
  type TrainingOffice,
} from "../support/offices/training";
import { liveCovers, noticesOf } from "../support/records";
import { current } from "../support/versions";

let office: TrainingOffice;
let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher();
});
afterAll(() => catcher.stop());

async function mailsTo(name: TrainingName) {
  const { email } = await testDb().user.findUniqueOrThrow({ where: { id: office.userIds[name] ?? "" } });
  const publicUrl = "http://127.0.0.1:3000";
  await sendMails(() => asSystem(), deliveryBy({ url: catcher.url, from: undefined, publicUrl }));
  return catcher.mails.filter(({ to }) => JSON.stringify(to).includes(email));
}

function invite(name: TrainingName) {
  const asked = { sessionId: office.sessionId, assistantId: office.ids[name] };
  return inviteAssistant(office.manager, InviteInput.parse(asked));
}

async function press(name: TrainingName, act: "accept" | "decline") {
  const tokens = (await mailsTo(name)).flatMap(({ text }) => /\/act\/(\S+)/.exec(text ?? "")?.[1] ?? []);
  const link = await readActLink(asSystem(), tokens.at(-1) ?? "");
  if (!link) return null;
  return answerFromMail(await office.assistant(name), link.notice, { act, version: link.version });
}

/** What each mail's calendar says: its method, UID and sequence. */
async function calendarsOf(name: TrainingName) {
  return (await mailsTo(name)).flatMap(({ attachments }) =>
    attachments
      .filter(({ mimeType }) => mimeType.includes("calendar"))
      .map(({ content }) =>
        typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString(),
      )
      .map((text) => [/METHOD:(\w+)/, /UID:(\S+)/, /SEQUENCE:(\d+)/].map((part) => part.exec(text)?.[1])),
  );
}

describe("an invitation", () => {
  it("holds a seat, and yes in the mail books it with absence and cover; its calendar follows every change", async () => {
    office = await createTrainingOffice({ capacity: 1 });
    expect(await invite("ben")).toMatchObject({ ok: true, value: { status: "offered" } });
    expect(await invite("cia")).toMatchObject({ reason: "session_full" });
    expect(await calendarsOf("ben")).toEqual([]);
    expect(await office.trainingAbsencesOf("ben")).toEqual([]);
    expect(await press("ben", "accept")).toMatchObject({ ok: true });
    expect(await office.trainingAbsencesOf("ben")).toMatchObject([{ status: "approved", isBooked: true }]);
    await mailsTo("ben");
    expect(await liveCovers(["confirmed"])).toHaveLength(1);
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_answered");

    const dates = [{ ...MORNING, on: day("2026-09-01") }];
    const moved = { ...(await current("training_sessions", office.sessionId)), dates };
    expect(await moveSession(office.manager, MoveSessionInput.parse(moved))).toMatchObject({ ok: true });
    await mailsTo("ben");
    const ben = await office.assistant("ben");
    await cancelEnrolment(ben, EndEnrolmentInput.parse(await office.seatOf("ben")));
    const [booked, changed, ended] = await calendarsOf("ben");
    const uid = booked?.[1];
    expect([booked, changed, ended]).toEqual([
      ["REQUEST", uid, "0"],
      ["REQUEST", uid, "1"],
      ["CANCEL", uid, "2"],
    ]);
    const { id } = await office.enrolmentOf("ben");
    expect(await listOwnEntries(ben, id)).toMatchObject([{ method: "CANCEL", sequence: 2 }]);
    await expect(listOwnEntries(await office.assistant("cia"), id)).rejects.toThrow("enrolment");
  });

  it("writes no mail for the calendar of who switched that off, and keeps the entry", async () => {
    office = await createTrainingOffice({ capacity: 1 });
    const userId = office.userIds.cia ?? "";
    await testDb().noticePreference.create({ data: { userId, kind: "training_entry", delivery: "off" } });
    await enrolAssistant(
      office.manager,
      EnrolInput.parse({ sessionId: office.sessionId, assistantId: office.ids.cia }),
    );
    const { id } = await office.enrolmentOf("cia");
    expect(await listOwnEntries(await office.assistant("cia"), id)).toMatchObject([{ method: "REQUEST" }]);
    expect(await calendarsOf("cia")).toEqual([]);
  });

  it("frees the seat with a no, and says so to the manager", async () => {
    office = await createTrainingOffice({ capacity: 1 });
    await invite("ben");
    expect(await press("ben", "decline")).toMatchObject({ ok: true });
    expect(await office.statusOf("ben")).toBe("declined");
    expect(await office.trainingAbsencesOf("ben")).toEqual([]);
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_answered");
    expect(await invite("cia")).toMatchObject({ ok: true });
  });
});
