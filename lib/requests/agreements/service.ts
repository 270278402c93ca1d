import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { requestAudit } from "../audit";
import { requestNotice } from "../notices";
import { readAgreementsInForce, readSharing } from "./queries";
import { type AGREEMENT_STEPS, type AgreementRule, isCircle, precedenceOf, seenFromOther } from "./rules";
import type { SetAgreementInput } from "./schema";

type AgreementRefusal = "agreement_same" | "agreement_circle" | "agreement_decided" | "reason_missing";

type Party = { id: string; userId: string; poolId: string; tier: number; name: string };
type Parties = { low: Party; high: Party };
type Step = (typeof AGREEMENT_STEPS)[number];

const COLUMN = {
  first: "low_first",
  second: "high_first",
  higher_tier: "higher_tier",
  due_first: "due_first",
} as const;

/**
 * Says how the urgent requests of two executives are ordered where one assistant has both: one of the two proposes or agrees,
 * and a manager of both decides with a reason. Without a rule it ends. Refuses a circle of who goes first, and another rule of
 * an executive than the one a manager decided.
 */
export function setPriorityAgreement(
  ctx: Ctx<Person>,
  { executiveId, otherId, rule, word }: SetAgreementInput,
): Promise<Result<{ ids: [string, string] }, AgreementRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const isTurned = executiveId > otherId;
    const [lowId, highId] = isTurned ? [otherId, executiveId] : [executiveId, otherId];
    const parties = await requireParties(tx, lowId, highId);
    if (lowId === highId) return refuse("agreement_same", { path: "otherId" });
    const asked = rule && isTurned ? seenFromOther(rule) : rule;
    const set = ownSide(tx.actor, parties)
      ? await agree(tx, parties, asked)
      : await decide(tx, parties, asked, word);
    return set.ok ? ok({ ids: [executiveId, otherId] }) : set;
  });
}

function ownSide(actor: Person, { low, high }: Parties): keyof Parties | null {
  if (actor.executive?.id === low.id) return "low";
  return actor.executive?.id === high.id ? "high" : null;
}

/** Both executives; for one of them the other is somebody they share an assistant with, or have an agreement with already. */
async function requireParties(tx: Ctx<Person>, lowId: string, highId: string): Promise<Parties> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('priority_agreements', 0))`;
  const rows = await tx.db.executive.findMany({
    where: { id: { in: [lowId, highId] } },
    select: { id: true, userId: true, poolId: true, tier: true, user: { select: { name: true } } },
  });
  const [low, high] = [lowId, highId].map((id) => rows.find((row) => row.id === id));
  if (!low || !high) throw new NotFoundError("executive");
  const parties = { low: { ...low, name: low.user.name }, high: { ...high, name: high.user.name } };
  const side = ownSide(tx.actor, parties);
  const mayDecide = canManagePool(tx.actor, low.poolId) && canManagePool(tx.actor, high.poolId);
  if (!side && !mayDecide) throw new NotFoundError("executive");
  if (side) await requireSharing(tx, parties, side);
  return parties;
}

async function requireSharing(tx: Ctx, { low, high }: Parties, side: keyof Parties): Promise<void> {
  const [own, other] = side === "low" ? [low, high] : [high, low];
  const isKnown = await tx.db.priorityAgreement.count({ where: { lowId: low.id, highId: high.id } });
  if (isKnown) return;
  const sharing = await readSharing(tx, own.id);
  if (!sharing.some(({ id }) => id === other.id)) throw new NotFoundError("executive");
}

/** One side agrees: with what the other proposed it counts, otherwise it is a proposal. */
async function agree(tx: Ctx<Person>, parties: Parties, rule: AgreementRule | null) {
  const { low, high } = parties;
  const key = { lowId_highId: { lowId: low.id, highId: high.id } };
  const before = await tx.db.priorityAgreement.findUnique({ where: key });
  if (before?.decidedById) return refuse("agreement_decided");
  if (!rule) return end(tx, parties, before);
  const isLow = ownSide(tx.actor, parties) === "low";
  const isSame = before?.rule === COLUMN[rule];
  const kept = isSame ? before : null;
  const agreed = {
    rule: COLUMN[rule],
    agreedByLowAt: isLow ? tx.now : (kept?.agreedByLowAt ?? null),
    agreedByHighAt: isLow ? (kept?.agreedByHighAt ?? null) : tx.now,
  };
  const isInForce = agreed.agreedByLowAt !== null && agreed.agreedByHighAt !== null;
  return write(
    tx,
    parties,
    rule,
    { ...agreed, decidedById: null, word: "" },
    isInForce ? "agreed" : "proposed",
  );
}

async function decide(tx: Ctx<Person>, parties: Parties, rule: AgreementRule | null, word: string) {
  const { low, high } = parties;
  if (!rule)
    return end(
      tx,
      parties,
      await tx.db.priorityAgreement.findFirst({ where: { lowId: low.id, highId: high.id } }),
    );
  if (word === "") return refuse("reason_missing", { path: "word" });
  const decided = { rule: COLUMN[rule], agreedByLowAt: null, agreedByHighAt: null };
  return write(tx, parties, rule, { ...decided, decidedById: tx.actor.userId, word }, "decided");
}

type Written = {
  rule: (typeof COLUMN)[AgreementRule];
  agreedByLowAt: Date | null;
  agreedByHighAt: Date | null;
  decidedById: string | null;
  word: string;
};

async function write(tx: Ctx<Person>, parties: Parties, rule: AgreementRule, row: Written, step: Step) {
  const { low, high } = parties;
  const pair = { executiveId: low.id, otherId: high.id, tier: low.tier, otherTier: high.tier, rule };
  const others = (await readAgreementsInForce(tx)).filter(
    ({ executiveId, otherId }) => executiveId !== low.id || otherId !== high.id,
  );
  if (isCircle(precedenceOf([...others, pair]))) return refuse("agreement_circle");
  const ids = { lowId: low.id, highId: high.id };
  await tx.db.priorityAgreement.upsert({
    where: { lowId_highId: ids },
    create: { ...ids, ...row },
    update: row,
    select: { id: true },
  });
  for (const { id: executiveId } of [low, high])
    await audit(tx, requestAudit("priority_agreement.set", executiveId, { executiveId, rule }));
  await tell(tx, parties, rule, step);
  return ok(null);
}

async function end(tx: Ctx<Person>, parties: Parties, before: { id: string; rule: Written["rule"] } | null) {
  if (!before) return ok(null);
  await tx.db.priorityAgreement.delete({ where: { id: before.id } });
  for (const { id: executiveId } of [parties.low, parties.high])
    await audit(tx, requestAudit("priority_agreement.ended", executiveId, { executiveId }));
  const [rule] = Object.entries(COLUMN).find(([, column]) => column === before.rule) ?? [];
  if (rule) await tell(tx, parties, rule as AgreementRule, "ended");
  return ok(null);
}

/** Tells each of the two who did not do it themselves. */
async function tell(tx: Ctx<Person>, { low, high }: Parties, rule: AgreementRule, step: Step): Promise<void> {
  const seen = [
    { told: low, other: high.name, rule },
    { told: high, other: low.name, rule: seenFromOther(rule) },
  ];
  for (const { told, other, rule: theirs } of seen) {
    if (told.userId === tx.actor.userId) continue;
    const notice = { name: tx.actor.name, other, step, rule: theirs };
    await notify(tx, requestNotice("priority_agreement", [told.userId], notice));
  }
}
