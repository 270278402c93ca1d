import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { acknowledgeCase, triageCase } from "@/lib/disputes/cases/service";
import { allowPerson, letIn } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import { proposeAgreement, signAgreement } from "@/lib/disputes/mediation/service-agreement";
import { giveConsent, markHeld, setMeeting } from "@/lib/disputes/mediation/service-meetings";
import { BeginCaseInput } from "@/lib/disputes/raising/schema";
import { beginCase } from "@/lib/disputes/raising/service";
import type { Result } from "@/lib/result";
import { addDays, type Day } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import { actAs } from "./act-as";
import type { DemoPool } from "./demo-office";
import { DEMO_ASSISTANT, MANAGER_ID, userId } from "./people";

const OTHER = "Fredrik Åkesson";
const SECOND_WRITER = "Malin Eriksson";
const anybody = (person: Person) => person;

/** One conversation that has come to an agreement, one that waits for its first answer, and a draft. */
export async function writeConversations(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const zone = pools[0]?.timeZone ?? "Europe/Stockholm";
  const at = (days: number, hour: number) => instantIn(zone, addDays(monday, days), hour * 60);
  await writeAgreed(tx, at, monday);
  await raised(await actAs(tx, userId(SECOND_WRITER), anybody), {
    topic: "workload",
    wish: "advice",
    handlerId: MANAGER_ID,
    statement:
      "On Mondays I start with twenty requests from the weekend, and the phones come on top. I would like to know what may wait.",
  });
  await raised(await actAs(tx, userId(DEMO_ASSISTANT), anybody), {
    intent: "save",
    topic: "way_of_working",
    statement: "Our Monday planning was moved five times in the last six weeks.",
  });
}

type At = (days: number, hour: number) => Date;

async function writeAgreed(tx: Ctx, at: At, monday: Day): Promise<void> {
  const [writerId, otherId] = [userId(DEMO_ASSISTANT), userId(OTHER)];
  const writer = (days: number, hour: number) => actAs(tx, writerId, anybody, at(days, hour));
  const other = (days: number, hour: number) => actAs(tx, otherId, anybody, at(days, hour));
  const handler = (days: number, hour: number) => actAs(tx, MANAGER_ID, anybody, at(days, hour));
  const id = await raised(await writer(-28, 10), {
    personIds: [otherId],
    mayKnow: "later",
    handlerId: MANAGER_ID,
    statement:
      "Most requests for the same day reach me after 16:00. I stay late to finish them and can’t plan the next morning. I would like us to agree on a time that works for both of us.",
  });
  const answer = "Thank you for telling me. I have time tomorrow at nine, or write to me when suits you.";
  done(await acknowledgeCase(await handler(-27, 9), { id, version: 2, words: answer }));
  const promisedOn = addDays(monday, 42);
  done(await triageCase(await handler(-25, 14), { id, version: 3, tier: 2, reason: "", promisedOn }));
  done(await allowPerson(await writer(-24, 8), { id, userId: otherId }));
  done(await letIn(await handler(-24, 11), { id, userId: otherId }));
  const words =
    "My days end with customer calls, so things come up late. I had not seen what that does to the evening. A fixed time would help me too: then I know what still gets done.";
  const { id: textId } = done(await writeText(await other(-20, 16), { id, kind: "statement", words }));
  done(await releaseText(await other(-19, 9), { id, textId }));
  const note =
    "Both describe the same hour of the day and both ask for a fixed time. Start there, then the exceptions.";
  done(await writeText(await handler(-18, 15), { id, kind: "note", words: note }));
  const meet = async (days: number, withId: string | null, version: number) => {
    const place = { words: "Room 4.02", startMinute: 14 * 60, endMinute: 14 * 60 + 50 };
    const kind = withId ? ("separate" as const) : ("joint" as const);
    const input = { id, version, kind, withId, on: addDays(monday, days), ...place };
    const { id: meetingId } = done(await setMeeting(await handler(days - 2, 9), input));
    done(await markHeld(await handler(days, 15), { id, meetingId }));
  };
  await meet(-17, writerId, 4);
  await meet(-14, otherId, 5);
  done(await giveConsent(await writer(-13, 9), { id }));
  done(await giveConsent(await other(-13, 10), { id }));
  await meet(-10, null, 5);
  const terms = [
    { words: "Requests for the same day come before 15:00", whoId: otherId, untilOn: null },
    { words: "Answers within a working day", whoId: writerId, untilOn: null },
    { words: "What can’t wait: by phone, at most twice a week", whoId: null, untilOn: null },
  ];
  done(await proposeAgreement(await handler(-7, 10), { id, version: 6, terms }));
  done(await signAgreement(await writer(-6, 9), { id, edition: 1 }));
  done(await signAgreement(await other(-5, 13), { id, edition: 1 }));
}

async function raised(ctx: Ctx, fields: Partial<BeginCaseInput>): Promise<string> {
  return done(await beginCase(ctx, BeginCaseInput.parse({ intent: "send", ...fields }))).id;
}

function done<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`the demo's conversations are refused: ${answer.reason}`);
  return answer.value;
}
