import { createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { getPerson } from "@/lib/auth/person";
import { NotFoundError } from "@/lib/errors";
import { listComments } from "@/lib/requests/comments/queries";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { countHeldMails, listHeldMails, listRequestMails } from "@/lib/requests/inbound/queries";
import { ListHeldMailsInput, ReleaseMailInput } from "@/lib/requests/inbound/schema";
import { readLeftMails, readStoredMail } from "@/lib/requests/inbound/service";
import { answerAddressOf, requestOfTag } from "@/lib/requests/inbound/service-addresses";
import { isSignedMail, storeMail } from "@/lib/requests/inbound/service-arrival";
import { discardMail, releaseMail, restoreMail } from "@/lib/requests/inbound/service-held";
import { FileByLinkInput } from "@/lib/requests/links/schema";
import { fileByLink, removeFilingLink, renewFilingLink } from "@/lib/requests/links/service";
import { listOwnRequests, requireSupportRequest } from "@/lib/requests/queries";
import { ListRequestsInput } from "@/lib/requests/schema";
import { setAsideRequest } from "@/lib/requests/service-assistant";
import { runReadMail } from "@/lib/requests/worker/read-mail-task";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { rawMail } from "@/tests/support/raw-mails";
import { current } from "@/tests/support/versions";

const SECRET = "a secret of the mail server, long enough";
process.env.MAIL_IN_ADDRESS = "requests@in.example.org";
process.env.MAIL_IN_SECRET = SECRET;
afterAll(() => {
  delete process.env.MAIL_IN_ADDRESS;
  delete process.env.MAIL_IN_SECRET;
});

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let addresses: Record<"executive" | "assistant" | "colleague", string>;

beforeEach(async () => {
  office = await createLeaveOffice();
  const emailOf = async ({ userId }: { userId: string }) =>
    (await testDb().user.findUniqueOrThrow({ where: { id: userId } })).email;
  addresses = {
    executive: await emailOf(office.executive),
    assistant: await emailOf(office.assistant),
    colleague: await emailOf(office.colleague),
  };
});

const executive = () => asExecutiveOf(office.executive.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const manager = () => asManagerOf(office.manager.userId);
const desk = {
  parse: runReadMail,
  personOf: (userId: string) => getPerson(testDb(), userId, MONDAY_MORNING),
  recordReply: async () => true,
};

let sent = 0;
async function receive(headers: Record<string, string>, body: string): Promise<string> {
  const raw = rawMail(
    { "Message-ID": `<m${++sent}@example.org>`, "Content-Type": "text/plain; charset=utf-8", ...headers },
    body,
  );
  const id = await storeMail(asSystem(), raw);
  await readStoredMail(asSystem(), id, desk);
  return id;
}
const mailOf = (id: string) => testDb().inboundMail.findUniqueOrThrow({ where: { id } });
const own = async () => (await listOwnRequests(await executive(), ListRequestsInput.parse({}))).items;

describe("mail that comes in", () => {
  it("of a known executive is a request, with its files, once by its Message-ID", async () => {
    const mail = {
      From: `Anna <${addresses.executive.toUpperCase()}>`,
      To: "requests+stockholm@in.example.org",
      Subject: "Re: Book the trip",
      "Message-ID": "<once@example.org>",
      "Content-Type": 'multipart/mixed; boundary="m"',
    };
    const parts = `--m\nContent-Type: text/plain\n\nTwo nights.\n--m\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=Plan.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjc=\n--m\nContent-Type: application/zip\nContent-Disposition: attachment; filename=a.zip\n\nPK\n\u0001--m--`;
    const id = await receive(mail, parts);
    const [request, ...others] = await own();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      summary: "Book the trip",
      details: "Two nights.",
      via: "mail",
      status: "assigned",
    });
    expect(await listRequestFiles(await assistant(), { id: request?.id ?? "" })).toMatchObject([
      { name: "Plan.pdf" },
    ]);
    await receive({ ...mail, Received: "by another way" }, parts);
    await receive(mail, parts);
    expect(await own()).toHaveLength(1);
    expect(await testDb().inboundMail.count()).toBe(1);
    expect(await mailOf(id)).toMatchObject({ verdict: "request", requestId: request?.id });
    await testDb()
      .$executeRaw`UPDATE inbound_mails SET verdict = 'unread', received_at = received_at - interval '5 minutes'`;
    await readLeftMails(asSystem(), desk);
    expect(await mailOf(id)).toMatchObject({ verdict: "request" });
  });

  it("answers the request whose address or Message-ID it names, resumes it, and keeps what it quotes", async () => {
    await receive({ From: addresses.executive, Subject: "A table" }, "For four.");
    const [request] = await own();
    const id = request?.id ?? "";
    await setAsideRequest(await assistant(), await current("support_requests", id));
    const address = answerAddressOf(id) ?? "";
    const away = { From: addresses.executive, To: address, Subject: "Autosvar: A table" };
    await receive({ ...away, "Auto-Submitted": "auto-replied" }, "I am away.");
    expect(await requireSupportRequest(await executive(), id)).toMatchObject({ status: "waiting" });
    await receive(
      { From: addresses.executive, To: address },
      "At seven.\n\nOn 17 Aug 2026, Standby wrote:\n> When?",
    );
    expect(await requireSupportRequest(await executive(), id)).toMatchObject({ status: "in_progress" });
    const byReference = {
      From: addresses.assistant,
      To: "requests@in.example.org",
      References: `<x@y> <${id}@127.0.0.1>`,
    };
    await receive(byReference, "Booked.");
    expect((await listComments(await executive(), { id })).map(({ text }) => text)).toEqual([
      "At seven.",
      "Booked.",
    ]);
    const mails = await listRequestMails(await executive(), { id });
    expect(mails.map(({ isAutomatic }) => isAutomatic)).toEqual([false, true, false, false]);
    expect(mails[2]?.text).toContain("> When?");
    await receive({ From: addresses.executive, Subject: "Re: A table" }, "By its subject alone.");
    expect(await own()).toHaveLength(2);
    const forged = `requests+${address
      .split("+")[1]
      ?.split("@")[0]
      ?.replace(/.$/, (last) => (last === "0" ? "1" : "0"))}`;
    expect(requestOfTag(forged.split("+")[1] ?? "")).toBeNull();
  });

  it("of a stranger, an uninvolved person or a forged sender is held, for a manager to release or discard", async () => {
    const request = await receive({ From: addresses.executive, Subject: "A table" }, "For four.").then(
      mailOf,
    );
    const to = answerAddressOf(request.requestId ?? "") ?? "";
    const stranger = await receive({ From: "Lars <lars@else.org>", Subject: "A seat" }, "Please");
    const uninvolved = await receive({ From: addresses.colleague, To: to }, "Me too");
    const results = "mx.example.org; spf=fail; dkim=none; dmarc=fail";
    const forged = await receive(
      { From: addresses.executive, "Authentication-Results": results },
      "Pay this",
    );
    const assistants = await receive({ From: addresses.assistant, Subject: "Hello" }, "To whom?");
    const held = await listHeldMails(await manager(), ListHeldMailsInput.parse({}));
    expect(Object.fromEntries(held.items.map(({ id, reason }) => [id, reason]))).toEqual({
      [stranger]: "unknown_sender",
      [uninvolved]: "not_involved",
      [forged]: "failed_checks",
      [assistants]: "no_request",
    });
    expect(await countHeldMails(await manager())).toBe(4);
    expect(await own()).toHaveLength(1);
    const executiveId = (await executive()).actor.executive.id;
    const as = (id: string, of: string | null) => ReleaseMailInput.parse({ id, executiveId: of });
    expect(await releaseMail(await manager(), as(stranger, null))).toMatchObject({
      reason: "executive_missing",
    });
    const released = await releaseMail(await manager(), as(stranger, executiveId));
    expect(released).toMatchObject({ ok: true });
    const seat = (await own()).find(({ summary }) => summary === "A seat");
    expect(seat?.details).toBe("Lars <lars@else.org>:\n\nPlease");
    expect(await releaseMail(await manager(), as(stranger, executiveId))).toMatchObject({
      reason: "mail_decided",
    });
    expect(await releaseMail(await manager(), as(uninvolved, null))).toMatchObject({
      value: { requestId: request.requestId },
    });
    expect(await discardMail(await manager(), { id: forged })).toMatchObject({ ok: true });
    expect(await restoreMail(await manager(), { id: forged })).toMatchObject({ ok: true });
    expect(await testDb().notification.count({ where: { kind: "request_assigned" } })).toBe(2);
    const pool = await testDb().pool.findFirstOrThrow();
    await testDb().inboundMail.update({ where: { id: forged }, data: { poolId: pool.id } });
    const other = { ...(await manager()), actor: { ...(await manager()).actor, managedPoolIds: [] } };
    expect([await countHeldMails(await manager()), await countHeldMails(other)]).toEqual([2, 0]);
    await expect(discardMail(other, { id: forged })).rejects.toThrow(NotFoundError);
  });

  it("by a personal address or link is the executive's, until it is renewed or removed", async () => {
    const made = await renewFilingLink(await executive());
    if (!made.ok) throw new Error("no link");
    const token = made.value.link.split("/").at(-1) ?? "";
    await receive(
      { From: "anna.private@mail.example", To: made.value.address ?? "", Subject: "From home" },
      "Please",
    );
    const byLink = FileByLinkInput.parse({ token, summary: "By the link", details: "", when: "today" });
    expect(await fileByLink(await executive(), byLink)).toMatchObject({ ok: true });
    expect((await own()).map(({ via }) => via).sort()).toEqual(["link", "mail"]);
    await renewFilingLink(await executive());
    expect(await fileByLink(await executive(), byLink)).toMatchObject({ reason: "link_unknown" });
    const late = await receive({ From: "anna.private@mail.example", To: made.value.address ?? "" }, "Late");
    expect(await mailOf(late)).toMatchObject({ reason: "unknown_sender" });
    await removeFilingLink(await executive());
    expect(await testDb().filingLink.count()).toBe(0);
  });

  it("is taken with the right signature of the last five minutes alone, and an answer to an invitation is handed on", async () => {
    const body = new TextEncoder().encode("From: a@b\r\n\r\nhi");
    const at = Math.floor(MONDAY_MORNING.getTime() / 1_000);
    const sign = (secret: string, when: number) =>
      `t=${when},v1=${createHmac("sha256", secret).update(`${when}.`).update(body).digest("hex")}`;
    const isTaken = (header: string | null) => isSignedMail(header, body, MONDAY_MORNING);
    expect(isTaken(sign(SECRET, at - 299))).toBe(true);
    for (const wrong of [
      null,
      "",
      sign("another secret", at),
      sign(SECRET, at - 301),
      sign(SECRET, at + 301),
      `${sign(SECRET, at)}0`,
    ])
      expect(isTaken(wrong)).toBe(false);
    const invitation = { From: "guest@else.org", "Content-Type": "text/calendar; method=REPLY" };
    const id = await receive(invitation, "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR");
    expect(await mailOf(id)).toMatchObject({ verdict: "invitation" });
  });
});
