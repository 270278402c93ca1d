import "server-only";
import { userIdOfAddress } from "@/lib/accounts/queries-address";
import type { Person } from "@/lib/actor";
import type { Ctx, SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { MOST_FILES } from "@/lib/files/rules-limits";
import { keepFiles } from "@/lib/files/service";
import { CommentInput } from "../comments/schema";
import { commentRequest } from "../comments/service";
import { ownerOfLink } from "../links/queries";
import { noteUse } from "../links/service";
import { FileSupportRequestInput } from "../schema";
import { fileSupportRequest } from "../service-filing";
import { poolOfTag } from "./queries";
import {
  filesMeant,
  isAutomatic,
  isDoubtful,
  ownIdsIn,
  plainSubject,
  type ReadMail,
  shortened,
  tagsOf,
  wordsOfMail,
} from "./rules";
import type { HeldReason } from "./schema";
import { mailIn, requestOfTag, tokenOfTag } from "./service-addresses";

/** What becomes of a mail, and to what it belongs. */
export type SortedMail = {
  verdict: "request" | "answer" | "invitation" | "automatic" | "held";
  reason?: HeldReason;
  requestId?: string | null;
  commentId?: string | null;
  executiveId?: string | null;
  poolId?: string | null;
  leftOut?: number;
};

/** What reading a mail needs of elsewhere: what parses it, who has an account, and what takes the answer to an invitation. */
export type MailDesk = {
  parse: (raw: Uint8Array) => Promise<ReadMail>;
  personOf: (userId: string) => Promise<Person | null>;
  /** Takes the answer to an invitation; false where it is to none of ours. */
  recordReply: (ctx: SystemCtx, reply: { text: string; from: string }) => Promise<boolean>;
};

/**
 * Decides what becomes of a mail: an answer lands on the request whose address or Message-ID it names, never by its subject; what a
 * machine wrote changes nothing; a known executive's mail is a request; anything else is held.
 */
export async function sortMail(tx: SystemCtx, mail: ReadMail, desk: MailDesk): Promise<SortedMail> {
  const tags = tagsOf(mail.to, mailIn()?.address ?? "");
  const requestId = await answeredRequest(tx, mail, tags);
  const about = { requestId, poolId: await poolOfTag(tx, tags) };
  const isForged = isDoubtful(mail);
  if (mail.reply && !isForged) {
    const isRecorded = await desk.recordReply(tx, { text: mail.reply, from: mail.from[0]?.address ?? "" });
    return { ...about, verdict: isRecorded ? "invitation" : "automatic" };
  }
  if (isAutomatic(mail)) return { ...about, verdict: "automatic" };
  if (isForged) return { ...about, verdict: "held", reason: "failed_checks" };
  const owner = await linkOwner(tx, tags);
  const sender = await personBehind(tx, owner?.userId ?? null, mail, desk);
  if (!sender) return { ...about, verdict: "held", reason: "unknown_sender" };
  const ctx = { ...tx, actor: sender };
  const poolId = sender.executive?.poolId ?? sender.assistant?.poolId ?? about.poolId;
  const hold = (reason: HeldReason): SortedMail => ({ ...about, poolId, verdict: "held", reason });
  const words = wordsOfMail(mail).text;
  if (words === "" && filesMeant(mail.files).length === 0 && (requestId || plainSubject(mail.subject) === ""))
    return hold("no_words");
  if (requestId) return answered(ctx, requestId, mail, hold);
  if (!sender.executive) return hold("no_request");
  const sorted = await filed(ctx, sender.executive, mail, hold);
  if (owner && sorted.verdict === "request") await noteUse(tx, sender.executive.id);
  return sorted;
}

async function answeredRequest(
  tx: SystemCtx,
  mail: ReadMail,
  tags: readonly string[],
): Promise<string | null> {
  const named = tags.flatMap((tag) => requestOfTag(tag) ?? []);
  const host = new URL(env().NEXTAUTH_URL).hostname;
  const ids = [...named, ...ownIdsIn(mail.references, host).reverse()];
  if (ids.length === 0) return null;
  const rows = await tx.db.supportRequest.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return ids.find((id) => rows.some((row) => row.id === id)) ?? null;
}

async function linkOwner(tx: SystemCtx, tags: readonly string[]): Promise<{ userId: string } | null> {
  const token = tags.flatMap((tag) => tokenOfTag(tag) ?? [])[0];
  return token ? ownerOfLink(tx, token) : null;
}

/** Whoever a mail is from: the executive of a personal address, else the account with the sender's address. */
async function personBehind(
  tx: SystemCtx,
  ownerId: string | null,
  { from }: ReadMail,
  { personOf }: MailDesk,
): Promise<Person | null> {
  const userId = ownerId ?? (await userIdOfAddress(tx, from[0]?.address ?? ""));
  return userId ? personOf(userId) : null;
}

const LONGEST_TEXT = 4_000;

/** What a field of several lines takes of a mail; the whole text is kept beside it. */
export function fitting(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).trimEnd()}…`;
}

type Taken = { fileIds: string[]; leftOut: number };

/** Keeps the files of a mail that can be taken, and counts those that can't. */
export async function takeFiles(ctx: Ctx, mail: ReadMail, room = MOST_FILES): Promise<Taken> {
  const meant = filesMeant(mail.files);
  const fileIds: string[] = [];
  for (const { name, bytes } of meant) {
    if (fileIds.length >= room) break;
    const file = { name, size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer };
    const kept = await keepFiles(ctx, [file]);
    if (kept.ok) fileIds.push(...kept.value.map(({ id }) => id));
  }
  return { fileIds, leftOut: meant.length - fileIds.length };
}

async function answered(
  ctx: Ctx,
  requestId: string,
  mail: ReadMail,
  hold: (reason: HeldReason) => SortedMail,
): Promise<SortedMail> {
  const before = await ctx.db.requestFile.count({ where: { requestId } });
  const { fileIds, leftOut } = await takeFiles(ctx, mail, Math.max(0, MOST_FILES - before));
  const text = fitting(wordsOfMail(mail).text) || plainSubject(mail.subject) || "–";
  try {
    const comment = await commentRequest(ctx, CommentInput.parse({ id: requestId, text, fileIds }));
    if (!comment.ok) return hold("refused");
    return { verdict: "answer", requestId, commentId: comment.value.id, leftOut };
  } catch (error) {
    if (error instanceof NotFoundError) return hold("not_involved");
    throw error;
  }
}

async function filed(
  ctx: Ctx,
  { id: executiveId }: { id: string },
  mail: ReadMail,
  hold: (reason: HeldReason) => SortedMail,
): Promise<SortedMail> {
  const { fileIds, leftOut } = await takeFiles(ctx, mail);
  const answer = await fileSupportRequest(ctx, requestOfMail(mail, fileIds), "mail");
  if (!answer.ok) return hold("refused");
  return { verdict: "request", requestId: answer.value.id, executiveId, leftOut };
}

/** What a mail asks for: its subject, else its first line, and its words. */
export function requestOfMail(mail: ReadMail, fileIds: string[], head = ""): FileSupportRequestInput {
  const words = wordsOfMail(mail).text;
  const subject = plainSubject(mail.subject);
  const summary = shortened(subject || words.split("\n")[0] || mail.files[0]?.name || "–", 160);
  const rest = subject || words.includes("\n") || words.length > 160 ? words : "";
  return FileSupportRequestInput.parse({ summary, details: fitting(`${head}${rest}`), fileIds });
}
