import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { requireInvitation } from "@/lib/meetings/invitation/queries";
import { readOwnPoll, voteToken } from "@/lib/meetings/poll/queries";
import { VoteInput } from "@/lib/meetings/poll/schema";
import { voteOnMeeting } from "@/lib/meetings/poll/service";
import { listOwnMeetings, requireOfficeMeeting } from "@/lib/meetings/queries";
import { ArrangeMeetingInput } from "@/lib/meetings/schema";
import { arrangeMeeting } from "@/lib/meetings/service";
import { cancelMeeting, chooseTimes, confirmMeeting, pollMeeting } from "@/lib/meetings/service-moves";
import { findFreeTimes } from "@/lib/meetings/times/queries";
import { asAssistantOf, asExecutiveOf, asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import { createRequest } from "@/tests/support/factories/requests";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let id: string;

const assistant = () => asAssistantOf(office.assistant.userId);
const anyone = () => ({ db: testDb(), now: MONDAY_MORNING });
const read = () => current("office_meetings", id);

beforeEach(async () => {
  office = await createLeaveOffice();
  id = await arranged();
});

async function arranged(overrides: object = {}): Promise<string> {
  const { executiveId, assistantId } = office.ids;
  const request = await createRequest(testDb(), {
    ...{ executiveId, assigneeId: assistantId, heldBecause: "own", status: "assigned" },
    createdById: office.executive.userId,
    ...overrides,
  });
  const answer = await arrangeMeeting(
    await assistant(),
    ArrangeMeetingInput.parse({
      ...{ requestId: request.id, title: "The bank", minutes: 60, from: "2026-08-17", to: "2026-08-21" },
      people: "Petra Sund <petra@bank.example>",
    }),
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function freeStarts(): Promise<string[]> {
  const { times } = await findFreeTimes(await assistant(), { id });
  return times.filter(({ busy }) => busy.length === 0).map(({ startsAt }) => startsAt);
}

async function polled(): Promise<string[]> {
  const starts = (await freeStarts()).slice(0, 2);
  const answer = await pollMeeting(await assistant(), { ...(await read()), starts });
  if (!answer.ok) throw new Error(answer.reason);
  return starts;
}

async function personNamed(name: string): Promise<string> {
  const { people } = await requireOfficeMeeting(await assistant(), id);
  return people.find((person) => person.name === name)?.id ?? "";
}

describe("free times", () => {
  it("lie ahead within the executive's support hours, and outsiders' are said not to be known", async () => {
    const { times, notKnown } = await findFreeTimes(await assistant(), { id });
    expect(times.length).toBeGreaterThan(4);
    expect(times.every(({ startsAt }) => new Date(startsAt) >= MONDAY_MORNING)).toBe(true);
    expect(notKnown).toEqual(["Petra Sund"]);
  });

  it("name the executive where another settled meeting has them", async () => {
    const [startsAt = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt });
    id = await arranged();
    const { times } = await findFreeTimes(await assistant(), { id });
    expect(times.find((time) => time.startsAt === startsAt)?.busy).toHaveLength(1);
  });
});

describe("a poll", () => {
  it("is answered by link, changed from another device, and told of once", async () => {
    const starts = await polled();
    const token = voteToken(await personNamed("Petra Sund"));
    const poll = await readOwnPoll(anyone(), token);
    expect(poll).toMatchObject({ state: "open", name: "Petra Sund" });
    const [first = "", second = ""] = poll?.options.map((option) => option.id) ?? [];
    const answered = (answers: object) =>
      voteOnMeeting(anyone(), VoteInput.parse({ token, answers, note: "By phone" }));
    await answered({ [first]: "yes", [second]: "no", [office.ids.executiveId]: "yes" });
    await answered({ [first]: "no", [second]: "if_need_be" });
    const meeting = await requireOfficeMeeting(await assistant(), id);
    expect(meeting.options.map(({ startsAt, answers }) => [startsAt, Object.values(answers)])).toEqual([
      [starts[0], ["no"]],
      [starts[1], ["if_need_be"]],
    ]);
    const told = { userId: office.assistant.userId, kind: "meeting_answered" };
    expect(await testDb().notification.count({ where: told })).toBe(1);
  });

  it("opens for nobody with another's or a changed link, and not once the time is settled", async () => {
    const [startsAt = ""] = await polled();
    const personId = await personNamed("Petra Sund");
    const token = voteToken(personId);
    expect(await readOwnPoll(anyone(), `${personId}.${"A".repeat(43)}`)).toBeNull();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt });
    expect(await readOwnPoll(anyone(), token)).toMatchObject({ state: "confirmed", startsAt });
    const answers = VoteInput.parse({ token, answers: {} });
    expect(await voteOnMeeting(anyone(), answers)).toMatchObject({ reason: "meeting_poll_over" });
    expect(await voteOnMeeting(anyone(), { ...answers, token: "x" })).toMatchObject({ reason: "not_found" });
  });

  it("keeps the zone somebody answered in", async () => {
    await polled();
    const person = await personNamed("Petra Sund");
    const option = await testDb().meetingOption.findFirstOrThrow({ where: { meetingId: id } });
    await testDb().meetingVote.create({ data: { optionId: option.id, personId: person, answer: "yes" } });
    await expect(
      asOwner((sql) =>
        sql.query("UPDATE office_meetings SET time_zone = 'Europe/London' WHERE id = $1", [id]),
      ),
    ).rejects.toThrow(/answered in this zone/);
  });
});

