import "server-only";
import type { Person } from "@/lib/actor";
import { getPerson } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { acknowledgeCase, triageCase } from "@/lib/disputes/cases/service";
import { allowPerson, letIn } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import { BeginCaseInput } from "@/lib/disputes/raising/schema";
import { beginCase } from "@/lib/disputes/raising/service";
import type { Result } from "@/lib/result";
import { addDays, type Day } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import type { DemoPool } from "./demo-office";
import { DEMO_ASSISTANT, MANAGER_ID, userId } from "./people";

const WRITER = "Malin Eriksson";
const OTHER = "Fredrik Åkesson";

/** One conversation that is under way, one that waits for its first answer, and a draft. */
export async function writeConversations(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const zone = pools[0]?.timeZone ?? "Europe/Stockholm";
  const at = (days: number, hour: number) => instantIn(zone, addDays(monday, days), hour * 60);
  await writeUnderWay(tx, at, addDays(monday, 28));
  const waiting = await actAs(tx, userId(DEMO_ASSISTANT), tx.now);
  await raised(waiting, {
    topic: "workload",
    wish: "advice",
    handlerId: MANAGER_ID,
    statement:
      "On Mondays I start with twenty requests from the weekend, and the phones come on top. I would like to know what may wait.",
  });
  await raised(waiting, {
    intent: "save",
    topic: "way_of_working",
    statement: "Our Monday planning was moved five times in the last six weeks.",
  });
}

async function writeUnderWay(
  tx: Ctx,
  at: (days: number, hour: number) => Date,
  promisedOn: Day,
): Promise<void> {
  const writer = (days: number, hour: number) => actAs(tx, userId(WRITER), at(days, hour));
  const other = (days: number, hour: number) => actAs(tx, userId(OTHER), at(days, hour));
  const handler = (days: number, hour: number) => actAs(tx, MANAGER_ID, at(days, hour));
  const id = await raised(await writer(-14, 10), {
    personIds: [userId(OTHER)],
    mayKnow: "later",
    handlerId: MANAGER_ID,
    statement:
      "Most requests for the same day reach me after 16:00. I stay late to finish them and can’t plan the next morning. I would like us to agree on a time that works for both of us.",
  });
  const answer = "Thank you for telling me. I have time tomorrow at nine, or write to me when suits you.";
  done(await acknowledgeCase(await handler(-13, 9), { id, version: 2, words: answer }));
  done(await triageCase(await handler(-11, 14), { id, version: 3, tier: 2, reason: "", promisedOn }));
  done(await allowPerson(await writer(-10, 8), { id, userId: userId(OTHER) }));
  done(await letIn(await handler(-10, 11), { id, userId: userId(OTHER) }));
  const words =
    "My days end with customer calls, so things come up late. I had not seen what that does to the evening. A fixed time would help me too: then I know what still gets done.";
  const { id: textId } = done(await writeText(await other(-6, 16), { id, kind: "statement", words }));
  done(await releaseText(await other(-4, 9), { id, textId }));
  const note =
    "Both describe the same hour of the day and both ask for a fixed time. Start there, then the exceptions.";
  done(await writeText(await handler(-4, 15), { id, kind: "note", words: note }));
}

async function raised(ctx: Ctx, fields: Partial<BeginCaseInput>): Promise<string> {
  return done(await beginCase(ctx, BeginCaseInput.parse({ intent: "send", ...fields }))).id;
}

function done<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`the demo's conversations are refused: ${answer.reason}`);
  return answer.value;
}

async function actAs(tx: Ctx, id: string, now: Date): Promise<Ctx<Person>> {
  const actor = await getPerson(tx.db, id, tx.now);
  if (!actor) throw new Error("the demo's people are not there yet");
  return { ...tx, actor, now };
}
