"use server";
import { redirect } from "next/navigation";
import { asAnswererOfLink, asAnyone } from "@/lib/auth/guards";
import { readActLink } from "@/lib/insight/acts/queries";
import { MailAnswer } from "@/lib/insight/acts/schema";
import { answerFromMail } from "@/lib/insight/acts/service";
import { answerTo } from "@/lib/server/answer";

/** Does what a mail offered, once its person has pressed; where it can't be done, the page says why. */
export async function answerByMail(token: string, act: string, form: FormData): Promise<void> {
  const link = await readActLink(asAnyone(), token);
  const ctx = link && (await asAnswererOfLink(link.userId));
  const answer = MailAnswer.safeParse({
    act,
    rating: form.get("rating") ?? undefined,
    version: link?.version,
  });
  if (!link || !ctx || !answer.success) redirect(`/act/${encodeURIComponent(token)}`);
  const answered = await answerTo(() => answerFromMail(ctx, link.notice, answer.data));
  const outcome = answered.ok ? `done=${act}` : `refused=${answered.reason}`;
  redirect(`/act/${encodeURIComponent(token)}?${outcome}`);
}
