import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { env, isDemo, isMailOn, isProviderOnly } from "@/lib/env";
import { mailIn } from "@/lib/requests/inbound/service-addresses";
import { signatureOf } from "@/lib/sealed";
import type { Health, TestMail } from "./schema";

const LATELY_DAYS = 7;
const FINGERPRINT_LETTERS = 12;
/** An office is backed up every night; a week without is too long. */
const BACKUP_LASTS_DAYS = 7;

/** How the installation is: its database, its mail, its log, who lacks a second factor, and which key it has. */
export async function readHealth(ctx: Ctx<Administrator>): Promise<Health> {
  const [database, backup, mail, mailIn, audit, webhooks, lackingFactor] = await Promise.all([
    readDatabase(ctx),
    readBackup(ctx),
    readMail(ctx),
    readMailIn(ctx),
    readAudit(ctx),
    readWebhooks(ctx),
    isDemo() ? 0 : countLackingFactor(ctx),
  ]);
  const key = signatureOf(env().NEXTAUTH_SECRET, "fingerprint", "").toString("hex");
  const keyFingerprint = key.slice(0, FINGERPRINT_LETTERS);
  const provider = providerSet();
  return { database, backup, mail, mailIn, provider, webhooks, audit, lackingFactor, keyFingerprint };
}

async function readDatabase({ db }: Ctx): Promise<Health["database"]> {
  const [row] = await db.$queryRaw<Health["database"][]>`
    SELECT current_setting('server_version') AS version,
      (pg_database_size(current_database()) / 1048576)::int AS megabytes,
      (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS structure`;
  return row ?? { version: "", megabytes: 0, structure: 0 };
}

async function readBackup({ db, now }: Ctx): Promise<Health["backup"]> {
  const last = await db.backupNote.findFirst({ orderBy: { at: "desc" } });
  return last && { ...last, isOld: now.getTime() - last.at.getTime() > BACKUP_LASTS_DAYS * 86_400_000 };
}

async function readMail(ctx: Ctx): Promise<Health["mail"]> {
  const { db, now, actor } = ctx;
  const since = new Date(now.getTime() - LATELY_DAYS * 86_400_000);
  const [open] = await db.$queryRaw<{ waiting: number; oldestDueAt: Date | null; refusedLately: number }[]>`
    SELECT count(*) FILTER (WHERE ended_at IS NULL)::int AS waiting,
      min(queued_at) FILTER (WHERE ended_at IS NULL) AS "oldestDueAt",
      count(*) FILTER (WHERE outcome = 'refused' AND ended_at >= ${since})::int AS "refusedLately"
    FROM outgoing_mails`;
  const failed = await db.outgoingMail.findFirst({
    where: { fault: { not: null }, queuedAt: { gte: since } },
    select: { fault: true },
    orderBy: { queuedAt: "desc" },
  });
  const test = await db.outgoingMail.findFirst({
    where: { userId: actor.userId, kind: "test" },
    select: { queuedAt: true, outcome: true, fault: true },
    orderBy: { queuedAt: "desc" },
  });
  return {
    isOn: isMailOn(),
    waiting: open?.waiting ?? 0,
    oldestDueAt: open?.oldestDueAt ?? null,
    refusedLately: open?.refusedLately ?? 0,
    lastFault: failed?.fault ?? null,
    lastTest: test && testMail(test),
  };
}

function testMail(row: {
  queuedAt: Date;
  outcome: TestMail["state"] | null;
  fault: string | null;
}): TestMail {
  return { at: row.queuedAt, state: row.outcome ?? "waiting", fault: row.fault };
}

async function readMailIn({ db, now }: Ctx): Promise<Health["mailIn"]> {
  const since = new Date(now.getTime() - LATELY_DAYS * 86_400_000);
  const [row] = await db.$queryRaw<Omit<Health["mailIn"], "address">[]>`
    SELECT max(received_at) AS "lastAt", count(*) FILTER (WHERE received_at >= ${since})::int AS lately,
      count(*) FILTER (WHERE verdict = 'held')::int AS held
    FROM inbound_mails`;
  return { address: mailIn()?.address ?? null, ...(row ?? { lastAt: null, lately: 0, held: 0 }) };
}

function providerSet(): Health["provider"] {
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = env();
  return issuer ? { issuer, name, isOnly: isProviderOnly() } : null;
}

async function readWebhooks({ db }: Ctx): Promise<Health["webhooks"]> {
  const [row] = await db.$queryRaw<Health["webhooks"][]>`
    SELECT count(*) FILTER (WHERE disabled_at IS NULL)::int AS "on",
      count(*) FILTER (WHERE (disabled_at IS NULL AND failing_since IS NOT NULL) OR disabled_by <> 'administrator')::int AS failing
    FROM webhook_endpoints`;
  return row ?? { on: 0, failing: 0 };
}

async function readAudit({ db }: Ctx): Promise<Health["audit"]> {
  const last = await db.auditEvent.findFirst({ select: { seq: true, hash: true }, orderBy: { seq: "desc" } });
  return { rows: Number(last?.seq ?? 0), head: last?.hash.slice(0, FINGERPRINT_LETTERS) ?? null };
}

function countLackingFactor({ db }: Ctx): Promise<number> {
  const must = [{ isAdministrator: true }, { managedPools: { some: {} } }];
  return db.user.count({ where: { OR: must, disabledAt: null, secondFactor: null } });
}
