import "server-only";
import { asAnyone, asAssistantOfLink } from "@/lib/auth/guards";
import { readNotice } from "@/lib/catalogues/notices";
import { type ActNotice, readActLink, readAnswerable } from "@/lib/insight/acts/queries";
import type { ActState, MailAct } from "@/lib/insight/acts/schema";

/** What a mail asked of its person, how it stands now, and where it is dealt with in Standby. */
export type MailedAct = { notice: ActNotice; acts: readonly MailAct[]; state: ActState; href: string };

/** The same of the address in a mail; null where it opens nothing. */
export async function readMailedAct(token: string): Promise<MailedAct | null> {
  const link = await readActLink(asAnyone(), token);
  const ctx = link && (await asAssistantOfLink(link.userId));
  const answerable = ctx && (await readAnswerable(ctx, link.notice));
  if (!answerable) return null;
  const { acts, version, isOpen } = answerable;
  const { hasFactor, mustHaveFactor } = ctx.actor;
  const asSent: ActState = version === link.version ? "open" : "changed";
  const state = !isOpen ? "over" : hasFactor || mustHaveFactor ? "signIn" : asSent;
  return { notice: link.notice, acts, state, href: readNotice(link.notice).links.assistant ?? "/" };
}
