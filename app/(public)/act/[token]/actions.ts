"use server";
import { redirect } from "next/navigation";
import { asAnswererOfLink, asAnyone } from "@/lib/auth/guards";
import { readActLink } from "@/lib/insight/acts/queries";
import { isMailAct } from "@/lib/insight/acts/schema";
import { answerFromMail } from "@/lib/insight/acts/service";
import { answerTo } from "@/lib/server/answer";

/** Does what a mail offered, once its person has pressed; where it can't be done, the page says why. */
export async function answerByMail(token: string, act: string): Promise<void> {
  const link = await readActLink(asAnyone(), token);
  const ctx = link && (await asAnswererOfLink(link.userId));
  if (!link || !ctx || !isMailAct(act)) redirect(`/act/${encodeURIComponent(token)}`);
  const answer = await answerTo(() => answerFromMail(ctx, link.notice, { act, version: link.version }));
  const outcome = answer.ok ? `done=${act}` : `refused=${answer.reason}`;
  redirect(`/act/${encodeURIComponent(token)}?${outcome}`);
}
