import "server-only";
import { asAnswererOfLink, asAnyone } from "@/lib/auth/guards";
import { readNotice } from "@/lib/catalogues/notices";
import { type ActNotice, readActLink, readAnswerable } from "@/lib/insight/acts/queries";
import type { ActState, MailAct } from "@/lib/insight/acts/schema";
import { requireLetter } from "@/lib/letters/queries";
import type { LetterView } from "@/lib/letters/schema";

/** What a mail asked of its person, how it stands now, and where it is dealt with in Standby. */
export type MailedAct = {
  notice: ActNotice;
  acts: readonly MailAct[];
  state: ActState;
  href: string;
  letter: LetterView | null;
};

/** The same of the address in a mail; null where it opens nothing. */
export async function readMailedAct(token: string): Promise<MailedAct | null> {
  const link = await readActLink(asAnyone(), token);
  const ctx = link && (await asAnswererOfLink(link.userId));
  const answerable = ctx && (await readAnswerable(ctx, link.notice));
  if (!answerable) return null;
  const { acts, id, version, isOpen } = answerable;
  const { hasFactor, mustHaveFactor } = ctx.actor;
  const asSent: ActState = version === link.version ? "open" : "changed";
  const state = !isOpen ? "over" : hasFactor || mustHaveFactor ? "signIn" : asSent;
  const { links } = readNotice(link.notice);
  const letter = acts.includes("approve") && state === "open" ? await requireLetter(ctx, id) : null;
  return { notice: link.notice, acts, state, href: links.assistant ?? links.executive ?? "/", letter };
}
