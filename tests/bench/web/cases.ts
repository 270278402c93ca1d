import { daysOffIn } from "@/lib/days-off";
import { addDays, type Day, dayOfColumn, daysFrom, weekdayOf } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import type { PrismaClient } from "@/prisma/generated/client/client";
import type { BenchOffice } from "./office";
import { bearer, signIn } from "./session";

/** One thing people do: the request, and the most it may cost, as a multiple of the bare server's time. */
export type BenchCase = {
  name: string;
  goal: number | null;
  request: (round: number) => { path: string; init: RequestInit };
};

/** The next year's days of leave are asked for one by one, past what earlier runs have asked for. */
const LEAVE_FROM_DAY = 98;
const LEAVE_DAYS = 365;

/** What the bench measures, for the people of an office. */
export async function casesOf(db: PrismaClient, office: BenchOffice, secret: string): Promise<BenchCase[]> {
  const { small, large, monday } = office;
  const week = isoWeekOf(addDays(monday, 7));
  const [smallManager, largeManager, assistant, executive] = await Promise.all(
    [small.manager, large.manager, large.assistant, large.executive].map((email) =>
      signIn(db, email, secret),
    ),
  );
  const api = await bearer(db, small.manager);
  const largeApi = await bearer(db, large.manager);
  const executiveApi = await bearer(db, large.executive);
  const assistantApi = await bearer(db, large.assistant);
  const leaveDays = await freeDaysOf(db, office);
  const page = (name: string, goal: number | null, path: string, headers = {}): BenchCase => ({
    name,
    goal,
    request: () => ({ path, init: { headers } }),
  });
  const board = (id: string, from: Day) =>
    `/api/v1/coverage/board?poolId=${id}&from=${from}&to=${addDays(from, 6)}`;
  return [
    page("board of 500", 12, `/manager/coverage?week=${week}&pool=${small.id}`, smallManager),
    page("board of 2,500", 25, `/manager/coverage?week=${week}&pool=${large.id}`, largeManager),
    page("time off calendar of 200, a month", 8, "/manager/wallchart", smallManager),
    page("time off calendar of 1,000, a month", 8, "/manager/wallchart", largeManager),
    page("absences", 6, "/manager/absences", largeManager),
    page("requests", 6, "/manager/requests", largeManager),
    page("assistants", 6, "/manager/assistants", largeManager),
    page("executives", 6, "/manager/executives", largeManager),
    page("my week", 5, "/assistant/week", assistant),
    page("executive's page", 5, "/executive", executive),
    page("board API of 500", 20, board(small.id, addDays(monday, 7)), api),
    page("board API of 2,500", null, board(large.id, addDays(monday, 7)), largeApi),
    page("calendar feed of 200", null, `/api/feeds/${small.feed}.ics`),
    post("filing a request", 4, "/api/v1/support-requests", executiveApi, (round) => ({
      summary: `Please book a table for ${round + 2}`,
    })),
    post("asking for leave", 4, "/api/v1/absences", assistantApi, () => {
      const on = leaveDays.shift();
      return { type: "unpaid", from: on, to: on };
    }),
  ];
}

/** Days the assistant works and has not asked to be away. */
async function freeDaysOf(db: PrismaClient, { large, monday }: BenchOffice): Promise<Day[]> {
  const pool = await db.pool.findUniqueOrThrow({ where: { id: large.id } });
  const { workingPatterns, absences } = await db.assistant.findUniqueOrThrow({
    where: { id: large.assistantId },
    select: {
      workingPatterns: { select: { weekday: true } },
      absences: { select: { startOn: true, endOn: true } },
    },
  });
  const [from, to] = [addDays(monday, LEAVE_FROM_DAY), addDays(monday, LEAVE_FROM_DAY + LEAVE_DAYS)];
  const worked = new Set(workingPatterns.map(({ weekday }) => weekday));
  const daysOff = daysOffIn(pool, from, to, "en");
  return daysFrom(from, to).filter(
    (on) =>
      worked.has(weekdayOf(on)) &&
      !daysOff.has(on) &&
      !absences.some(({ startOn, endOn }) => dayOfColumn(startOn) <= on && on <= dayOfColumn(endOn)),
  );
}

function post(
  name: string,
  goal: number,
  path: string,
  headers: Record<string, string>,
  bodyOf: (round: number) => object,
): BenchCase {
  return {
    name,
    goal,
    request: (round) => ({
      path,
      init: {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(bodyOf(round)),
      },
    }),
  };
}
