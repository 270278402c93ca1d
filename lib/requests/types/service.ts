import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { requestAudit } from "../audit";
import { fieldsAfter, keyFor } from "./rules";
import { type AddRequestTypeInput, type ChangeRequestTypeInput, RequestFields } from "./schema";

type TypeRefusal = "unknown_duty" | "field_choices_missing";

/** Adds a type of request with its small form, for all pools. Refuses a choice between nothing. */
export function addRequestType(
  ctx: Ctx<Manager>,
  { fields, ...input }: AddRequestTypeInput,
): Promise<Result<{ id: string }, TypeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const refusal = await refusalOfType(tx, { fields, ...input });
    if (refusal) return refusal;
    const taken = await tx.db.requestType.findMany({ select: { id: true } });
    const id = keyFor(
      input.nameEn,
      taken.map((type) => type.id),
    );
    await tx.db.requestType.create({
      data: { id, ...input, fields: fieldsAfter([], fields) },
      select: { id: true },
    });
    await audit(tx, requestAudit("request_type.added", id));
    return ok({ id });
  });
}

/** Changes or retires a type of request; requests keep what they were asked. Refuses a lost update. */
export function changeRequestType(
  ctx: Ctx<Manager>,
  { id, version, isRetired, fields, ...input }: ChangeRequestTypeInput,
): Promise<Result<{ id: string }, TypeRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const refusal = await refusalOfType(tx, { fields, ...input });
    if (refusal) return refusal;
    const before = await tx.db.requestType.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("request type");
    const { count } = await tx.db.requestType.updateMany({
      where: { id, version },
      data: {
        ...input,
        fields: fieldsAfter(RequestFields.parse(before.fields), fields),
        retiredAt: isRetired ? (before.retiredAt ?? tx.now) : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "request_type", id }, { version }, before);
    await audit(tx, requestAudit("request_type.changed", id));
    return ok({ id });
  });
}

async function refusalOfType(
  tx: Ctx,
  { dutyId, fields }: AddRequestTypeInput,
): Promise<Refusal<TypeRefusal> | null> {
  if (dutyId && (await firstUnknownDuty(tx, [dutyId])))
    return refuse("unknown_duty", { path: "dutyId", details: { duty: dutyId } });
  const empty = fields.findIndex(({ kind, choices }) => kind === "choice" && choices.length < 2);
  return empty < 0 ? null : refuse("field_choices_missing", { path: `fields.${empty}.choicesEn` });
}
