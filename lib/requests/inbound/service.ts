import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { sqlStateOf } from "@/lib/errors";
import { logFailure } from "@/lib/log";
import { requestAudit } from "../audit";
import type { ReadMail } from "./rules";
import type { HeldReason } from "./schema";
import { type MailDesk, type SortedMail, sortMail } from "./service-sorting";

const MOST_ATTEMPTS = 3;
const UNIQUE_VIOLATION = "23505";

/** Reads a mail that was kept and does what it asks: a request, an answer, or nothing but to be held. Read again it changes nothing. */
export async function readStoredMail(ctx: SystemCtx, id: string, desk: MailDesk): Promise<void> {
  const claimed = await ctx.db.inboundMail.updateManyAndReturn({
    where: { id, verdict: "unread" },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  const [claim] = claimed;
  if (!claim) return;
  const mail = claim.attempts > MOST_ATTEMPTS ? null : await readKeptMail(ctx, id, desk.parse);
  if (!mail) return keepVerdict(ctx, id, held("unreadable"));
  if (!(await keepFacts(ctx, id, mail))) return;
  await inTransaction(ctx, async (tx) => {
    await tx.db.$executeRaw`SELECT FROM inbound_mails WHERE id = ${id}::uuid FOR UPDATE`;
    const still = await tx.db.inboundMail.findFirst({
      where: { id, verdict: "unread" },
      select: { id: true },
    });
    if (still) await keepVerdict(tx, id, await sortMail(tx, mail, desk));
  });
}

/** A kept mail as it reads; null where it can't be read within the limits, or its bytes are forgotten. */
export async function readKeptMail(
  { db }: PublicCtx,
  id: string,
  parse: MailDesk["parse"],
): Promise<ReadMail | null> {
  const raw = await db.inboundMailRaw.findUnique({ where: { mailId: id }, select: { bytes: true } });
  if (!raw) return null;
  try {
    return await parse(raw.bytes);
  } catch (error) {
    logFailure(error, { reference: id, where: "mail in" });
    return null;
  }
}

function held(reason: HeldReason): SortedMail {
  return { verdict: "held", reason };
}

/** Writes what the mail says of itself; false for one whose Message-ID has come before, which goes. */
async function keepFacts({ db }: PublicCtx, id: string, mail: ReadMail): Promise<boolean> {
  const [from] = mail.from;
  try {
    await db.inboundMail.update({
      where: { id },
      data: {
        messageId: mail.messageId,
        fromAddress: from?.address.slice(0, 320) ?? "",
        fromName: from?.name.slice(0, 200) ?? "",
        subject: mail.subject,
        text: mail.text,
      },
      select: { id: true },
    });
    return true;
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    await db.inboundMail.deleteMany({ where: { id, verdict: "unread" } });
    return false;
  }
}

async function keepVerdict(tx: SystemCtx, id: string, sorted: SortedMail): Promise<void> {
  await tx.db.inboundMail.update({ where: { id }, data: sorted, select: { id: true } });
  const facts = { verdict: sorted.verdict, requestId: sorted.requestId ?? null };
  await audit(tx, requestAudit("inbound_mail.received", id, facts));
}

const LEFT_MS = 60_000;
const AT_ONCE = 20;

/** Reads mails that a process kept and did not come to read. */
export async function readLeftMails(ctx: SystemCtx, desk: MailDesk): Promise<void> {
  const left = await ctx.db.inboundMail.findMany({
    where: { verdict: "unread", receivedAt: { lt: new Date(ctx.now.getTime() - LEFT_MS) } },
    select: { id: true },
    orderBy: { receivedAt: "asc" },
    take: AT_ONCE,
  });
  for (const { id } of left) await readStoredMail(ctx, id, desk);
}

/** Forgets raw mails, and mails that belong to no request, from before an instant. */
export async function forgetOldMails({ db }: PublicCtx, before: Date): Promise<void> {
  await db.inboundMail.deleteMany({ where: { requestId: null, receivedAt: { lt: before } } });
  await db.inboundMailRaw.deleteMany({ where: { mail: { receivedAt: { lt: before } } } });
}
