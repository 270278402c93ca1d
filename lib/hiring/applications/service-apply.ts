import "server-only";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import { claimStrangersFile, keepStrangersFile, type SentFile } from "@/lib/files/service-strangers";
import { findAd, type PublicAd } from "@/lib/hiring/ads/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { CandidateMailKind } from "@/lib/mail/schema";
import { queueCandidateMail } from "@/lib/mail/service";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { keptMonthsOfAd } from "./queries";
import { STAGES, suspicionOf } from "./rules";
import { type ResumeFault, resumeFault } from "./rules-document";
import { ApplyInput, type StoredDraft } from "./schema";

const DRAFT_MS = 24 * 3_600_000;
const HELD_MS = 7 * 24 * 3_600_000;

/** An application as its form sends it, not yet looked at. */
export type SentApplication = {
  slug: string;
  locale: Locale;
  fields: Omit<StoredDraft, "faults">;
  via: string;
  trap: string;
  startedAt: number;
  file: SentFile | null;
  draftId: string | null;
  /** What the candidate agreed to, in the words of the form. */
  consentWords: (of: { employer: string; months: number }) => string;
  /** False where too many came from the same network within the hour. */
  mayTry: boolean;
};

const PER_NETWORK: Limit = { name: "apply", points: 20, seconds: 3_600 };

/** Counts an application from a network address; false where there were twenty within the hour. */
export async function countApplicationTry({ db }: PublicCtx, address: string | null): Promise<boolean> {
  return address === null || spendPoint(counterOf(db, PER_NETWORK), address);
}

type ApplyAnswer = { kind: "closed" } | { kind: "done" } | { kind: "faulty"; draftId: string };

/**
 * Takes an application from anybody. Where something is missing, what was typed and the file are kept for a day under an id that only
 * the sender is told. The answer is the same whoever applies: that an address has applied before is said by mail alone.
 */
export async function apply(ctx: PublicCtx, sent: SentApplication): Promise<ApplyAnswer> {
  const ad = await findAd(ctx, sent.slug);
  if (ad?.state !== "open") return { kind: "closed" };
  const resume = await resumeOf(ctx, ad, sent);
  const parsed = ApplyInput.safeParse({
    ...sent.fields,
    consent: sent.fields.consent ? "on" : "",
    via: sent.via,
  });
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.slice(0, 2).join("."))),
    ...missingAnswers(ad, sent),
    ...(resume.fault ? [`resume.${resume.fault}`] : []),
    ...(sent.mayTry ? [] : ["many"]),
  ];
  if (!parsed.success || faults.length > 0)
    return { kind: "faulty", draftId: await keepDraft(ctx, ad, sent, { faults, fileId: resume.fileId }) };
  try {
    await inTransaction(ctx, (tx) => receive(tx, ad, sent, parsed.data, resume.fileId));
  } catch (error) {
    // Of two that came at once the second is the same application sent twice.
    if (!isRefusedBy(error, "applications_one_live") && !isRefusedBy(error, "candidates_email_key"))
      throw error;
  }
  return { kind: "done" };
}

function missingAnswers({ questions }: PublicAd, { fields }: SentApplication): string[] {
  return questions.flatMap(({ isRequired }, i) =>
    isRequired && (fields.answers[i] ?? "").trim() === "" ? [`answers.${i}`] : [],
  );
}

async function resumeOf(
  ctx: PublicCtx,
  ad: PublicAd,
  { file, draftId }: SentApplication,
): Promise<{ fileId: string | null; fault: ResumeFault | null }> {
  if (file) {
    const fault = resumeFault(new Uint8Array(await file.arrayBuffer()));
    return fault ? { fileId: null, fault } : { fileId: await keepStrangersFile(ctx, file), fault: null };
  }
  const draft = draftId
    ? await ctx.db.applicationDraft.findUnique({
        where: { id: draftId, jobAdId: ad.id, expiresAt: { gt: ctx.now } },
        select: { fileId: true },
      })
    : null;
  return draft?.fileId ? { fileId: draft.fileId, fault: null } : { fileId: null, fault: "missing" };
}

async function keepDraft(
  ctx: PublicCtx,
  ad: PublicAd,
  { fields }: SentApplication,
  { faults, fileId }: { faults: string[]; fileId: string | null },
): Promise<string> {
  const { id } = await ctx.db.applicationDraft.create({
    data: {
      ...{ jobAdId: ad.id, fileId, expiresAt: new Date(ctx.now.getTime() + DRAFT_MS) },
      values: { ...fields, faults: [...new Set(faults)] },
    },
    select: { id: true },
  });
  return id;
}

async function receive(
  tx: PublicCtx,
  ad: PublicAd,
  sent: SentApplication,
  input: ApplyInput,
  fileId: string | null,
): Promise<void> {
  const { requisitionId } = ad;
  const { name, email, phone, letter, answers, via } = input;
  const { id: candidateId } = await tx.db.candidate.upsert({
    where: { email },
    create: { name, email, phone, locale: sent.locale, createdAt: tx.now },
    update: { locale: sent.locale },
    select: { id: true },
  });
  const live = await tx.db.application.findFirst({
    where: { requisitionId, candidateId, status: { in: [...STAGES] } },
    select: { id: true },
  });
  if (live) return tellCandidate(tx, live.id, "application_again");
  if (fileId) await claimStrangersFile(tx, fileId);
  const words = [letter, ...answers].join(" ");
  const months = await keptMonthsOfAd(tx, ad.id);
  const consentText = sent.consentWords({ employer: ad.employer, months });
  const heldWhy = suspicionOf({ trap: sent.trap, startedAt: sent.startedAt, words, now: tx.now });
  const { id } = await tx.db.application.create({
    data: {
      ...{ requisitionId, candidateId, adVersionId: ad.versionId, via, letter, fileId },
      ...{ consentText, receivedAt: tx.now, movedAt: tx.now },
      answers: ad.questions.map((question, i) => ({
        question: question[sent.locale] || question.en || question.sv,
        answer: answers[i] ?? "",
      })),
      ...(heldWhy && { heldWhy, heldUntil: new Date(tx.now.getTime() + HELD_MS) }),
      steps: { create: { action: "received", toStatus: "received", at: tx.now } },
    },
    select: { id: true },
  });
  if (heldWhy === null) await tellCandidate(tx, id, "application_received");
}

/** Sends a candidate word of their application, with a new private link to it. */
export async function tellCandidate(
  tx: PublicCtx,
  applicationId: string,
  kind: CandidateMailKind,
  dueAt: Date = tx.now,
): Promise<void> {
  const secret = newSecret();
  await tx.db.candidateLink.create({
    data: { tokenHash: hashOfSecret(secret), applicationId, createdAt: tx.now },
    select: { tokenHash: true },
  });
  await queueCandidateMail(tx, { applicationId, kind, secret, dueAt });
}
