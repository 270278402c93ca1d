import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { matchingAudit } from "@/lib/matching/audit";
import type { FitWeights } from "@/lib/matching/weights/rules";
import { ok, type Result, refuse } from "@/lib/result";
import { createSupportAssignment, endSupportAssignment, type TermRefusal } from "@/lib/support/service";
import { addDays, dayToDate } from "@/lib/time/day";
import { executiveIn, type Placement, placementsFor, readAskedPool } from "./queries-list";
import { listSupportInTheWay } from "./queries-support";
import { groupOfFit } from "./rules";
import type { DecidePlacementInput } from "./schema";

const KEPT_MONTHS = 24;
const TOTALS_KEPT = 20;
/** The order of names decides nothing here but ties. */
const ORDER = "sv";

/**
 * Decides who supports an executive from a day on: support begins then, whoever was primary ends the day before, and the numbers
 * it rested on are kept. Refuses a choice that isn't the first of the list without a reason, and what support itself refuses.
 */
export async function decidePlacement(
  ctx: Ctx<Manager>,
  input: DecidePlacementInput,
): Promise<
  Result<
    { id: string; supportId: string },
    TermRefusal | "unknown_duty" | "changed_since_read" | "placement_reason_missing"
  >
> {
  const { executiveId, assistantId, from, reason } = input;
  return inTransaction(ctx, async (tx) => {
    const pool = await readAskedPool(tx, { executiveId }, from, { executiveIds: [executiveId] });
    const list = placementsFor(pool, executiveIn(pool, executiveId), ORDER);
    const chosen = list.find(({ id }) => id === assistantId);
    if (!chosen) throw new NotFoundError("assistant");
    const first = list.find(({ fit }) => groupOfFit(fit) === "ranked") ?? null;
    if (first?.id !== assistantId && reason === "")
      return refuse("placement_reason_missing", { path: "reason", details: { name: first?.name ?? "none" } });
    const support = await takeOver(tx, input);
    if (!support.ok) return support;
    const inputs = inputsOf(list, chosen, first, pool.weights);
    const { id } = await tx.db.placementDecision.create({
      data: {
        ...{ executiveId, assistantId, firstAssistantId: first?.id ?? null, fromOn: dayToDate(from) },
        ...{ reason: first?.id === assistantId ? "" : reason, inputs, inputsHash: hashOf(inputs) },
        ...{ byId: tx.actor.userId, at: tx.now },
      },
      select: { id: true },
    });
    const facts = { executiveId, assistantId, from, isFirst: first?.id === assistantId };
    await audit(tx, matchingAudit("placement.decided", id, facts));
    return ok({ id, supportId: support.value.id });
  });
}

/** Ends whoever is primary, and what else the chosen assistant does for the executive, the day before; then begins the new support. */
async function takeOver(tx: Ctx<Manager>, { executiveId, assistantId, from }: DecidePlacementInput) {
  const before = await listSupportInTheWay(tx, { executiveId, assistantId, from });
  for (const { id, version } of before) {
    const ended = await endSupportAssignment(tx, { id, version, to: addDays(from, -1) });
    if (!ended.ok) return ended;
  }
  const primary = { role: "primary" as const, rank: 1, dutyIds: [], from, to: null };
  return createSupportAssignment(tx, { executiveId, assistantId, ...primary });
}

/** What the decision rested on, in numbers: the weights, the chosen and the first with their facts, and the totals before them. */
function inputsOf(
  list: readonly Placement[],
  chosen: Placement,
  first: Placement | null,
  weights: FitWeights,
) {
  const kept = ({ id, facts, fit }: Placement) => ({ assistantId: id, facts, fit });
  return JSON.parse(
    JSON.stringify({
      weights,
      chosen: kept(chosen),
      first: first && kept(first),
      totals: list.slice(0, TOTALS_KEPT).map(({ id, fit }) => ({
        assistantId: id,
        total: fit.total,
        known: fit.known,
        group: groupOfFit(fit),
      })),
    }),
  );
}

function hashOf(inputs: unknown): string {
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

/** Deletes decisions, with the numbers they rested on, after 24 months. */
export async function forgetPlacementDecisions({ db, now }: SystemCtx): Promise<void> {
  await db.$executeRaw`
    DELETE FROM placement_decisions WHERE at < ${now}::timestamptz - make_interval(months => ${KEPT_MONTHS}::int)`;
}
