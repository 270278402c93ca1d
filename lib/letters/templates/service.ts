import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import { letterAudit } from "../audit";
import { refusalOfFieldNames } from "../rules-fields";
import type { AddTemplateInput, ChangeTemplateInput } from "./schema";

type FieldRefusal = "letter_field_unknown" | "letter_field_open";

/** Adds a template to a pool one manages. Refuses a field there isn't, with the nearest name. */
export function addTemplate(
  ctx: Ctx<Manager>,
  input: AddTemplateInput,
): Promise<Result<{ id: string }, FieldRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { poolId, language, subject, body } = input;
    if (!canManagePool(tx.actor, poolId)) throw new NotFoundError("pool");
    const refusal = refusalOfFieldNames({ subject, body }, language);
    if (refusal) return refusal;
    const data = { ...input, updatedAt: tx.now };
    const { id } = await tx.db.letterTemplate.create({ data, select: { id: true } });
    await audit(tx, letterAudit("letter_template.added", id, { poolId, language }));
    return ok({ id });
  });
}

/** Changes or retires a template; letters begun with it stay as they are. Refuses a lost update and a field there isn't. */
export function changeTemplate(
  ctx: Ctx<Manager>,
  { id, version, isRetired, ...words }: ChangeTemplateInput,
): Promise<Result<{ id: string }, FieldRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const before = await tx.db.letterTemplate.findUnique({ where: { id } });
    if (!before || !canManagePool(tx.actor, before.poolId)) throw new NotFoundError("letter template");
    const { poolId, language } = before;
    const refusal = refusalOfFieldNames({ subject: words.subject, body: words.body }, language);
    if (refusal) return refusal;
    const { count } = await tx.db.letterTemplate.updateMany({
      where: { id, version },
      data: {
        ...{ ...words, updatedAt: tx.now, version: { increment: 1 } },
        retiredAt: isRetired ? (before.retiredAt ?? tx.now) : null,
      },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "letter_template", id }, { version }, before);
    await audit(tx, letterAudit("letter_template.changed", id, { poolId, language }));
    return ok({ id });
  });
}
