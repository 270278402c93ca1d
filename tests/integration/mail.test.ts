import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inviteUser, readInvitation, setPassword } from "@/lib/accounts/service-invitations";
import { sendReset } from "@/lib/accounts/service-reset";
import type { SystemCtx } from "@/lib/context";
import { coverNotice } from "@/lib/covers/notices";
import { sendMails } from "@/lib/jobs/mail-here";
import { forgetEndedMails, type MailPost, sendDueMails } from "@/lib/mail/service";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { markNoticesRead } from "@/lib/notices/service";
import { gatherNotices } from "@/lib/notices/service-mail";
import { notify } from "@/lib/notices/service-notify";
import { readUnsubscribe, unsubscribe } from "@/lib/notices/service-unsubscribe";
import { requestNotice } from "@/lib/requests/notices";
import { day } from "@/lib/time/day";
import { type CaughtMail, type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { asAssistantOf, asManagerOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createOffice, type Office } from "../support/offices/two-pools";

const PUBLIC_URL = "http://127.0.0.1:3000";
const PASSWORD = "a dozen letters";

let office: Office;
let catcher: MailCatcher;

beforeEach(async () => {
  office = await createOffice();
  catcher = await startMailCatcher();
  await testDb().supportRequest.create({
    data: {
      ...{ id: REQUEST_ID, summary: "Book the Oslo trip" },
      ...{ executiveId: office.ids.executiveId, createdById: office.executive.userId },
      assigneeId: office.ids.assistantId,
      ...{ status: "assigned", heldBecause: "own" },
    },
  });
});
afterEach(() => catcher.stop());

const later = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);

function send(now = MONDAY_MORNING) {
  const deliver = deliveryBy({ url: catcher.url, from: undefined, publicUrl: PUBLIC_URL });
  return sendMails(() => asSystem(now), deliver);
}

const REQUEST_ID = "01900000-0000-7000-8000-000000000001";
const URGENT = requestNotice("request_assigned", [], {
  requestId: REQUEST_ID,
  summary: "Book the Oslo trip",
});
const range = { from: day("2026-08-18"), fromPart: "am", to: day("2026-08-19"), toPart: "pm" } as const;
const COVER = coverNotice("cover_assigned", [], { executive: "Edith Ek", range });

async function tell(notice: typeof URGENT | typeof COVER, now = MONDAY_MORNING): Promise<void> {
  await notify(asSystem(now), { ...notice, userIds: [office.assistant.userId] });
}

