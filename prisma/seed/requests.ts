import type { Ctx } from "@/lib/context";
import { ownSupport } from "@/lib/coverage/demand/rules-own-support";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { loadOffice } from "@/lib/coverage/office/queries";
import type { Office, OfficeExecutive } from "@/lib/coverage/office/rules";
import { notify } from "@/lib/notices/service-notify";
import { promise } from "@/lib/requests/levels/service-clocks";
import { requestNotice } from "@/lib/requests/notices";
import { addDays, type Day, dayToDate, weekdayOf } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { writeInboundMails } from "./inbound-mails";
import { DEMO_ASSISTANT, poolId, userId } from "./people";
import { writeRequestFiles } from "./request-files";
import { ratingsOf } from "./request-ratings";
import { AGREEMENTS, CALLS, COMMENTS, OPEN_REQUESTS, WORDS } from "./request-words";

type Row = Prisma.SupportRequestCreateManyInput;

const PAST_WEEKS = 51;
const EXECUTIVE = "Helena Bergqvist";

/** A year of requests that are done with, and what is open now; each with whoever served the executive then. */
export async function writeRequests(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const from = addDays(monday, -7 * PAST_WEEKS);
  const office = await loadOffice(ctx.db, { poolIds: pools.map(poolId) }, from, addDays(monday, 6));
  const calls = pools.flatMap((pool) => callsOf(office, pool, ctx.now));
  const rows = pools.flatMap((pool) => [
    ...openRequests(office, pool, ctx.now),
    ...pastRequests(office, pool, monday),
  ]);
  await ctx.db.serviceLevel.createMany({ data: pools.flatMap(levelsOf) });
  await ctx.db.supportRequest.createMany({ data: [...rows, ...calls.map(({ request }) => request)] });
  await ctx.db.phoneMessage.createMany({ data: calls.map(({ message }) => message) });
  await ctx.db.requestPause.createMany({ data: rows.flatMap(pausesOf) });
  await ctx.db.requestComment.createMany({ data: rows.flatMap(commentsOf) });
  await ctx.db.priorityAgreement.createMany({ data: agreementsOf(office, ctx.now) });
  await ctx.db.requestRating.createMany({ data: ratingsOf(rows) });
  await writeRequestFiles(ctx, rows);
  await writeInboundMails(ctx, pools, rows);
  for (const { id, status } of rows)
    if (id && (status === "assigned" || status === "in_progress" || status === "waiting"))
      await promise(ctx, id);
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
        typeId: TYPE_OF_DUTY[request.dutyId] ?? "other",
        ...timesOf(request.status, new Date(written.getTime() + 40 * 60_000)),
        createdById: executive.userId,
        createdAt: written,
        updatedAt: request.status === "new" ? written : new Date(written.getTime() + 95 * 60_000),
      },
    ];
  });
}

/** Phone messages of today: requests with a caller, taken by whoever serves the executive. */
function callsOf(office: Office, pool: DemoPool, now: Date) {
  const today = dayIn(pool.timeZone, now);
  return CALLS.flatMap(({ executive: name, caller, company, number, wish, minutesAgo, isUrgent, text }) => {
    const executive = executiveNamed(office, pool, name);
    if (!executive) return [];
    const id = demoId("request", `call ${name} ${caller}`);
    const at = new Date(now.getTime() - minutesAgo * 60_000);
    const held = heldOn(office, executive, today);
    const taker = office.assistants.get(held.assigneeId ?? held.homeAssistantId ?? "");
    if (!taker) return [];
    const request: Row = {
      id,
      executiveId: executive.id,
      ...held,
      typeId: "phone_message",
      summary: `${caller}, ${company}`,
      details: text,
      priority: isUrgent ? "urgent" : "normal",
      status: held.assigneeId ? "assigned" : "new",
      createdById: taker.userId,
      createdAt: at,
      updatedAt: at,
    };
    const said = { caller, company, numberText: number, wish, takenById: taker.userId, takenAt: at };
    return [{ request, message: { requestId: id, ...said } }];
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
          typeId: TYPE_OF_DUTY[words.dutyId] ?? "other",
          ...timesOf(status, new Date(written.getTime() + draw.between(1, 8) * 1_800_000)),
          createdById: executive.userId,
          createdAt: written,
          updatedAt: new Date(written.getTime() + draw.between(1, 40) * 3_600_000),
        };
      });
    });
}

