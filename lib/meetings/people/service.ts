import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { ok, type Result, refuse } from "@/lib/result";
import { type MovedMeeting, numberedChange } from "../rules";
import { MOST_MEETING_PEOPLE, type OfficeMeetingStatus } from "../rules-choices";
import { peopleInText } from "../rules-people";
import type { ChangePeopleInput } from "../schema";
import { readPeople } from "../service";
import { type MeetingToChange, moveMeeting } from "../service-moves";
import { mailTo, tellExecutives } from "../service-tell";

type PeopleRefusal = "meeting_people_unreadable" | "meeting_owner_stays";
type Changed = { added: string[]; removed: string[]; invited: string[]; isSame: boolean };

/**
 * Adds people to a meeting, takes others off it, and says who of it has to come. Who is added is asked or invited; who is taken off is told that it no longer holds,
 * and the others get the changed list where they have an invitation. Refuses both for the executive whose meeting it is.
 */
export function changePeople(
  ctx: Ctx<Assistant>,
  { id, version, ...named }: ChangePeopleInput,
): Promise<Result<MovedMeeting, MoveRefusal | PeopleRefusal>> {
  return inTransaction(ctx, async (outer) => {
    let told: (() => Promise<void>) | undefined;
    const moved = await moveMeeting<PeopleRefusal>(outer, { id, version }, "people", async (tx, row) => {
      const changed = await writePeople(tx, row, named);
      if (!changed.ok) return changed;
      told = () => tellChanged(tx, row, changed.value);
      return ok(changed.value.isSame ? {} : numberedChange(row, "people"));
    });
    if (moved.ok) await told?.();
    return moved;
  });
}

async function writePeople(
  tx: Ctx<Assistant>,
  { id: meetingId, request }: MeetingToChange,
  { add, remove, required, optional }: Omit<ChangePeopleInput, "id" | "version">,
): Promise<Result<Changed, PeopleRefusal>> {
  const named = peopleInText(add);
  if (!named) return refuse("meeting_people_unreadable", { path: "add" });
  const people = await tx.db.meetingPerson.findMany({ where: { meetingId } });
  const there = people.filter((one) => one.removedAt === null);
  const removed = there.filter(({ id }) => remove.includes(id));
  const known = new Set(there.map(({ id }) => id));
  if ([...remove, ...required, ...optional].some((id) => !known.has(id)))
    throw new NotFoundError("person of the meeting");
  const owner = there.find(({ userId }) => userId === request.executive.userId);
  if (owner && remove.includes(owner.id)) return refuse("meeting_owner_stays", { path: "remove" });
  if (owner && optional.includes(owner.id)) return refuse("meeting_owner_stays", { path: "optional" });
  const staying = new Set(there.map(({ email }) => email));
  const added = await readPeople(
    tx,
    named.filter(({ email }) => !staying.has(email)),
  );
  if (staying.size - removed.length + added.length > MOST_MEETING_PEOPLE)
    return refuse("meeting_people_unreadable", { path: "add" });
  const removedIds = removed.map(({ id }) => id);
  await tx.db.meetingPerson.updateMany({ where: { id: { in: removedIds } }, data: { removedAt: tx.now } });
  const asked = await writeRequired(tx, meetingId, required, optional);
  const ids: string[] = [];
  for (const { email, ...facts } of added) {
    const anew = { removedAt: null, reply: null, replySequence: null, repliedAt: null };
    const { id } = await tx.db.meetingPerson.upsert({
      where: { meetingId_email: { meetingId, email } },
      create: { meetingId, email, ...facts },
      update: { ...facts, ...anew },
      select: { id: true },
    });
    ids.push(id);
  }
  const invited = removed.filter(({ invitedAt }) => invitedAt !== null).map(({ id }) => id);
  const isSame = ids.length + removedIds.length + asked === 0;
  return ok({ added: ids, removed: removedIds, invited, isSame });
}

/** Writes who has to come, and answers how many changed by it. */
async function writeRequired(
  { db }: Ctx<Assistant>,
  meetingId: string,
  required: readonly string[],
  optional: readonly string[],
): Promise<number> {
  const write = async (ids: readonly string[], isRequired: boolean) => {
    const where = { meetingId, id: { in: [...ids] }, isRequired: !isRequired };
    return (await db.meetingPerson.updateMany({ where, data: { isRequired } })).count;
  };
  return (await write(required, true)) + (await write(optional, false));
}

async function tellChanged(
  tx: Ctx<Assistant>,
  row: MeetingToChange,
  { added, removed, invited, isSame }: Changed,
): Promise<void> {
  if (isSame) return;
  const word = WORDS[row.status];
  if (!word) return;
  await tellExecutives(tx, row, word, added);
  await tellExecutives(tx, row, "meeting_cancelled", removed);
  if (row.status === "polling") {
    await mailTo(tx, row.id, "meeting_times", added);
    return mailTo(tx, row.id, "meeting_off", removed);
  }
  await mailTo(tx, row.id, "meeting_invitation");
  await mailTo(tx, row.id, "meeting_invitation", invited);
}

const WORDS: Partial<Record<OfficeMeetingStatus, "meeting_asked" | "meeting_confirmed">> = {
  polling: "meeting_asked",
  confirmed: "meeting_confirmed",
};
