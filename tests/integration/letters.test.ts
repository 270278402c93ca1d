import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { readAnswerable } from "@/lib/insight/acts/queries";
import { answerFromMail } from "@/lib/insight/acts/service";
import { sendMails } from "@/lib/jobs/mail-here";
import { getLetterDeputy } from "@/lib/letters/deputies/queries";
import { nameLetterDeputy } from "@/lib/letters/deputies/service";
import { listLetters, listLettersToApprove, requireLetter } from "@/lib/letters/queries";
import { getLetterFile } from "@/lib/letters/queries-file";
import { DraftLetterInput, ListLettersInput, WriteLetterInput } from "@/lib/letters/schema";
import { draftLetter, writeLetter } from "@/lib/letters/service";
import {
  approveLetter,
  returnLetter,
  sendLetter,
  sendLetterAgain,
  submitLetter,
} from "@/lib/letters/service-answers";
import { listLetterTemplates } from "@/lib/letters/templates/queries";
import { addTemplate, changeTemplate } from "@/lib/letters/templates/service";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { requireRequestRow } from "@/lib/requests/queries";
import { day } from "@/lib/time/day";
import { startMailCatcher } from "@/prisma/tooling/mail-catcher";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createUser } from "@/tests/support/factories/accounts";
import { createExecutive } from "@/tests/support/factories/executives";
import { createRequest } from "@/tests/support/factories/requests";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let requestId: string;

beforeEach(async () => {
  office = await createLeaveOffice();
  const request = await createRequest(testDb(), {
    executiveId: office.ids.executiveId,
    assigneeId: office.ids.assistantId,
    heldBecause: "own",
    status: "in_progress",
    createdById: office.executive.userId,
  });
  requestId = request.id;
});

