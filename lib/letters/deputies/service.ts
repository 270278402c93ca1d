import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { letterAudit } from "../audit";
import { letterNotice } from "../notices";
import { getLetterDeputy } from "./queries";
import type { LetterDeputyView, NameDeputyInput } from "./schema";

/**
 * Names another executive of the pool who approves and returns letters in one's place, confidential ones left out, or nobody any more. Refuses an
 * address that is nobody's there, and one's own.
 */
export function nameLetterDeputy(
  ctx: Ctx<Executive>,
  { email }: NameDeputyInput,
): Promise<Result<LetterDeputyView, "deputy_unknown">> {
  return inTransaction(ctx, async (tx) => {
    const { id: executiveId, poolId } = tx.actor.executive;
    const before = await getLetterDeputy(tx);
    if ((before.deputy?.email ?? "") === email) return ok(before);
    if (email === "") {
      await tx.db.letterDeputy.deleteMany({ where: { executiveId } });
      await audit(tx, letterAudit("letter_deputy.ended", executiveId, {}));
      return ok({ deputy: null });
    }
    const deputy = await tx.db.executive.findFirst({
      where: { poolId, id: { not: executiveId }, user: { email, disabledAt: null } },
      select: { id: true, userId: true },
    });
    if (!deputy) return refuse("deputy_unknown", { path: "email" });
    const named = { deputyId: deputy.id, namedAt: tx.now };
    await tx.db.letterDeputy.upsert({
      where: { executiveId },
      create: { executiveId, ...named },
      update: named,
      select: { executiveId: true },
    });
    await audit(tx, letterAudit("letter_deputy.named", executiveId, { deputyId: deputy.id }));
    await notify(tx, letterNotice("letter_deputy_named", [deputy.userId], { name: tx.actor.name }));
    return ok(await getLetterDeputy(tx));
  });
}