describe("a settled meeting", () => {
  it("keeps its UID, rises with each other time and with calling off, and says so in its file", async () => {
    const [first = "", second = "", third = ""] = await freeStarts();
    for (const startsAt of [first, second, third])
      expect(await confirmMeeting(await assistant(), { ...(await read()), startsAt })).toMatchObject({
        ok: true,
      });
    const moved = await requireInvitation(await assistant(), id);
    expect(moved.method).toBe("REQUEST");
    expect(moved.text).toContain("SEQUENCE:2");
    const uid = /UID:.*/.exec(moved.text)?.[0];
    await cancelMeeting(await assistant(), await read());
    const cancelled = await requireInvitation(await assistant(), id);
    expect(cancelled).toMatchObject({ method: "CANCEL" });
    expect(cancelled.text).toContain("SEQUENCE:3");
    expect(cancelled.text).toContain(uid);
  });

  it("is refused a time that has passed, two at once, and a version that was not read", async () => {
    const [first = "", second = ""] = await freeStarts();
    const startsAt = "2026-08-17T06:00:00.000Z";
    expect(await confirmMeeting(await assistant(), { ...(await read()), startsAt })).toMatchObject({
      reason: "meeting_time_passed",
    });
    const both = { ...(await read()), starts: [first, second], settle: "on" as const };
    expect(await chooseTimes(await assistant(), both)).toMatchObject({ reason: "meeting_one_time" });
    const stale = { id, version: 9, startsAt: first };
    expect(await confirmMeeting(await assistant(), stale)).toMatchObject({ reason: "changed_since_read" });
  });

  it("never changes its time in the database without rising", async () => {
    const [startsAt = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt });
    const quietly = testDb().officeMeeting.update({
      where: { id },
      data: { startsAt: new Date("2026-09-01") },
    });
    await expect(quietly).rejects.toThrow(/SEQUENCE/);
  });
});

describe("who knows of a meeting", () => {
  it("is the executive, who finds it among their own, and the manager; a confidential one is for those in it alone", async () => {
    await polled();
    const executive = await asExecutiveOf(office.executive.userId);
    expect((await listOwnMeetings(executive)).map((meeting) => meeting.id)).toEqual([id]);
    expect(await requireOfficeMeeting(await asManagerOf(office.manager.userId), id)).toMatchObject({ id });
    id = await arranged({ confidential: true });
    expect(await requireOfficeMeeting(executive, id)).toMatchObject({ id });
    await expect(requireOfficeMeeting(await asManagerOf(office.manager.userId), id)).rejects.toThrow(
      NotFoundError,
    );
    const other = await asAssistantOf(office.colleague.userId);
    await expect(cancelMeeting(other, await read())).rejects.toThrow(NotFoundError);
  });
});