const executive = () => asExecutiveOf(office.executive.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const manager = () => asManagerOf(office.manager.userId);
const asRead = (id: string) => current("letters", id);
const statusOfRequest = async () =>
  (await testDb().supportRequest.findUniqueOrThrow({ where: { id: requestId } })).status;
const kindsTold = async (userId: string) =>
  (await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

const WORDS = { subject: "About {{matter}}", body: "Dear {{salutation}},\n\nYours,\n\n{{executive}}" };

async function drafted(values: object = { matter: "the audit", salutation: "Ms Žižka" }): Promise<string> {
  const input = DraftLetterInput.parse({ requestId, language: "en", ...WORDS, values });
  const answer = await draftLetter(await assistant(), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function submitted(): Promise<string> {
  const id = await drafted();
  expect(await submitLetter(await assistant(), await asRead(id))).toMatchObject({ ok: true });
  return id;
}

const rewritten = async (id: string, changes: object) => {
  const { subject, body, values } = await requireLetter(await assistant(), id);
  const input = WriteLetterInput.parse({ ...(await asRead(id)), subject, body, values, ...changes });
  return writeLetter(await assistant(), input);
};

describe("a letter template", () => {
  it("is checked when it is saved, and refused with the nearest field", async () => {
    const template = { poolId: office.ids.pool, language: "sv" as const, name: "Svar", subject: "Hej" };
    expect(await addTemplate(await manager(), { ...template, body: "Hej {{Motagare}}" })).toMatchObject({
      reason: "letter_field_unknown",
      details: { nearest: "Mottagare" },
    });
    const added = await addTemplate(await manager(), { ...template, body: "Hej {{Mottagare}}" });
    if (!added.ok) throw new Error(added.reason);
    const { id } = added.value;
    const input = DraftLetterInput.parse({ requestId, templateId: id });
    const begun = await draftLetter(await assistant(), input);
    if (!begun.ok) throw new Error(begun.reason);
    expect(await requireLetter(await executive(), begun.value.id)).toMatchObject({
      language: "sv",
      missing: ["recipient"],
    });
    const words = { name: "Svar", subject: "Hej", body: "x", isRetired: true };
    expect(await changeTemplate(await manager(), { id, version: 1, ...words })).toMatchObject({ ok: true });
    expect(await changeTemplate(await manager(), { id, version: 1, ...words })).toMatchObject({
      reason: "changed_since_read",
    });
    expect(await listLetterTemplates(await assistant())).toEqual([]);
  });
});

describe("a letter", () => {
  it("is not sent for approval while a field is missing, and the field is named", async () => {
    const id = await drafted({ matter: "the audit" });
    expect(await submitLetter(await assistant(), await asRead(id))).toMatchObject({
      reason: "letter_field_missing",
      details: { field: "Salutation" },
    });
  });

  it("waits for its executive with its request, and both go on with the answer", async () => {
    const id = await submitted();
    expect(await statusOfRequest()).toBe("waiting");
    expect(await listLettersToApprove(await executive())).toMatchObject([{ id, title: "About the audit" }]);
    expect(await kindsTold(office.executive.userId)).toContain("letter_to_approve");
    const returned = { ...(await asRead(id)), remarks: "Which room?" };
    expect(await returnLetter(await executive(), returned)).toMatchObject({ value: { status: "returned" } });
    expect(await statusOfRequest()).toBe("in_progress");
    expect(await kindsTold(office.assistant.userId)).toContain("letter_returned");
    expect(await rewritten(id, { body: "Dear {{salutation}}, room Sjön." })).toMatchObject({
      value: { number: 2, status: "draft" },
    });
    await submitLetter(await assistant(), await asRead(id));
    expect(await approveLetter(await executive(), await asRead(id))).toMatchObject({
      value: { number: 2, status: "approved" },
    });
    expect(await sendLetter(await assistant(), { ...(await asRead(id)), via: "post" })).toMatchObject({
      ok: true,
    });
    expect(await rewritten(id, { body: "Other" })).toMatchObject({ reason: "not_possible_now" });
    expect((await requireLetter(await executive(), id)).versions).toMatchObject([
      { number: 2, decision: "approved" },
      { number: 1, decision: "returned", remarks: "Which room?" },
    ]);
  });

  it("is approved in the version that was seen, and needs approval again after a change", async () => {
    const id = await submitted();
    const seen = await asRead(id);
    await rewritten(id, { body: "Another {{salutation}}" });
    await submitLetter(await assistant(), await asRead(id));
    expect(await approveLetter(await executive(), seen)).toMatchObject({ reason: "changed_since_read" });
    expect(await approveLetter(await executive(), await asRead(id))).toMatchObject({ ok: true });
    expect(await rewritten(id, { body: "A third {{salutation}}" })).toMatchObject({
      value: { status: "draft" },
    });
    expect(await sendLetter(await assistant(), { ...(await asRead(id)), via: "post" })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("saved as it is stays as it is", async () => {
    const id = await submitted();
    expect(await rewritten(id, {})).toMatchObject({ value: { number: 1, status: "for_approval" } });
  });

  it("is nobody else's to write or to read", async () => {
    const id = await drafted();
    const stranger = await asManagerOf(office.otherManager.userId);
    await expect(requireLetter(stranger, id)).rejects.toThrow(NotFoundError);
    expect((await listLetters(stranger, ListLettersInput.parse({}))).items).toEqual([]);
    expect((await listLetters(await executive(), ListLettersInput.parse({}))).items).toHaveLength(1);
    await testDb().supportRequest.update({ where: { id: requestId }, data: { confidential: true } });
    await expect(requireLetter(await manager(), id)).rejects.toThrow(NotFoundError);
    expect((await listLetters(await manager(), ListLettersInput.parse({}))).items).toEqual([]);
  });

  it("can be had as a file, made in a thread, and says Draft until it is approved", async () => {
    const id = await submitted();
    const draft = await getLetterFile(await executive(), { id, as: "eml" });
    expect([draft.name, draft.type]).toEqual(["About the audit.eml", "message/rfc822"]);
    expect(await draft.text()).toContain("Subject: Draft: About the audit");
    await approveLetter(await executive(), await asRead(id));
    expect(await (await getLetterFile(await executive(), { id, as: "eml" })).text()).not.toContain("Draft");
  });
});

describe("who is named to approve letters", () => {
  async function named() {
    const user = await createUser(testDb(), { name: "Mats", email: "mats@office.example" });
    await createExecutive(testDb(), { userId: user.id, poolId: office.ids.pool });
    const answer = await nameLetterDeputy(await executive(), { email: user.email });
    expect(answer).toMatchObject({ value: { deputy: { name: "Mats" } } });
    return { userId: user.id, deputy: () => asExecutiveOf(user.id) };
  }

  it("is an executive of the pool, and neither oneself nor anybody else", async () => {
    for (const email of ["executive@office.example", "assistant@office.example", "eve@mail.example"])
      expect(await nameLetterDeputy(await executive(), { email })).toMatchObject({
        reason: "deputy_unknown",
        path: "email",
      });
    expect(await getLetterDeputy(await executive())).toEqual({ deputy: null });
  });

  it("is asked beside the executive, and approves in their place until nobody is named", async () => {
    const { userId, deputy } = await named();
    const id = await submitted();
    expect(await kindsTold(userId)).toEqual(["letter_deputy_named", "letter_to_approve"]);
    expect(await listLettersToApprove(await deputy())).toMatchObject([{ id }]);
    expect(await approveLetter(await deputy(), await asRead(id))).toMatchObject({
      value: { status: "approved" },
    });
    expect(await statusOfRequest()).toBe("in_progress");
    const [latest] = (await requireLetter(await assistant(), id)).versions;
    expect(latest).toMatchObject({ decision: "approved", decidedByName: "Mats" });
    await nameLetterDeputy(await executive(), { email: "" });
    await expect(requireLetter(await deputy(), id)).rejects.toThrow(NotFoundError);
  });

  it("sees nothing of what is confidential, nor of requests", async () => {
    const { userId, deputy } = await named();
    await expect(requireRequestRow(await deputy(), requestId)).rejects.toThrow(NotFoundError);
    await testDb().supportRequest.update({ where: { id: requestId }, data: { confidential: true } });
    const id = await submitted();
    expect(await kindsTold(userId)).not.toContain("letter_to_approve");
    expect(await listLettersToApprove(await deputy())).toEqual([]);
    await expect(approveLetter(await deputy(), await asRead(id))).rejects.toThrow(NotFoundError);
  });
});

describe("a letter in a mail", () => {
  const answered = async () => {
    const where = { userId: office.executive.userId, kind: "letter_to_approve" };
    const notice = await testDb().notification.findFirstOrThrow({ where });
    const ctx = await executive();
    const asked = await readAnswerable(ctx, notice);
    if (!asked) return null;
    return { asked, press: (version: number) => answerFromMail(ctx, notice, { act: "approve", version }) };
  };

  it("is approved by its link, in the version that was sent and no other", async () => {
    const id = await submitted();
    const mail = await answered();
    expect(mail?.asked).toMatchObject({ acts: ["approve"], id, isOpen: true });
    const { version } = await asRead(id);
    expect(await mail?.press(version - 1)).toMatchObject({ reason: "changed_since_read" });
    expect(await mail?.press(version)).toMatchObject({ ok: true });
    expect(await mail?.press(version)).toMatchObject({ reason: "answered_already" });
  });

  it("has no link where its request is confidential", async () => {
    await submitted();
    await testDb().supportRequest.update({ where: { id: requestId }, data: { confidential: true } });
    expect(await answered()).toBeNull();
  });

  it("goes by mail once, word for word and as PDF, and anew only where it was refused", async () => {
    const catcher = await startMailCatcher();
    const deliver = deliveryBy({ url: catcher.url, from: undefined, publicUrl: "http://127.0.0.1:3000" });
    const id = await submitted();
    const send = async (how: object) =>
      sendLetter(await assistant(), { ...(await asRead(id)), via: "mail", ...how });
    await approveLetter(await executive(), await asRead(id));
    expect(await send({})).toMatchObject({ reason: "letter_no_address" });
    expect(await send({ via: "post", postedOn: day("2026-08-18") })).toMatchObject({
      reason: "posted_ahead",
    });
    await rewritten(id, { recipientEmail: "zizka@bank.example" });
    await submitLetter(await assistant(), await asRead(id));
    await approveLetter(await executive(), await asRead(id));
    expect(await send({})).toMatchObject({ ok: true });
    expect(await send({})).toMatchObject({ ok: false });
    expect((await requireLetter(await assistant(), id)).delivery).toBe("waiting");
    expect(await testDb().outgoingMail.count({ where: { letterId: id } })).toBe(1);
    await sendMails(() => asSystem(), deliver);
    const mails = catcher.mails.filter(({ recipients }) => recipients.includes("zizka@bank.example"));
    expect(mails).toMatchObject([
      { subject: "About the audit", attachments: [{ mimeType: "application/pdf" }] },
    ]);
    expect(mails[0]?.text).toMatch(/^Dear Ms Žižka,\n\nYours,/);
    expect(mails[0]?.headers.map(({ key }) => key)).not.toContain("auto-submitted");
    await sendLetterAgain(await assistant(), { id });
    expect((await requireLetter(await assistant(), id)).delivery).toBe("taken");
    await testDb().outgoingMail.updateMany({ where: { letterId: id }, data: { outcome: "refused" } });
    expect((await requireLetter(await assistant(), id)).delivery).toBe("refused");
    await sendLetterAgain(await assistant(), { id });
    expect((await requireLetter(await assistant(), id)).delivery).toBe("waiting");
    await catcher.stop();
  });
});

describe("the database", () => {
  it("lets no writer approve, no version change, and no letter be approved in another version", async () => {
    const id = await drafted();
    const db = testDb();
    const where = { letterId_number: { letterId: id, number: 1 } };
    const decided = { decision: "approved", decidedAt: MONDAY_MORNING } as const;
    await expect(
      db.letterVersion.update({ where, data: { ...decided, decidedById: office.assistant.userId } }),
    ).rejects.toThrow(/not_approved_by_writer/);
    await expect(db.letterVersion.update({ where, data: { body: "x" } })).rejects.toThrow(/never changed/);
    await db.letter.update({ where: { id }, data: { status: "for_approval" } });
    await expect(db.letter.update({ where: { id }, data: { status: "approved" } })).rejects.toThrow(
      /not approved/,
    );
  });

  it("keeps a sent letter as it was", async () => {
    const id = await submitted();
    await approveLetter(await executive(), await asRead(id));
    await sendLetter(await assistant(), { ...(await asRead(id)), via: "post" });
    await expect(testDb().letter.update({ where: { id }, data: { version: 99 } })).rejects.toThrow(
      /never changed/,
    );
  });
});
