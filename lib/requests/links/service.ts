import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret, newPlainSecret } from "@/lib/secrets";
import { requestAudit } from "../audit";
import { personalAddress } from "../inbound/service-addresses";
import { FileFromPageInput } from "../schema";
import { type FiledRequest, type FilingRefusal, fileFromPage } from "../service-filing";
import { ownerOfLink } from "./queries";
import type { FileByLinkInput, FilingLinkView } from "./schema";

const FILED: Limit = { name: "filing-link", points: 30, seconds: 3_600 };

/** Makes the executive's personal link and address anew; the ones before are worth nothing from then on. */
export function renewFilingLink(ctx: Ctx<Executive>): Promise<Result<FilingLinkView>> {
  return inTransaction(ctx, async (tx) => {
    const { id: executiveId } = tx.actor.executive;
    const token = newPlainSecret();
    const row = { tokenHash: hashOfSecret(token), renewedAt: tx.now, lastUsedAt: null };
    await tx.db.filingLink.upsert({
      where: { executiveId },
      create: { executiveId, ...row },
      update: row,
      select: { executiveId: true },
    });
    await audit(tx, requestAudit("filing_link.renewed", executiveId, { executiveId }));
    return ok({ link: `${env().NEXTAUTH_URL}/ask/${token}`, address: personalAddress(token) });
  });
}

/** Takes the executive's personal link and address away. */
export function removeFilingLink(ctx: Ctx<Executive>): Promise<Result<null>> {
  return inTransaction(ctx, async (tx) => {
    const { id: executiveId } = tx.actor.executive;
    const { count } = await tx.db.filingLink.deleteMany({ where: { executiveId } });
    if (count > 0) await audit(tx, requestAudit("filing_link.removed", executiveId, { executiveId }));
    return ok(null);
  });
}

/** Files a request by a personal link, as the executive whose link it is. It may be used again; refuses more than thirty within an hour. */
export async function fileByLink(
  ctx: Ctx<Executive>,
  { token, ...input }: FileByLinkInput,
): Promise<Result<FiledRequest, "link_unknown" | "too_many_tries" | FilingRefusal>> {
  const owner = await ownerOfLink(ctx, token);
  if (owner?.executiveId !== ctx.actor.executive.id) return refuse("link_unknown");
  if (!(await spendPoint(counterOf(ctx.db, FILED), owner.executiveId))) return refuse("too_many_tries");
  return inTransaction(ctx, async (tx) => {
    const filed = await fileFromPage(tx, FileFromPageInput.parse(input), "link");
    if (filed.ok) await noteUse(tx, owner.executiveId);
    return filed;
  });
}

/** Notes when a personal link was last used. */
export async function noteUse({ db, now }: Pick<Ctx, "db" | "now">, executiveId: string): Promise<void> {
  const { count } = await db.filingLink.updateMany({ where: { executiveId }, data: { lastUsedAt: now } });
  if (count === 0) throw new NotFoundError("filing_link");
}
