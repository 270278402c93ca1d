import type { Ctx } from "@/lib/context";
import { ownSupport } from "@/lib/coverage/demand/rules-own-support";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { loadOffice } from "@/lib/coverage/office/queries";
import type { Office, OfficeExecutive } from "@/lib/coverage/office/rules";
import { notify } from "@/lib/notices/service-notify";
import { requestNotice } from "@/lib/requests/notices";
import { addDays, type Day, dayToDate, weekdayOf } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { poolId, userId } from "./people";
import { OPEN_REQUESTS, WORDS } from "./request-words";

type Row = Prisma.SupportRequestCreateManyInput;

const PAST_WEEKS = 51;
const ASSISTANT = "Maria Lindgren";
const EXECUTIVE = "Helena Bergqvist";

/** A year of requests that are done with, and what is open now; each with whoever served the executive then. */
export async function writeRequests(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const from = addDays(monday, -7 * PAST_WEEKS);
  const office = await loadOffice(ctx.db, { poolIds: pools.map(poolId) }, from, addDays(monday, 6));
  const rows = pools.flatMap((pool) => [
    ...openRequests(office, pool, ctx.now),
    ...pastRequests(office, pool, monday),
  ]);
  await ctx.db.supportRequest.createMany({ data: rows });
  await tellDemoPeople(ctx, rows);
}

function openRequests(office: Office, pool: DemoPool, now: Date): Row[] {
  const today = dayIn(pool.timeZone, now);
  return OPEN_REQUESTS.flatMap((request, i) => {
    const executive = executiveNamed(office, pool, request.executive);
    if (!executive) return [];
    const on = workdayBefore(today, request.daysAgo);
    const written = instantAt(pool.timeZone, on, 9 * 60 + 7 * i);
    return [
      {
        id: demoId("request", `${request.executive} ${request.summary}`),
        executiveId: executive.id,
        ...(request.status === "new"
          ? { homeAssistantId: homeOn(executive, on) }
          : heldOn(office, executive, on)),
        dutyId: request.dutyId,
        summary: request.summary,
        details: request.details,
        priority: request.priority,
        dueOn: request.dueIn === null ? null : dayToDate(workdayAfter(today, request.dueIn)),
        status: request.status,
        createdById: executive.userId,
        createdAt: written,
        updatedAt: request.status === "new" ? written : new Date(written.getTime() + 95 * 60_000),
      },
    ];
  });
}

function executiveNamed(office: Office, pool: DemoPool, name: string): OfficeExecutive | undefined {
  return office.executives.find((one) => one.name === name && one.poolId === poolId(pool));
}

/** Two or three of each executive's requests of the year, long since done. */
function pastRequests(office: Office, pool: DemoPool, monday: Day): Row[] {
  return office.executives
    .filter((executive) => executive.poolId === poolId(pool))
    .flatMap((executive) => {
      const draw = drawFor(`requests ${executive.name}`);
      return Array.from({ length: draw.between(2, 3) }, (_, i) => {
        const on = addDays(monday, -7 * draw.between(2, PAST_WEEKS - 1) + draw.between(0, 4));
        const duties = executive.duties.map((duty) => duty.dutyId);
        const fitting = WORDS[pool.locale].filter((words) => duties.includes(words.dutyId));
        const words = draw.pick(fitting.length > 0 ? fitting : WORDS[pool.locale]);
        const written = instantAt(pool.timeZone, on, draw.between(8 * 60, 16 * 60));
        const status: Row["status"] = draw.pick(["closed", "closed", "closed", "resolved", "cancelled"]);
        return {
          id: demoId("request", `${executive.name} past ${i}`),
          executiveId: executive.id,
          ...heldOn(office, executive, on),
          ...words,
          priority: draw.pick(["low", "normal", "normal", "normal", "high"]),
          dueOn: dayToDate(addDays(on, draw.between(1, 9))),
          status,
          createdById: executive.userId,
          createdAt: written,
          updatedAt: new Date(written.getTime() + draw.between(1, 40) * 3_600_000),
        };
      });
    });
}

/** Whoever served the executive on the morning of a day, and whose it is; nobody on a day off or where there was a gap. */
function heldOn(office: Office, executive: OfficeExecutive, on: Day) {
  const state = slotState(office, executive, { on, part: "am" });
  const homeAssistantId = homeOn(executive, on);
  if (state.status !== "own" && state.status !== "cover") return { homeAssistantId };
  return { homeAssistantId, assigneeId: state.assistantId, heldBecause: state.status };
}

function homeOn(executive: OfficeExecutive, on: Day): string | null {
  return ownSupport(executive, { on, part: "am" })[0]?.assistantId ?? null;
}

function workdayBefore(today: Day, days: number): Day {
  return step(today, days, -1);
}

function workdayAfter(today: Day, days: number): Day {
  return step(today, days, 1);
}

function step(from: Day, days: number, direction: 1 | -1): Day {
  let on = from;
  for (let left = days; left > 0; ) {
    on = addDays(on, direction);
    if (weekdayOf(on) <= 5) left--;
  }
  return on;
}

async function tellDemoPeople(ctx: Ctx, rows: Row[]): Promise<void> {
  const moved = rows.find((row) => row.summary === OPEN_REQUESTS[0]?.summary);
  const assigned = rows.filter((row) => row.status === "assigned" && row.dueOn);
  const params = (row: Row) => ({ requestId: row.id ?? "", summary: row.summary });
  if (moved) {
    const status = moved.status ?? "new";
    await notify(ctx, requestNotice("request_moved_on", [userId(EXECUTIVE)], { ...params(moved), status }));
  }
  for (const row of assigned.filter((one) => one.createdById === userId("Sofia Rydell"))) {
    await notify(ctx, requestNotice("request_assigned", [userId(ASSISTANT)], params(row)));
  }
}
