import type { Ctx } from "@/lib/context";
import type { ProfileCategory } from "@/lib/executives/schema-profile";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { DemoDesk, DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { assistantId, executiveId, userId } from "./people";
import { HANDOVER_WORDS, PROFILE_WORDS, ROUTINE_WORDS } from "./profile-words";

/** What an executive with such duties has something to say about, besides what everybody does. */
const ALSO: Record<DemoDesk["duties"], readonly ProfileCategory[]> = {
  board: ["meetings", "travel", "phones"],
  finance: ["expenses", "meetings"],
  legal: ["correspondence"],
  sales: ["travel", "expenses"],
  people: ["meetings"],
  research: ["travel"],
  operations: ["phones"],
};

const WRITTEN_WEEKS_AGO = 30;

/** Says of each desk how its executive likes to be supported, what recurs, and which dates are coming. */
export async function writeProfiles(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const desks = pools.flatMap((pool) =>
    pool.assistants.flatMap((assistant) => assistant.desks.map((desk) => ({ pool, assistant, desk }))),
  );
  await ctx.db.executiveProfileSection.createMany({
    data: desks.flatMap(({ pool, desk }) => {
      const draw = drawFor(`profile ${desk.name}`);
      const categories: ProfileCategory[] = [
        "preferences",
        "calendar",
        ...ALSO[desk.duties],
        "people",
        "access",
      ];
      const at = instantAt(pool.timeZone, addDays(monday, -7 * draw.between(2, WRITTEN_WEEKS_AGO)), 9 * 60);
      return categories.flatMap((category) => {
        const words = PROFILE_WORDS[pool.locale][category];
        if (!words) return [];
        return {
          id: demoId("profile section", `${desk.name} ${category}`),
          executiveId: executiveId(desk.name),
          category,
          ...draw.pick(words),
          confidential: category === "access",
          changedById: userId(desk.name),
          createdAt: at,
          updatedAt: at,
        };
      });
    }),
  });
  await ctx.db.recurringDuty.createMany({
    data: desks.flatMap(({ pool, desk }) => {
      const draw = drawFor(`routine ${desk.name}`);
      const routine = ROUTINE_WORDS[pool.locale];
      return routine
        .filter((_, i) => i === 0 || draw.happens(0.5))
        .map((duty) => ({
          id: demoId("recurring duty", `${desk.name} ${duty.text}`),
          executiveId: executiveId(desk.name),
          createdAt: instantAt(pool.timeZone, addDays(monday, -70), 9 * 60),
          ...duty,
        }));
    }),
  });
  await ctx.db.dateToKnow.createMany({
    data: desks.flatMap(({ pool, desk }) => {
      const draw = drawFor(`dates ${desk.name}`);
      return HANDOVER_WORDS[pool.locale].dates.slice(0, draw.between(1, 3)).map((text, i) => ({
        id: demoId("date to know", `${desk.name} ${text}`),
        executiveId: executiveId(desk.name),
        on: dayToDate(addDays(monday, 7 * i + draw.between(0, 4))),
        text,
        createdAt: instantAt(pool.timeZone, addDays(monday, -21), 9 * 60),
      }));
    }),
  });
  await writeAccessTemplates(ctx, desks);
}

type Desk = { pool: DemoPool; assistant: { name: string }; desk: DemoDesk };

/** The board's desks need more than what is usual. */
async function writeAccessTemplates(ctx: Ctx, desks: readonly Desk[]): Promise<void> {
  const kinds = [
    ["mailbox", ""],
    ["calendar", ""],
    ["card", ""],
    ["phone", ""],
  ] as const;
  await ctx.db.accessTemplateItem.createMany({
    data: desks
      .filter(({ desk }) => desk.duties === "board")
      .flatMap(({ pool, desk }) => {
        const portal = pool.locale === "sv" ? "Styrelseportalen" : "Board portal";
        return [...kinds, ["other", portal] as const].map(([kind, label], position) => ({
          id: demoId("access template", `${desk.name} ${kind}`),
          executiveId: executiveId(desk.name),
          kind,
          label,
          position,
        }));
      }),
  });
}

/** The people of a desk by their ids, for what is written in their name. */
export function ownerUserOf(
  pools: readonly DemoPool[],
): Map<string, { userId: string; locale: "sv" | "en" }> {
  return new Map(
    pools.flatMap((pool) =>
      pool.assistants.map(({ name }) => [assistantId(name), { userId: userId(name), locale: pool.locale }]),
    ),
  );
}