/** What stands in a mail's own address for switching it off. */
function tokenOf(mail: CaughtMail | undefined): string {
  const address = mail?.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "";
  return address.replace(/^<.*\//, "").replace(/>$/, "");
}

async function tokenIn(text: string | undefined): Promise<string> {
  const [, token] = /token=([\w-]+)/.exec(text ?? "") ?? [];
  if (!token) throw new Error("the mail has no link");
  return token;
}

/** Jobs of several nodes, each of which goes on from its first reading when all have read. */
function atOnce(count: number): SystemCtx[] {
  let waiting = count;
  let goOn = () => {};
  const allHaveRead = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return Array.from({ length: count }, () => {
    const db = testDb();
    const $queryRaw = async (...query: Parameters<typeof db.$queryRaw>) => {
      const rows = await db.$queryRaw(...query);
      if (--waiting === 0) goOn();
      await allHaveRead;
      return rows;
    };
    return {
      ...asSystem(),
      db: new Proxy(db, { get: (all, key) => (key === "$queryRaw" ? $queryRaw : Reflect.get(all, key)) }),
    };
  });
}

describe("what people are told", () => {
  it("is mailed at once when it is urgent, in two parts that say the same, and is no machine's to answer", async () => {
    await tell(URGENT);
    await send();
    const [mail] = catcher.mails;
    expect(mail?.recipients).toEqual(["assistant@office.example"]);
    expect(mail?.subject).toBe("A request");
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain("A request is assigned to you: “Book the Oslo trip”.");
      expect(part).toContain(`${PUBLIC_URL}/assistant/requests`);
      expect(part).toContain(`${PUBLIC_URL}/assistant/notices/settings`);
    }
    const headers = Object.fromEntries(mail?.headers.map(({ key, value }) => [key, value]) ?? []);
    expect(headers).toMatchObject({ "auto-submitted": "auto-generated", "list-id": "Standby <127.0.0.1>" });
  });

  it("is mailed after five minutes otherwise, and not when it is read by then", async () => {
    await tell(COVER);
    await send(later(4));
    expect(catcher.mails).toEqual([]);
    await send(later(5));
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(["Your cover"]);
    await tell(COVER, later(10));
    await markNoticesRead(await asAssistantOf(office.assistant.userId, later(12)));
    await send(later(60));
    expect(catcher.mails).toHaveLength(1);
  });

  it("is one mail when several things happen together", async () => {
    for (const minute of [0, 1, 2]) await tell(COVER, later(minute));
    await send(later(5));
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(["3 notices in Standby"]);
  });

  it("stands together with other mails about the same record, and with no others", async () => {
    await tell(URGENT);
    await send();
    await tell(COVER, later(10));
    await send(later(20));
    const roots = catcher.mails.map(({ references }) => references);
    expect(roots).toEqual([`<${REQUEST_ID}@127.0.0.1>`, undefined]);
  });

  it("is said in the language of its reader", async () => {
    await testDb().user.update({ where: { id: office.assistant.userId }, data: { locale: "sv" } });
    await tell(COVER);
    await send(later(5));
    expect(catcher.mails[0]?.text).toContain("Du hoppar in hos Edith Ek, tis 18 aug. – ons 19 aug.");
  });

  it("is sent once by two nodes that look at the same moment", async () => {
    await tell(URGENT);
    await gatherNotices(asSystem());
    const post: MailPost = { compose: async () => null, deliver: async () => {} };
    const nodes = atOnce(2);
    expect((await Promise.all(nodes.map((node) => sendDueMails(node, post)))).toSorted()).toEqual([0, 1]);
  });

  it("is not sent to somebody who is no longer what they were told it as", async () => {
    await tell(URGENT);
    await testDb().user.update({
      where: { id: office.assistant.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    await send();
    expect(catcher.mails).toEqual([]);
    expect(await testDb().outgoingMail.findMany({ select: { outcome: true } })).toEqual([
      { outcome: "dropped" },
    ]);
  });
});

describe("a mail server that says no", () => {
  it("is asked again later about the same mail, under the same Message-ID", async () => {
    await tell(URGENT);
    catcher.refuse({ code: 451 });
    await send();
    await send(later(1));
    catcher.refuse(null);
    expect(catcher.mails).toEqual([]);
    const [waiting] = await testDb().outgoingMail.findMany();
    expect(waiting).toMatchObject({ attempts: 1, fault: "451", endedAt: null });
    await send(later(2));
    expect(catcher.mails.map(({ messageId }) => messageId)).toEqual([`<${waiting?.id}@127.0.0.1>`]);
  });

  it("is believed when it says so for good, and holds up no other mail", async () => {
    await tell(URGENT);
    await send().catch(() => undefined);
    catcher.mails.length = 0;
    catcher.refuse({ code: 550 });
    await tell(URGENT, later(1));
    await send(later(1));
    const mails = await testDb().outgoingMail.findMany({ orderBy: { queuedAt: "asc" } });
    expect(mails.map(({ outcome, fault }) => ({ outcome, fault }))).toEqual([
      { outcome: "sent", fault: null },
      { outcome: "refused", fault: "550" },
    ]);
  });
});

describe("switching mail off from a mail", () => {
  it("tells the person in the app alone from then on, as often as it is done", async () => {
    await tell(COVER);
    await send(later(5));
    const token = tokenOf(catcher.mails[0]);
    expect(await readUnsubscribe(asSystem(), token)).toMatchObject({ kinds: ["cover_assigned"] });
    expect(await unsubscribe(asSystem(), token)).toBe(true);
    expect(await unsubscribe(asSystem(), token)).toBe(true);
    await tell(COVER, later(10));
    await tell(URGENT, later(10));
    await send(later(20));
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(["Your cover", "A request"]);
    expect(await testDb().notification.count()).toBe(3);
  });

  it("leaves off what the person has switched off altogether meanwhile", async () => {
    await tell(COVER);
    await send(later(5));
    const { userId } = office.assistant;
    await testDb().noticePreference.create({ data: { userId, kind: "cover_assigned", delivery: "off" } });
    expect(await unsubscribe(asSystem(), tokenOf(catcher.mails[0]))).toBe(true);
    expect(await testDb().noticePreference.findMany({ select: { delivery: true } })).toEqual([
      { delivery: "off" },
    ]);
  });

  it("takes no token that is not ours", async () => {
    await tell(URGENT);
    await send();
    const [mail] = await testDb().outgoingMail.findMany();
    for (const token of ["", "x", `${mail?.id}.`, `${mail?.id}.AAAA`])
      expect(await unsubscribe(asSystem(), token)).toBe(false);
    expect(await testDb().noticePreference.count()).toBe(0);
  });
});

describe("a password by mail", () => {
  it("comes with an invitation, whose link opens and is kept nowhere once it is sent", async () => {
    const { userId } = office.assistant;
    await inviteUser(await asManagerOf(office.manager.userId), { userId });
    const [queued] = await testDb().outgoingMail.findMany();
    await send();
    const token = await tokenIn(catcher.mails[0]?.text);
    expect(queued?.sealed).not.toContain(token);
    expect(await testDb().outgoingMail.findMany({ select: { sealed: true } })).toEqual([{ sealed: null }]);
    expect(await readInvitation(asSystem(), token)).toMatchObject({ ok: true });
  });

  async function letIn(): Promise<void> {
    const answer = await inviteUser(await asManagerOf(office.manager.userId), office.assistant);
    if (!answer.ok) throw new Error(answer.reason);
    await setPassword(asSystem(), { token: answer.value.token, password: PASSWORD, locale: "en" });
    await send();
    catcher.mails.length = 0;
  }
  const forget = (email: string, now = MONDAY_MORNING) => sendReset(asSystem(now), { email }, "192.0.2.1");

  it("can be chosen anew within an hour, and its person is told", async () => {
    await letIn();
    await forget("assistant@office.example");
    await send();
    const token = await tokenIn(catcher.mails[0]?.text);
    expect(await readInvitation(asSystem(later(60)), token)).toEqual({ ok: false, reason: "link_expired" });
    const answer = await setPassword(asSystem(later(1)), { token, password: `${PASSWORD}!`, locale: "en" });
    expect(answer.ok).toBe(true);
    await send(later(1));
    expect(catcher.mails.map(({ subject }) => subject)).toEqual([
      "Choose a new password",
      "Your password was changed",
    ]);
  });

  it("is sent to nobody who is not known, was never let in or has a shut account, and three times an hour at most", async () => {
    await forget("nobody@office.example");
    await forget("assistant@office.example");
    await letIn();
    for (let i = 0; i < 5; i++) await forget("assistant@office.example");
    await testDb().user.update({
      where: { id: office.assistant.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    await forget("assistant@office.example");
    expect(await testDb().outgoingMail.count({ where: { kind: "password_reset" } })).toBe(3);
  });
});

describe("mails that have ended", () => {
  it("are forgotten, and what they told is not told again", async () => {
    await tell(URGENT);
    await send();
    await forgetEndedMails(testDb(), later(1));
    await send(later(2));
    expect(await testDb().outgoingMail.count()).toBe(0);
    expect(catcher.mails).toHaveLength(1);
  });
});
