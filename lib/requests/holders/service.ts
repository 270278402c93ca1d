import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import type { HandBackInput } from "@/lib/handovers/schema";
import { handBack } from "@/lib/handovers/service";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { requestAudit } from "../audit";
import { requestNotice } from "../notices";
import { listServedExecutiveIds } from "../queries";
import { givingMove, REQUEST_MOVES, type RequestMove } from "../rules";
import {
  type HeldRequest,
  holderFacts,
  listHeldRequests,
  readHoldings,
  readServingNow,
  thereUntil,
} from "./queries";
import { holdingAt, isOtherHolding, type RequestHolding } from "./rules";

const AT_A_TIME = 25;
const NOBODY: RequestHolding = { homeId: null, holderId: null, because: null };

type Change = { request: HeldRequest; next: RequestHolding };

/**
 * Brings open requests to who is to have them at this moment: away from those who went away, home to those who are back, to
 * somebody where nobody had them; managers are told of those nobody can have. Doing it again changes nothing.
 */
export async function syncHolders(
  { db, now }: Pick<SystemCtx, "db" | "now">,
  executiveIds?: readonly string[],
): Promise<{ moved: number }> {
  const ctx: SystemCtx = { db, now, actor: null, by: "sync-holders" };
  const requests = await listHeldRequests(ctx, executiveIds);
  if (requests.length === 0) return { moved: 0 };
  const holdings = await readHoldings(ctx, requests);
  const changes = requests.flatMap((request) => {
    const next = holdings.get(request.id);
    return next && isOtherHolding(request, next) ? [{ request, next }] : [];
  });
  let moved = 0;
  for (let i = 0; i < changes.length; i += AT_A_TIME)
    moved += await inTransaction(
      ctx,
      (tx) => writeChanges(tx, changes.slice(i, i + AT_A_TIME)),
      TIME_LIMITS.batch,
    );
  return { moved };
}

/** The same for the executives a person serves and whose requests they have, before these are shown. */
export async function syncOwnHolders(ctx: Ctx<Person>): Promise<void> {
  const served = await listServedExecutiveIds(ctx);
  if (served.length > 0) await syncHolders(ctx, served);
}

/** Hands an executive back with the closing note; what moved and is still open goes home with it. */
export function handBackWithRequests(ctx: Ctx<Person>, input: HandBackInput) {
  return inTransaction(ctx, async (tx) => {
    const answer = await handBack(tx, input);
    if (!answer.ok) return answer;
    const handover = await tx.db.handover.findUniqueOrThrow({
      where: { id: input.id },
      select: { executiveId: true },
    });
    await syncHolders(tx, [handover.executiveId]);
    return answer;
  });
}

async function writeChanges(tx: SystemCtx, changes: readonly Change[]): Promise<number> {
  const written: Change[] = [];
  for (const change of [...changes].sort((a, b) => (a.request.id < b.request.id ? -1 : 1)))
    if (await writeHolding(tx, change)) written.push(change);
  await tellOfMoves(
    tx,
    written.filter(({ request, next }) => request.holderId !== next.holderId),
  );
  return written.length;
}

/** Which move a change of the holder is: none of them begins the work anew. */
function holderMoveOf(status: HeldRequest["status"], holderId: string | null): RequestMove {
  if (holderId !== null) return givingMove(status) ?? "hand_on";
  return status === "assigned" ? "unassign" : "leave";
}

/** False where the request was changed since it was read: the next sweep looks again. */
async function writeHolding(tx: SystemCtx, { request, next }: Change): Promise<boolean> {
  const { id, version, status } = request;
  const { holderId, because, homeId } = next;
  const isMoved = holderId !== request.holderId;
  if (!isMoved) {
    await tx.db.supportRequest.updateMany({
      where: { id, version },
      data: { homeAssistantId: homeId, heldBecause: because },
    });
    return false;
  }
  const answer = await move(tx, REQUEST_MOVES, {
    id,
    version,
    move: holderMoveOf(status, holderId),
    read: async () =>
      ok(
        await tx.db.supportRequest.findUniqueOrThrow({
          where: { id },
          select: { status: true, version: true },
        }),
      ),
    write: async (_, after) => {
      await tx.db.supportRequest.update({
        where: { id },
        data: {
          ...after,
          homeAssistantId: homeId,
          assigneeId: holderId,
          heldBecause: because,
          updatedAt: tx.now,
        },
        select: { id: true },
      });
      const facts = { executiveId: request.executiveId, assigneeId: holderId, before: request.holderId };
      const action = holderId === null ? "support_request.left_unassigned" : "support_request.moved";
      return ok({ value: true, audit: requestAudit(action, id, { ...facts, because }) });
    },
  });
  return answer.ok;
}

/** One notice for each who has requests of an executive now, however many; the same to the managers for those nobody has. */
async function tellOfMoves(tx: SystemCtx, changes: readonly Change[]): Promise<void> {
  const groups = groupedBy(changes, ({ request, next }) =>
    [request.executiveId, next.holderId, next.because].join(" "),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { request, next } = first;
    const told = {
      requestId: request.id,
      executive: request.executiveName,
      summary: group.length === 1 && !request.confidential ? request.summary : null,
    };
    if (next.holderId === null || next.because === null) {
      const managers = await managersOf(tx, request.poolId);
      await notify(tx, requestNotice("request_unassigned", managers, told));
      continue;
    }
    const { userId } = await tx.db.assistant.findUniqueOrThrow({
      where: { id: next.holderId },
      select: { userId: true },
    });
    await notify(tx, requestNotice("request_moved", [userId], { ...told, because: next.because }));
  }
}

/** Who is to have a request that is filed or opened again at this moment, with their account and how long they are there. */
export async function chooseHolder(
  tx: Ctx,
  executiveId: string,
  dutyId: string | null,
  current: RequestHolding = NOBODY,
): Promise<RequestHolding & { userId: string | null; name: string | null; until: string | null }> {
  const serving = await readServingNow(tx, executiveId);
  if (!serving) return { ...NOBODY, homeId: current.homeId, userId: null, name: null, until: null };
  const loads = await readLoads(tx, executiveId);
  const facts = holderFacts(serving, dutyId, (id) => loads.get(id) ?? 0);
  const holding = holdingAt({ ...current, because: null }, facts);
  const holder = serving.office.assistants.get(holding.holderId ?? "");
  const { userId = null, name = null } = holder ?? {};
  return { ...holding, userId, name, until: holder ? thereUntil(serving, holder.id) : null };
}

async function readLoads(tx: Ctx, executiveId: string): Promise<Map<string, number>> {
  const rows = await tx.db.$queryRaw<{ id: string; count: number }[]>`
    SELECT assignee_id AS id, count(*)::int AS count FROM support_requests
    WHERE executive_id = ${executiveId}::uuid AND status IN ('assigned', 'in_progress') GROUP BY assignee_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
