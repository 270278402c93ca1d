import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { readInterview } from "@/lib/hiring/interviews/queries";
import { askedOf, findPanelTimes } from "@/lib/hiring/interviews/queries-times";
import { criterionId, interviewEnd } from "@/lib/hiring/interviews/rules";
import { OfferInterviewInput, StoredCriteria } from "@/lib/hiring/interviews/schema";
import { bookInterview, offerInterview } from "@/lib/hiring/interviews/service";
import { MakeOfferInput } from "@/lib/hiring/offers/schema";
import { makeJobOffer } from "@/lib/hiring/offers/service";
import { sendPack } from "@/lib/hiring/packs/service";
import type { SaveScorecardInput } from "@/lib/hiring/scorecards/schema";
import { saveScorecard } from "@/lib/hiring/scorecards/service";
import { addDays, type Day } from "@/lib/time/day";
import { actAs } from "./act-as";
import { demoId, instantAt } from "./draw";
import { executiveId, MANAGER_ID, userId } from "./people";

const MANAGERS = [MANAGER_ID, userId("Beatrice Laurent")];
const PANEL = [MANAGER_ID, userId("Beatrice Laurent"), userId("Grace Adeyemi")];
const STOCKHOLM_PANEL = [MANAGER_ID, userId("Helena Bergqvist")];
const LONDON = "Europe/London";

/** One interview held whose cards are coming in, two booked for next week, one whose candidate still chooses; packs to read and an offer. */
export async function writeInterviews(tx: Ctx, monday: Day): Promise<void> {
  const eva = await actAs(tx, MANAGER_ID, asManager);
  await writeHeld(eva, demoId("candidate", "Rosa Almeida"), monday);
  await writeBooked(eva, demoId("candidate", "Tomasz Zielinski"), monday, PANEL);
  await writeBooked(eva, demoId("candidate", "Johan Wikander"), monday, STOCKHOLM_PANEL);
  await writePack(eva, demoId("candidate", "Johan Wikander"), "Helena Bergqvist");
  for (const executive of ["Beatrice Laurent", "Tom Redfern"])
    await writePack(eva, demoId("candidate", "Rosa Almeida"), executive);
  await writeOffer(eva, demoId("candidate", "Priyanka Nair"), monday);
  await offer(eva, demoId("candidate", "Hugo Lefèvre"), MANAGERS, monday, "First interview");
}

async function offer(
  ctx: Ctx<Manager>,
  candidateId: string,
  userIds: string[],
  monday: Day,
  title: string,
): Promise<string> {
  const { id: applicationId } = await ctx.db.application.findFirstOrThrow({ where: { candidateId } });
  const input = OfferInterviewInput.parse({
    ...{ applicationId, title, place: "Video", userIds, minutes: 45, allowsGaps: true },
    ...{ from: addDays(monday, 7), to: addDays(monday, 25) },
  });
  const answer = await offerInterview(ctx, input);
  if (!answer.ok) throw new Error(`the demo's interview was refused: ${answer.reason}`);
  return answer.value.id;
}

async function writeBooked(
  ctx: Ctx<Manager>,
  candidateId: string,
  monday: Day,
  panel: string[],
): Promise<void> {
  const id = await offer(ctx, candidateId, panel, monday, "Interview");
  const { times } = await findPanelTimes(ctx, askedOf(await readInterview(ctx, id)));
  for (const { startsAt } of times.slice(0, 40)) {
    const answer = await bookInterview(ctx, { id, version: 1, startsAt });
    if (answer.ok) return;
  }
}

async function writePack(ctx: Ctx<Manager>, candidateId: string, executive: string): Promise<void> {
  const { id: applicationId } = await ctx.db.application.findFirstOrThrow({ where: { candidateId } });
  const questions =
    "How do you like to plan the week with the person you support?\nWhat do you do when two directors need you at the same hour?";
  const answer = await sendPack(ctx, {
    ...{ applicationId, executiveId: executiveId(executive), questions, hidesName: false },
  });
  if (!answer.ok) throw new Error(`the demo's pack was refused: ${answer.reason}`);
}

async function writeOffer(ctx: Ctx<Manager>, candidateId: string, monday: Day): Promise<void> {
  const { id: applicationId } = await ctx.db.application.findFirstOrThrow({ where: { candidateId } });
  const terms = MakeOfferInput.parse({
    ...{ applicationId, startsOn: addDays(monday, 63), validUntil: addDays(monday, 10), ftePercent: 100 },
    ...{ place: "London City", trialMonths: 6, pay: 42_000, currency: "GBP", payUnit: "year" },
    words: "We enjoyed meeting you, and would be glad to have you with us.",
  });
  const answer = await makeJobOffer(ctx, terms);
  if (!answer.ok) throw new Error(`the demo's offer was refused: ${answer.reason}`);
}

type Judged = Pick<SaveScorecardInput, "verdict" | "words"> & { marks: number[]; evidence: string[] };

const BEATRICE: Judged = {
  marks: [5, 4, 4, 4, 3],
  evidence: [
    "Took a customer call in French as an exercise, and summed it up in English.",
    "Runs the weekly figures today; new to our customer system.",
    "Three countries in a week, with a second hotel held until noon.",
  ],
  ...{ verdict: "yes", words: "I would like to work with her." },
};
const GRACE: Judged = {
  marks: [4, 4, 5, 0, 4],
  evidence: ["Fluent on the phone.", "", "Named the visa, the last connection and who to call at night."],
  ...{ verdict: "rather_yes", words: "" },
};

/** An interview of last week: it is written as it was, because no time of the past can be chosen. */
async function writeHeld(ctx: Ctx<Manager>, candidateId: string, monday: Day): Promise<void> {
  const id = await offer(ctx, candidateId, PANEL, monday, "Interview");
  const startsAt = instantAt(LONDON, addDays(monday, -4), 10 * 60);
  const endsAt = interviewEnd(startsAt, 45);
  await ctx.db.interviewPerson.updateMany({ where: { interviewId: id }, data: { startsAt, endsAt } });
  await ctx.db.interview.update({
    where: { id },
    data: { status: "booked", startsAt, version: 2 },
    select: { id: true },
  });
  await judge(ctx, id, userId("Beatrice Laurent"), BEATRICE);
  await judge(ctx, id, userId("Grace Adeyemi"), GRACE);
}

async function judge(ctx: Ctx<Manager>, id: string, byId: string, judged: Judged): Promise<void> {
  const person = await actAs<Person>(ctx, byId, (one) => one);
  const { criteria } = await readInterview(ctx, id);
  const marks = StoredCriteria.parse(criteria).map((criterion, i) => {
    const mark = judged.marks[i] ? (String(judged.marks[i]) as "5") : ("not_seen" as const);
    return [criterionId(criterion), { mark, evidence: judged.evidence[i] ?? "" }];
  });
  const { verdict, words } = judged;
  const answer = await saveScorecard(person, {
    ...{ id, verdict, words, send: true, marks: Object.fromEntries(marks) },
  });
  if (!answer.ok) throw new Error(`the demo's scorecard was refused: ${answer.reason}`);
}
