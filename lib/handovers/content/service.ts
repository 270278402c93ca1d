import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { handoverAudit } from "@/lib/handovers/audit";
import { type LockedHandover, mayNow, requireHandoverRow } from "@/lib/handovers/queries-parts";
import type { AddItemInput, EditItemInput, ItemInput, ItemKind, MoveItemInput } from "@/lib/handovers/schema";
import { ok, type Result, refuse } from "@/lib/result";

type Changed = { id: string; handoverId: string };
type Answer = Promise<Result<Changed, "not_possible_now">>;

const BY_COVER: readonly ItemKind[] = ["happened", "changed"];

/** Adds what to watch or to know, or, as the cover, what happened or changed. */
export function addItem(ctx: Ctx<Person>, { id: handoverId, kind, text }: AddItemInput): Answer {
  return inTransaction(ctx, async (tx) => {
    const handover = await requireHandoverRow(tx, handoverId);
    if (!mayNow(handover, BY_COVER.includes(kind) ? "report" : "complete")) return notNow(handover);
    const { _max } = await tx.db.handoverItem.aggregate({ where: { handoverId }, _max: { position: true } });
    const { id } = await tx.db.handoverItem.create({
      data: {
        handoverId,
        kind,
        text,
        position: (_max.position ?? -1) + 1,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await audit(tx, handoverAudit("handover_item.added", id, { handoverId, kind }));
    return ok({ id, handoverId });
  });
}

/** Writes an item anew; what was taken from a record no longer follows it. One's own report is the cover's to change. */
export function editItem(ctx: Ctx<Person>, { id, text }: EditItemInput): Answer {
  return inTransaction(ctx, async (tx) => {
    const { item, handover } = await requireItem(tx, id);
    if (!mayChange(ctx, handover, item)) return notNow(handover);
    await tx.db.handoverItem.update({ where: { id }, data: { text, editedAt: ctx.now } });
    await audit(tx, handoverAudit("handover_item.edited", id, factsOf(handover, item)));
    return ok({ id, handoverId: handover.id });
  });
}

/** Takes an item away; one taken from a record does not come back by itself. */
export function removeItem(ctx: Ctx<Person>, { id }: ItemInput): Answer {
  return inTransaction(ctx, async (tx) => {
    const { item, handover } = await requireItem(tx, id);
    if (!mayChange(ctx, handover, item)) return notNow(handover);
    if (item.sourceId) await tx.db.handoverItem.update({ where: { id }, data: { dismissedAt: ctx.now } });
    else await tx.db.handoverItem.delete({ where: { id } });
    await audit(tx, handoverAudit("handover_item.removed", id, factsOf(handover, item)));
    return ok({ id, handoverId: handover.id });
  });
}

/** Moves an item one place up or down among those of its kind. */
export function moveItem(ctx: Ctx<Person>, { id, direction }: MoveItemInput): Answer {
  return inTransaction(ctx, async (tx) => {
    const { item, handover } = await requireItem(tx, id);
    if (!mayNow(handover, "complete")) return notNow(handover);
    const siblings = await tx.db.handoverItem.findMany({
      where: { handoverId: handover.id, kind: item.kind, dismissedAt: null },
      select: { id: true },
      orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    });
    const at = siblings.findIndex((sibling) => sibling.id === id);
    const other = at + (direction === "up" ? -1 : 1);
    const [here, there] = [siblings[at], siblings[other]];
    if (!here || !there) return ok({ id, handoverId: handover.id });
    siblings[at] = there;
    siblings[other] = here;
    await tx.db.$executeRaw`
      UPDATE handover_items SET position = placed.at
      FROM unnest(${siblings.map((sibling) => sibling.id)}::uuid[]) WITH ORDINALITY AS placed (id, at)
      WHERE handover_items.id = placed.id`;
    await audit(tx, handoverAudit("handover_item.moved", id, factsOf(handover, item)));
    return ok({ id, handoverId: handover.id });
  });
}

async function requireItem(tx: Ctx<Person>, id: string) {
  const item = await tx.db.handoverItem.findUnique({
    where: { id },
    select: { handoverId: true, kind: true, sourceId: true, createdById: true, dismissedAt: true },
  });
  if (!item || item.dismissedAt) throw new NotFoundError("handover_item");
  return { item, handover: await requireHandoverRow(tx, item.handoverId) };
}

function mayChange(
  ctx: Ctx<Person>,
  handover: LockedHandover,
  { kind, createdById }: { kind: ItemKind; createdById: string | null },
): boolean {
  if (!BY_COVER.includes(kind)) return mayNow(handover, "complete");
  return mayNow(handover, "report") && createdById === ctx.actor.userId;
}

function notNow({ status }: LockedHandover) {
  return refuse("not_possible_now", { details: { status } });
}

function factsOf({ id: handoverId }: LockedHandover, { kind }: { kind: ItemKind }) {
  return { handoverId, kind };
}
