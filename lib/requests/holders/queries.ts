import "server-only";
import { weekdayHoursOn } from "@/lib/availability/rules";
import type { PublicCtx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { piecesIn } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadStaffing } from "@/lib/coverage/office/queries";
import { type OfficeExecutive, type Staffing, workCalendarOf } from "@/lib/coverage/office/rules";
import { LOOK_AHEAD_DAYS } from "@/lib/coverage/serving/queries";
import { isThereAt, type SupportMoment, servingChoices, supportMomentOf } from "@/lib/coverage/serving/rules";
import { addDays } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { type RequestStatus, STATUSES_SHOWN } from "../rules";
import { type HolderFacts, holdingAt, type RequestHolding } from "./rules";

/** An open request with who has it, as the sweep reads it. */
export type HeldRequest = RequestHolding & {
  id: string;
  status: RequestStatus;
  version: number;
  dutyId: string | null;
  summary: string;
  confidential: boolean;
  executiveId: string;
  executiveName: string;
  poolId: string;
  timeZone: string;
};

/** The open requests of some executives, or of all. */
export function listHeldRequests(
  { db }: PublicCtx,
  executiveIds?: readonly string[],
): Promise<HeldRequest[]> {
  const among = executiveIds
    ? Prisma.sql`AND r.executive_id = ANY(${[...executiveIds]}::uuid[])`
    : Prisma.empty;
  return db.$queryRaw<HeldRequest[]>`
    SELECT r.id, r.status::text, r.version, r.duty_id AS "dutyId", r.summary, r.confidential, r.home_assistant_id AS "homeId",
      r.assignee_id AS "holderId", r.held_because::text AS because, r.executive_id AS "executiveId",
      u.name AS "executiveName", e.pool_id AS "poolId", p.time_zone AS "timeZone"
    FROM support_requests r JOIN executives e ON e.id = r.executive_id JOIN users u ON u.id = e.user_id
      JOIN pools p ON p.id = e.pool_id
    WHERE r.status = ANY(${[...STATUSES_SHOWN.open]}::support_request_status[]) ${among}
    ORDER BY r.created_at, r.id`;
}

/** Who serves an executive at this moment and the next, as far as it is known. */
export type ServingNow = { office: Staffing; executive: OfficeExecutive; moment: SupportMoment };

/** The moment that counts for one executive now; null where none of the coming days is supported. */
export async function readServingNow(
  { db, now }: PublicCtx,
  executiveId: string,
): Promise<(ServingNow & { timeZone: string }) | null> {
  const { pool } = await db.executive.findUniqueOrThrow({
    where: { id: executiveId },
    select: { pool: { select: { timeZone: true } } },
  });
  const today = dayIn(pool.timeZone, now);
  const office = withoutOffers(
    await loadStaffing(db, { executiveIds: [executiveId] }, today, addDays(today, LOOK_AHEAD_DAYS)),
  );
  const [executive] = office.executives;
  const moment = executive && supportMomentOf(office, executive, pool.timeZone, now);
  return moment ? { office, executive, moment, timeZone: pool.timeZone } : null;
}

/** Who is to have each of some requests now; those whose executive is not supported in the coming days are left as they are. */
export async function readHoldings(
  ctx: PublicCtx,
  requests: readonly HeldRequest[],
): Promise<Map<string, RequestHolding>> {
  const pools = new Map(requests.map(({ poolId, timeZone }) => [poolId, timeZone]));
  const serving = new Map<string, ServingNow | null>();
  for (const [id, timeZone] of pools) {
    const today = dayIn(timeZone, ctx.now);
    const grid = await readGrid(ctx, { id, timeZone }, today, addDays(today, LOOK_AHEAD_DAYS));
    const office = withoutOffers(grid.office);
    const asked = new Set(requests.filter(({ poolId }) => poolId === id).map((one) => one.executiveId));
    for (const executive of office.executives.filter((one) => asked.has(one.id))) {
      const moment = supportMomentOf(office, executive, timeZone, ctx.now);
      serving.set(executive.id, moment && { office, executive, moment });
    }
  }
  const loads = loadsOf(requests);
  return new Map(
    requests.flatMap((request) => {
      const now = serving.get(request.executiveId);
      if (!now) return [];
      const loadOf = (id: string) => loads.get(`${request.executiveId} ${id}`) ?? 0;
      return [[request.id, holdingAt(request, holderFacts(now, request.dutyId, loadOf))] as const];
    }),
  );
}

/** What decides who has a request of a duty at a moment. */
export function holderFacts(
  { office, executive, moment }: ServingNow,
  dutyId: string | null,
  loadOf: HolderFacts["loadOf"],
): HolderFacts {
  return {
    choices: servingChoices(office, executive, moment, dutyId),
    loadOf,
    isThere: (assistantId) => isThereAt(office, assistantId, moment.at, moment.minute),
  };
}

function loadsOf(requests: readonly HeldRequest[]): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { executiveId, holderId, status } of requests) {
    if (!holderId || status === "waiting") continue;
    const key = `${executiveId} ${holderId}`;
    loads.set(key, (loads.get(key) ?? 0) + 1);
  }
  return loads;
}

/** Until when an assistant is there today, on a 24-hour clock: the end of their hours, or of the hours they cover; null at other times. */
export function thereUntil({ office, executive, moment }: ServingNow, assistantId: string): string | null {
  const assistant = office.assistants.get(assistantId);
  if (!assistant || !moment.isNow) return null;
  const piece = piecesIn(slotState(office, executive, moment.at)).find(
    ({ cover }) => cover?.assistantId === assistantId,
  );
  const hours = weekdayHoursOn(workCalendarOf(office, assistant), moment.at.on);
  const end = piece?.window?.endMinute ?? hours?.endsAtMinute;
  return end === undefined ? null : clockText(end);
}
