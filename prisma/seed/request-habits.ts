import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { DEMO_ASSISTANT, executiveId, poolId, userId } from "./people";

const EXECUTIVE = "Helena Bergqvist";

const RECURRING = [
  { summary: "Papers for the Monday meeting in the blue folder", weekdays: [5], onDayOff: "before" },
  { summary: "Water for the board room", weekdays: [2, 4], onDayOff: "skip" },
  { summary: "Expenses of the month to accounting", monthDay: 31, onDayOff: "before" },
] as const;

const REPLIES = [
  {
    title: "On its way",
    text: "Hello {{executive}}, I am on it and get back to you today.\n\n{{assistant}}",
  },
  { title: "Booked", text: "“{{request}}” is booked. The confirmation is in your calendar." },
  { title: "Which day?", text: "Which day suits you best for “{{request}}”?" },
] as const;

/** What the demo's executive asks again and again, and what is answered again and again. */
export async function writeRequestHabits(
  { db, now }: Ctx,
  pools: readonly DemoPool[],
  monday: Day,
): Promise<void> {
  const created = { createdById: userId(EXECUTIVE), createdAt: now };
  await db.recurringRequest.createMany({
    data: RECURRING.map(({ summary, ...when }) => ({
      ...{ id: demoId("recurring request", summary), executiveId: executiveId(EXECUTIVE), summary },
      ...{ ...created, fromOn: dayToDate(addDays(monday, -28)) },
      ...{ onDayOff: when.onDayOff, weekdays: "weekdays" in when ? [...when.weekdays] : [] },
      monthDay: "monthDay" in when ? when.monthDay : null,
    })),
  });
  await db.savedReply.createMany({
    data: [
      ...pools.flatMap((pool) =>
        REPLIES.slice(0, 2).map((reply) => ({
          ...{ id: demoId("saved reply", `${pool.name} ${reply.title}`), poolId: poolId(pool) },
          ...reply,
        })),
      ),
      ...REPLIES.slice(2).map((reply) => ({
        ...{ id: demoId("saved reply", reply.title), userId: userId(DEMO_ASSISTANT) },
        ...reply,
      })),
    ],
  });
}