const TYPE_OF_DUTY: Record<string, string> = {
  correspondence: "correspondence",
  meetings: "meeting",
  calendar: "meeting",
  travel: "travel",
  expenses: "expenses",
  research: "research",
  sales_support: "sales_support",
  prescreening: "candidate",
};

/** What every demo pool promises: urgent ones soon, travel within a day, the others within a few. */
function levelsOf(pool: DemoPool): Prisma.ServiceLevelCreateManyInput[] {
  return [
    { poolId: poolId(pool), typeId: "travel", answerMinutes: 120, resolveMinutes: 480 },
    { poolId: poolId(pool), priority: "urgent", answerMinutes: 60, resolveMinutes: 240 },
    { poolId: poolId(pool), priority: "high", answerMinutes: 120, resolveMinutes: 960 },
    { poolId: poolId(pool), tier: 5, answerMinutes: 120, resolveMinutes: 1_440 },
    { poolId: poolId(pool), answerMinutes: 240, resolveMinutes: 2_400 },
  ];
}

/** Agreements of executives who share somebody: in force, or proposed. */
function agreementsOf(office: Office, now: Date): Prisma.PriorityAgreementCreateManyInput[] {
  return AGREEMENTS.flatMap(({ first, second, isAgreed }) => {
    const [goesFirst, other] = [first, second].map((name) =>
      office.executives.find((one) => one.name === name),
    );
    if (!goesFirst || !other) return [];
    const isLow = goesFirst.id < other.id;
    const [lowId, highId] = isLow ? [goesFirst.id, other.id] : [other.id, goesFirst.id];
    const rule = isLow ? "low_first" : "high_first";
    return [
      {
        ...{ lowId, highId, rule },
        agreedByLowAt: isAgreed || isLow ? now : null,
        agreedByHighAt: isAgreed || !isLow ? now : null,
      },
    ];
  });
}

/** When a request was first answered, and when it was done. */
function timesOf(status: Row["status"], at: Date): Pick<Row, "firstWordAt" | "resolvedAt"> {
  if (status === "resolved" || status === "closed") return { firstWordAt: at, resolvedAt: at };
  return status === "in_progress" || status === "waiting" ? { firstWordAt: at } : {};
}

/** What was said about the requests that have words in the demo. */
function commentsOf({ id, summary, createdAt }: Row): Prisma.RequestCommentCreateManyInput[] {
  const written = new Date(createdAt ?? 0).getTime();
  return COMMENTS.filter((comment) => comment.summary === summary && id).map((comment) => ({
    requestId: id ?? "",
    authorId: userId(comment.author),
    text: comment.text,
    isInternal: comment.internal,
    createdAt: new Date(written + comment.minutesLater * 60_000),
  }));
}

function pausesOf({ id, status, firstWordAt }: Row): Prisma.RequestPauseCreateManyInput[] {
  if (status !== "waiting" || !id || !firstWordAt) return [];
  return [{ requestId: id, reason: "third", fromAt: firstWordAt }];
}

/** Whoever served the executive on the morning of a day, and whose it is; nobody on a day off or where there was a gap. */
function heldOn(office: Office, executive: OfficeExecutive, on: Day) {
  const state = slotState(office, executive, { on, part: "am" });
  const homeAssistantId = homeOn(executive, on);
  if (state.status !== "own" && state.status !== "cover") return { homeAssistantId, assigneeId: null };
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
    await notify(ctx, requestNotice("request_assigned", [userId(DEMO_ASSISTANT)], params(row)));
  }
}
