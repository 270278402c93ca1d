import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readHealth } from "@/lib/insight/health/queries";
import { sendTestMail } from "@/lib/insight/health/service";
import { sendMails } from "@/lib/jobs/mail-here";
import type { MailKind } from "@/lib/mail/schema";
import { queueMails } from "@/lib/mail/service";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { noteBackup } from "@/prisma/tooling/backup-write";
import { type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { asAdministratorOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { ownerDatabaseUrl, testDb } from "../support/database";
import { createFactor, createUser } from "../support/factories/accounts";
import { createOffice } from "../support/offices/two-pools";

let admin: Ctx<Administrator>;
let catcher: MailCatcher;

beforeEach(async () => {
  await createOffice();
  const root = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
  admin = await asAdministratorOf(root.id);
  catcher = await startMailCatcher();
});
afterEach(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  await catcher.stop();
});

function send() {
  const deliver = deliveryBy({ url: catcher.url, from: undefined, publicUrl: "http://127.0.0.1:3000" });
  return sendMails(() => asSystem(), deliver);
}

describe("the health of an installation", () => {
  it("says what database it has, who lacks a second factor, and which key, but not the key", async () => {
    const health = await readHealth(admin);
    expect(health.database.version).toMatch(/^1\d/);
    expect(health.database.structure).toBeGreaterThan(0);
    expect(health.lackingFactor).toBe(1);
    expect(health.keyFingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(JSON.stringify(health)).not.toContain(process.env.NEXTAUTH_SECRET);
    await createFactor(testDb(), admin.actor.userId);
    expect((await readHealth(admin)).lackingFactor).toBe(0);
  });

  it("says when it was last backed up, and when that is too long ago", async () => {
    expect((await readHealth(admin)).backup).toBeNull();
    await noteBackup(ownerDatabaseUrl, 12);
    const backup = { rows: 12, isOld: false };
    expect((await readHealth(admin)).backup).toMatchObject(backup);
    const later = { ...admin, now: new Date("2126-01-01") };
    expect((await readHealth(later)).backup).toMatchObject({ ...backup, isOld: true });
  });

  it("says which sign-in of the organisation there is, and how many webhooks fail", async () => {
    expect(await readHealth(admin)).toMatchObject({ provider: null, webhooks: { on: 0, failing: 0 } });
    const hook = {
      url: "https://x.org/",
      events: ["cover_offered"],
      secretSealed: "",
      createdAt: MONDAY_MORNING,
    };
    await testDb().webhookEndpoint.createMany({
      data: [
        { ...hook, name: "works" },
        { ...hook, name: "fails", failingSince: MONDAY_MORNING },
        { ...hook, name: "gone", disabledAt: MONDAY_MORNING, disabledBy: "gone" },
        { ...hook, name: "off", disabledAt: MONDAY_MORNING, disabledBy: "administrator" },
      ],
    });
    expect((await readHealth(admin)).webhooks).toEqual({ on: 2, failing: 2 });
  });

  it("follows a test mail from the outbox to the mail server", async () => {
    expect((await readHealth(admin)).mail).toMatchObject({ waiting: 0, oldestDueAt: null, lastTest: null });
    expect(await sendTestMail(admin)).toEqual({ ok: true, value: null });
    expect((await readHealth(admin)).mail).toMatchObject({
      waiting: 1,
      oldestDueAt: MONDAY_MORNING,
      lastTest: { state: "waiting" },
    });
    await send();
    expect(catcher.mails.map(({ subject }) => subject)).toEqual(["A test from Standby"]);
    expect((await readHealth(admin)).mail).toMatchObject({ waiting: 0, lastTest: { state: "sent" } });
  });

  it("sends no more than five tests in ten minutes, and none without a mail server", async () => {
    for (let i = 0; i < 5; i++) await sendTestMail(admin);
    expect(await sendTestMail(admin)).toMatchObject({ reason: "too_many_tries" });
    process.env.SMTP_URL = "";
    expect(await sendTestMail(admin)).toMatchObject({ reason: "mail_off" });
    expect((await readHealth(admin)).mail.isOn).toBe(false);
  });
});

describe("what a person is told of the keys to their account", () => {
  const KINDS: MailKind[] = [
    "password_changed",
    "factor_set_up",
    "factor_turned_off",
    "factor_reset",
    "codes_guessed",
    "recovery_code_used",
  ];

  it.each(["en", "sv"])(
    "arrives in %s, each with a subject of its own and no way to switch it off",
    async (locale) => {
      const { userId } = admin.actor;
      await testDb().user.update({ where: { id: userId }, data: { locale } });
      await queueMails(
        asSystem(),
        KINDS.map((kind) => ({ userId, kind })),
      );
      await send();
      const subjects = catcher.mails.map(({ subject }) => subject);
      expect(new Set(subjects).size).toBe(KINDS.length);
      for (const { headers, subject = "" } of catcher.mails) {
        expect(subject.length).toBeLessThanOrEqual(60);
        expect(headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
      }
    },
  );
});
