import "server-only";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { assistantId, executiveId, MANAGER_ID, userId } from "./people";

const TIMES_A_YEAR = 52;
const STYLES_ASKED = 4;
/** Who has yet to read how matching works, and who was told and hasn't answered. */
const NOT_TOLD = ["Fatima Haddad", "Oliver Grant"];
const NOT_READ = ["Johanna Ek"];

type DemoWish = { by: "assistant" | "executive"; assistant: string; executive: string; gladly: boolean };

const WISHES: DemoWish[] = [
  { by: "assistant", assistant: "Maria Lindgren", executive: "Helena Bergqvist", gladly: true },
  { by: "executive", assistant: "Maria Lindgren", executive: "Helena Bergqvist", gladly: true },
  { by: "assistant", assistant: "Elin Västberg", executive: "Patrik Nyström", gladly: true },
  { by: "assistant", assistant: "Peter Holmgren", executive: "Henrik Lagerfelt", gladly: false },
  { by: "executive", assistant: "Karin Hedlund", executive: "Magnus Falk", gladly: true },
];

/** What matching works with: work styles asked for, who has read how it works, wishes, and how covers were found. */
export async function writeMatching(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const assistants = pools.flatMap((pool) => pool.assistants);
  const executives = assistants.flatMap((assistant) => assistant.executives);
  await writeAsked(tx, executives);
  const told = assistants.filter(({ name }) => !NOT_TOLD.includes(name));
  const toldAt = instantAt("Europe/Stockholm", addDays(monday, -28), 9 * 60);
  const readAt = instantAt("Europe/Stockholm", addDays(monday, -23), 14 * 60);
  await tx.db.matchingNotice.createMany({
    data: told.map(({ name }) => ({
      ...{ assistantId: assistantId(name), toldAt },
      acknowledgedAt: NOT_READ.includes(name) ? null : readAt,
    })),
  });
  const names = new Set([...assistants, ...executives].map(({ name }) => name));
  await tx.db.pairingWish.createMany({
    data: WISHES.filter((one) => names.has(one.assistant) && names.has(one.executive)).map((one) => ({
      id: demoId("wish", `${one.by} ${one.assistant} ${one.executive}`),
      authorId: userId(one[one.by]),
      ...{ assistantId: assistantId(one.assistant), executiveId: executiveId(one.executive) },
      ...{ wish: one.gladly ? ("gladly" as const) : ("rather_not" as const), saidAt: readAt },
    })),
  });
  await writeRatings(tx, monday);
  if (names.has("Helena Bergqvist")) await writeTrials(tx, monday);
}

/** A trial that has just ended, of which one side has yet to say how it went, and one that waits for a second yes. */
async function writeTrials(tx: Ctx, monday: Day): Promise<void> {
  const by = { createdById: MANAGER_ID };
  const at = (days: number) => instantAt("Europe/Stockholm", addDays(monday, days), 10 * 60);
  const ended = demoId("trial", "Karin Hedlund Helena Bergqvist");
  await tx.db.trialPairing.createMany({
    data: [
      {
        ...{
          id: ended,
          executiveId: executiveId("Helena Bergqvist"),
          assistantId: assistantId("Karin Hedlund"),
        },
        ...{
          fromOn: dayToDate(addDays(monday, -28)),
          toOn: dayToDate(addDays(monday, -1)),
          status: "agreed",
        },
        ...{ assistantYesAt: at(-40), executiveYesAt: at(-39), asked: ["halfway", "ending"] },
        ...{ ...by, createdAt: at(-42), version: 2 },
      },
      {
        ...{
          id: demoId("trial", "Maria Lindgren Patrik Nyström"),
          executiveId: executiveId("Patrik Nyström"),
        },
        ...{ assistantId: assistantId("Maria Lindgren"), executiveYesAt: at(-1) },
        ...{
          fromOn: dayToDate(addDays(monday, 14)),
          toOn: dayToDate(addDays(monday, 41)),
          status: "proposed",
        },
        ...{ ...by, createdAt: at(-3) },
      },
    ],
  });
  const [karin, helena] = [userId("Karin Hedlund"), userId("Helena Bergqvist")];
  const said = { trialId: ended, assistantId: assistantId("Karin Hedlund") };
  await tx.db.trialCheckIn.createMany({
    data: [
      {
        ...{ ...said, side: "assistant", moment: "halfway", authorId: karin, rating: 4, saidAt: at(-14) },
        ...{ works: "Clear priorities every morning.", changes: "Board papers come late." },
      },
      {
        ...{ ...said, side: "executive", moment: "halfway", authorId: helena, rating: 4, saidAt: at(-13) },
        works: "Meetings are well prepared.",
      },
      {
        ...{ ...said, side: "assistant", moment: "ending", authorId: karin, rating: 5, saidAt: at(-4) },
        works: "We have found a rhythm.",
      },
    ],
  });
}

async function writeAsked(tx: Ctx, executives: readonly { name: string; tier: number }[]): Promise<void> {
  const styles = await tx.db.workStyle.findMany({ select: { id: true }, orderBy: { sortOrder: "asc" } });
  const asked = executives.flatMap(({ name }) => {
    const draw = drawFor(`styles asked ${name}`);
    if (styles.length === 0 || !draw.happens(0.8)) return [];
    const chosen = new Set(Array.from({ length: STYLES_ASKED }, () => draw.pick(styles).id));
    return [...chosen].map((workStyleId) => ({
      ...{ executiveId: executiveId(name), workStyleId, level: draw.between(3, 5) },
    }));
  });
  await tx.db.askedWorkStyle.createMany({ data: asked });
  await tx.db.askedExperience.createMany({
    data: executives
      .filter(({ tier }) => tier >= 3)
      .map(({ name, tier }) => ({ executiveId: executiveId(name), years: tier })),
  });
}

/** One cover in three of the past year was rated by its executive on the day after. */
async function writeRatings(tx: Ctx, monday: Day): Promise<void> {
  const covers = await tx.db.coverageAssignment.findMany({
    where: {
      status: "completed",
      endOn: { lt: dayToDate(addDays(monday, -1)), gte: dayToDate(addDays(monday, -7 * TIMES_A_YEAR)) },
    },
    select: { id: true, endOn: true, assistantId: true, executive: { select: { userId: true } } },
    orderBy: { id: "asc" },
  });
  const rated = covers.flatMap(({ id, endOn, assistantId: who, executive }) => {
    const draw = drawFor(`rating ${id}`);
    if (!draw.happens(0.33)) return [];
    const ratedAt = instantAt("Europe/Stockholm", addDays(dayOfColumn(endOn), 1), 10 * 60);
    return [
      {
        id: demoId("rating", id),
        coverId: id,
        assistantId: who,
        raterId: executive.userId,
        rating: draw.between(3, 5),
        ratedAt,
      },
    ];
  });
  await tx.db.outcomeRating.createMany({ data: rated });
}
