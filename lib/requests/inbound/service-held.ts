import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { MOST_FILES } from "@/lib/files/rules-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { requestAudit } from "../audit";
import { CommentInput } from "../comments/schema";
import { commentRequest } from "../comments/service";
import { fileSupportRequest } from "../service-filing";
import { readMail } from "../worker/read-mail";
import { requireHeldMail } from "./queries";
import { type ReadMail, wordsOfMail } from "./rules";
import type { HeldMailInput, ReleaseMailInput } from "./schema";
import { readKeptMail } from "./service";
import { fitting, requestOfMail, takeFiles } from "./service-sorting";

type Released = { id: string; requestId: string };

/**
 * Lets a held mail through: as a request of an executive the manager names, else as a comment on the request it answers. It is the
 * manager who does it, and the words say whom they are from. Refuses a mail that names neither, and one that could not be read.
 */
export async function releaseMail(
  ctx: Ctx<Manager>,
  { id, executiveId }: ReleaseMailInput,
): Promise<Result<Released, "mail_unreadable" | "mail_decided" | "executive_missing">> {
  const { reason } = await requireHeldMail(ctx, id);
  const mail = reason === "unreadable" ? null : await readKeptMail(ctx, id, readMail);
  if (!mail) return refuse("mail_unreadable");
  return inTransaction(ctx, async (tx) => {
    const { requestId: answered, verdict } = await requireHeldMail(tx, id);
    if (verdict !== "held") return refuse("mail_decided");
    if (!executiveId && !answered) return refuse("executive_missing", { path: "executiveId" });
    const taken = executiveId
      ? await takeAsRequest(tx, mail, executiveId)
      : await takeAsComment(tx, mail, answered ?? "");
    if (!taken) return refuse("mail_unreadable");
    await decide(tx, id, { verdict: "released", ...taken }, "held");
    await audit(tx, requestAudit("inbound_mail.released", id, { requestId: taken.requestId }));
    return ok({ id, requestId: taken.requestId });
  });
}

type Taken = { requestId: string; commentId?: string; leftOut: number };

/** Whom the words are from, in a line before them. */
function headOf({ from }: ReadMail): string {
  const [{ name, address } = { name: "", address: "" }] = from;
  return `${name ? `${name} <${address}>` : address}:\n\n`;
}

async function takeAsRequest(tx: Ctx<Manager>, mail: ReadMail, executiveId: string): Promise<Taken | null> {
  const { fileIds, leftOut } = await takeFiles(tx, mail);
  const input = { ...requestOfMail(mail, fileIds, headOf(mail)), executiveId };
  const filed = await fileSupportRequest(tx, input, "mail");
  return filed.ok ? { requestId: filed.value.id, leftOut } : null;
}

async function takeAsComment(tx: Ctx<Manager>, mail: ReadMail, requestId: string): Promise<Taken | null> {
  const before = await tx.db.requestFile.count({ where: { requestId } });
  const { fileIds, leftOut } = await takeFiles(tx, mail, Math.max(0, MOST_FILES - before));
  const text = fitting(`${headOf(mail)}${wordsOfMail(mail).text}`);
  const comment = await commentRequest(tx, CommentInput.parse({ id: requestId, text, fileIds }));
  return comment.ok ? { requestId, commentId: comment.value.id, leftOut } : null;
}

/** Puts a held mail aside for good; it can be held again until it is forgotten. */
export function discardMail(
  ctx: Ctx<Manager>,
  { id }: HeldMailInput,
): Promise<Result<{ id: string }, "mail_decided">> {
  return change(ctx, id, "held", "discarded");
}

/** Holds a discarded mail again. */
export function restoreMail(
  ctx: Ctx<Manager>,
  { id }: HeldMailInput,
): Promise<Result<{ id: string }, "mail_decided">> {
  return change(ctx, id, "discarded", "held");
}

function change(ctx: Ctx<Manager>, id: string, from: "held" | "discarded", to: "held" | "discarded") {
  return inTransaction(ctx, async (tx) => {
    await requireHeldMail(tx, id);
    if (!(await decide(tx, id, { verdict: to }, from))) return refuse("mail_decided");
    await audit(tx, requestAudit(to === "held" ? "inbound_mail.restored" : "inbound_mail.discarded", id));
    return ok({ id });
  });
}

type Decision = {
  verdict: "held" | "released" | "discarded";
  requestId?: string;
  commentId?: string;
  leftOut?: number;
};

async function decide(
  tx: Ctx<Manager>,
  id: string,
  decision: Decision,
  from: "held" | "discarded",
): Promise<boolean> {
  const { count } = await tx.db.inboundMail.updateMany({
    where: { id, verdict: from },
    data: { ...decision, decidedById: tx.actor.userId },
  });
  if (count === 0 && decision.verdict === "released") throw new NotFoundError("inbound_mail");
  return count === 1;
}
