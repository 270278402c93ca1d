import type { Ctx } from "@/lib/context";
import type { ProfileCategory } from "@/lib/executives/schema-profile";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { DemoExecutive, DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { assistantId, executiveId, userId } from "./people";
import { HANDOVER_WORDS, PROFILE_WORDS, ROUTINE_WORDS } from "./profile-words";

/** What an executive with such duties has something to say about, besides what everybody does. */
const ALSO: Record<DemoExecutive["duties"], readonly ProfileCategory[]> = {
  board: ["meetings", "travel", "phones"],
  finance: ["expenses", "meetings"],
  legal: ["correspondence"],
  sales: ["travel", "expenses"],
  people: ["meetings"],
  research: ["travel"],
  operations: ["phones"],
};

const WRITTEN_WEEKS_AGO = 30;

/** Says how each executive likes to be supported, what recurs, and which dates are coming. */
export async function writeProfiles(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const executives = pools.flatMap((pool) =>
    pool.assistants.flatMap((assistant) =>
      assistant.executives.map((executive) => ({ pool, assistant, executive })),
    ),
  );
  await ctx.db.executiveProfileSection.createMany({
    data: executives.flatMap(({ pool, executive }) => {
      const draw = drawFor(`profile ${executive.name}`);
      const categories: ProfileCategory[] = [
        "preferences",
        "calendar",
        ...ALSO[executive.duties],
        "people",
        "access",
      ];
      const at = instantAt(pool.timeZone, addDays(monday, -7 * draw.between(2, WRITTEN_WEEKS_AGO)), 9 * 60);
      return categories.flatMap((category) => {
        const words = PROFILE_WORDS[pool.locale][category];
        if (!words) return [];
        return {
          id: demoId("profile section", `${executive.name} ${category}`),
          executiveId: executiveId(executive.name),
          category,
          ...draw.pick(words),
          confidential: category === "access",
          changedById: userId(executive.name),
          createdAt: at,
          updatedAt: at,
        };
      });
    }),
  });
  await ctx.db.recurringDuty.createMany({
    data: executives.flatMap(({ pool, executive }) => {
      const draw = drawFor(`routine ${executive.name}`);
      const routine = ROUTINE_WORDS[pool.locale];
      return routine
        .filter((_, i) => i === 0 || draw.happens(0.5))
        .map((duty) => ({
          id: demoId("recurring duty", `${executive.name} ${duty.text}`),
          executiveId: executiveId(executive.name),
          createdAt: instantAt(pool.timeZone, addDays(monday, -70), 9 * 60),
          ...duty,
        }));
    }),
  });
  await ctx.db.dateToKnow.createMany({
    data: executives.flatMap(({ pool, executive }) => {
      const draw = drawFor(`dates ${executive.name}`);
      return HANDOVER_WORDS[pool.locale].dates.slice(0, draw.between(1, 3)).map((text, i) => ({
        id: demoId("date to know", `${executive.name} ${text}`),
        executiveId: executiveId(executive.name),
        on: dayToDate(addDays(monday, 7 * i + draw.between(0, 4))),
        text,
        createdAt: instantAt(pool.timeZone, addDays(monday, -21), 9 * 60),
      }));
    }),
  });
  await writeAccessTemplates(ctx, executives);
}

type Supported = { pool: DemoPool; assistant: { name: string }; executive: DemoExecutive };

/** The board's executives need more than what is usual. */
async function writeAccessTemplates(ctx: Ctx, executives: readonly Supported[]): Promise<void> {
  const kinds = [
    ["mailbox", ""],
    ["calendar", ""],
    ["card", ""],
    ["phone", ""],
  ] as const;
  await ctx.db.accessTemplateItem.createMany({
    data: executives
      .filter(({ executive }) => executive.duties === "board")
      .flatMap(({ pool, executive }) => {
        const portal = pool.locale === "sv" ? "Styrelseportalen" : "Board portal";
        return [...kinds, ["other", portal] as const].map(([kind, label], position) => ({
          id: demoId("access template", `${executive.name} ${kind}`),
          executiveId: executiveId(executive.name),
          kind,
          label,
          position,
        }));
      }),
  });
}

/** The people of an executive by their ids, for what is written in their name. */
export function ownerUserOf(
  pools: readonly DemoPool[],
): Map<string, { userId: string; locale: "sv" | "en" }> {
  return new Map(
    pools.flatMap((pool) =>
      pool.assistants.map(({ name }) => [assistantId(name), { userId: userId(name), locale: pool.locale }]),
    ),
  );
}
