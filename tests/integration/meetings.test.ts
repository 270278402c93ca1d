import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { sendMails } from "@/lib/jobs/mail-here";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { addMeetingArrangement, tickArrangement } from "@/lib/meetings/arrangements/service";
import { keepBusyTimesOf, keepOwnBusyTimes } from "@/lib/meetings/busy/service";
import { requireInvitation } from "@/lib/meetings/invitation/queries";
import { changePeople } from "@/lib/meetings/people/service";
import { readOwnPoll, voteToken } from "@/lib/meetings/poll/queries";
import { VoteInput } from "@/lib/meetings/poll/schema";
import { voteOnMeeting } from "@/lib/meetings/poll/service";
import { listOwnMeetings, requireOfficeMeeting } from "@/lib/meetings/queries";
import { listComingMeetings } from "@/lib/meetings/queries-coming";
import { answerInvitation, recordReply } from "@/lib/meetings/replies/service";
import { ArrangeMeetingInput } from "@/lib/meetings/schema";
import { arrangeMeeting } from "@/lib/meetings/service";
import {
  cancelMeeting,
  changeMeeting,
  chooseTimes,
  confirmMeeting,
  pollMeeting,
} from "@/lib/meetings/service-moves";
import { findFreeTimes } from "@/lib/meetings/times/queries";
import type { Day } from "@/lib/time/day";
import { type CaughtMail, type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
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

async function changeWho(what: Partial<Parameters<typeof changePeople>[1]>) {
  const nobody = { remove: [], required: [], optional: [] };
  return changePeople(await assistant(), { ...(await read()), add: "", ...nobody, ...what });
}

describe("free times", () => {
  it("lie ahead within the executive's support hours, and outsiders' are said not to be known", async () => {
    const { times, notKnown, hoursOnly } = await findFreeTimes(await assistant(), { id });
    expect(times.length).toBeGreaterThan(4);
    expect(times.every(({ startsAt }) => new Date(startsAt) >= MONDAY_MORNING)).toBe(true);
    const { people } = await requireOfficeMeeting(await assistant(), id);
    const ids = people.map((person) => person.id);
    expect([...notKnown].sort()).toEqual(ids.sort());
    expect(hoursOnly).toEqual(people.filter(({ isOwner }) => isOwner).map((person) => person.id));
  });

  it("say who is busy by a calendar file, an assistant's absence or cover among them, and then know them", async () => {
    const stamp = (at: string) => at.replace(/[-:]|\.000/g, "");
    const [first = "", second = ""] = await freeStarts();
    const personId = await personNamed("Petra Sund");
    const calendar = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:1",
      `DTSTART:${stamp(first)}`,
      "DURATION:PT1H",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n");
    expect(await keepBusyTimesOf(await assistant(), { id, personId, calendar: "no calendar" })).toMatchObject(
      { reason: "busy_calendar_unreadable" },
    );
    expect(await keepBusyTimesOf(await assistant(), { id, personId, calendar })).toMatchObject({ ok: true });
    const own = { ...(await asExecutiveOf(office.executive.userId)) };
    await keepOwnBusyTimes(own, { calendar: calendar.replace(stamp(first), stamp(second)) });
    const { times, notKnown } = await findFreeTimes(await assistant(), { id });
    const busyAt = (at: string) => times.find(({ startsAt }) => startsAt === at)?.busy;
    expect(notKnown).toEqual([]);
    expect(busyAt(first)).toEqual(["Petra Sund"]);
    expect(busyAt(second)).toHaveLength(1);
    await changeWho({ add: "colleague@office.example" });
    const withColleague = await findFreeTimes(await assistant(), { id });
    expect(withColleague.notKnown).toEqual([]);
    expect(withColleague.times.length).toBeGreaterThan(4);
    await createAbsence(testDb(), { assistantId: office.ids.colleagueId });
    expect((await findFreeTimes(await assistant(), { id })).times).toEqual([]);
    const { people } = await requireOfficeMeeting(await assistant(), id);
    const colleague = people.find(({ email }) => email === "colleague@office.example");
    await changeWho({ optional: [colleague?.id ?? ""] });
    const without = await findFreeTimes(await assistant(), { id });
    expect(without.times.length).toBeGreaterThan(4);
    expect(without.times.every(({ busy }) => busy.length > 0)).toBe(true);
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

describe("those who take part", () => {
  let catcher: MailCatcher;
  beforeEach(async () => {
    catcher = await startMailCatcher();
  });
  afterEach(() => catcher.stop());

  async function sent(): Promise<CaughtMail[]> {
    const deliver = deliveryBy({ url: catcher.url, from: undefined, publicUrl: "http://127.0.0.1:3000" });
    const from = catcher.mails.length;
    await sendMails(() => asSystem(), deliver);
    return catcher.mails.slice(from).sort((a, b) => String(a.recipients).localeCompare(String(b.recipients)));
  }

  const icsOf = (mail: CaughtMail | undefined) => {
    const part = mail?.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    return {
      method: part?.method,
      text: String(part && new TextDecoder().decode(part.content as ArrayBuffer)).replace(/\r\n[ \t]/g, ""),
    };
  };

  it("are invited by mail, told of every change under one UID, and whoever is taken off of that alone", async () => {
    const [first = "", second = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: first });
    const [toExecutive, toPetra, ...others] = await sent();
    expect([toExecutive, toPetra].map((mail) => mail?.recipients)).toEqual([
      ["executive@office.example"],
      ["petra@bank.example"],
    ]);
    expect(others).toHaveLength(0);
    expect(icsOf(toPetra)).toMatchObject({ method: "REQUEST" });
    expect(icsOf(toPetra).text).toContain(`:mailto:${toPetra?.from?.address}`);
    expect(toPetra?.text).not.toContain("executive@office.example");
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: second });
    const [movedMail] = await sent();
    expect(icsOf(movedMail).text).toContain("SEQUENCE:1");
    const petra = await personNamed("Petra Sund");
    await changeWho({ add: "Lars <lars@bank.example>", remove: [petra] });
    const mails = await sent();
    const methods = mails.map((mail) => [mail.recipients[0], icsOf(mail).method]);
    expect(methods).toContainEqual(["petra@bank.example", "CANCEL"]);
    expect(methods).toContainEqual(["lars@bank.example", "REQUEST"]);
    const toLars = icsOf(mails.find(({ recipients }) => recipients[0] === "lars@bank.example"));
    expect(toLars.text).toContain("SEQUENCE:2");
    expect(toLars.text).not.toContain("petra@bank.example");
    const uids = catcher.mails.map((mail) => /UID:\S+/.exec(icsOf(mail).text)?.[0]);
    expect(new Set(uids).size).toBe(1);
    expect(await readOwnPoll(anyone(), voteToken(petra))).toBeNull();
    await changeWho({ required: [await personNamed("Lars")] });
    const anew = (await sent()).find(({ recipients }) => recipients[0] === "lars@bank.example");
    const unfolded = icsOf(anew).text.replaceAll(/\r?\n /g, "");
    expect(unfolded).toContain("SEQUENCE:3");
    expect(unfolded).toMatch(/ROLE=REQ-PARTICIPANT.*lars@/);
  });

  it("answer from their calendars; an answer to an earlier time, from another address or of a stranger changes nothing", async () => {
    const [first = "", second = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: first });
    const { uid } = await requireOfficeMeeting(await assistant(), id);
    const reply = (email: string, sequence: number, part = "ACCEPTED", at = "20260817T060000Z") =>
      recordReply(asSystem(), {
        from: email,
        text: [
          ...["BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${at}`],
          ...[`SEQUENCE:${sequence}`, `ATTENDEE;PARTSTAT=${part}:mailto:petra@bank.example`],
          ...["END:VEVENT", "END:VCALENDAR"],
        ].join("\r\n"),
      });
    const known = async () =>
      (await requireOfficeMeeting(await assistant(), id)).people.find(({ name }) => name === "Petra Sund")
        ?.reply;
    expect(await reply("eve@bank.example", 0)).toBe("stranger");
    expect(await reply("petra@bank.example", 0)).toBe("recorded");
    expect(await known()).toBe("accepted");
    expect(await reply("petra@bank.example", 0, "DECLINED", "20260817T055900Z")).toBe("older");
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: second });
    expect(await known()).toBeNull();
    expect(await reply("petra@bank.example", 0)).toBe("older");
    expect(await reply("petra@bank.example", 1, "DECLINED")).toBe("recorded");
    const told = { userId: office.assistant.userId, kind: "meeting_replied" };
    expect(await testDb().notification.count({ where: told })).toBe(2);
  });

  it("answer in the app as executives do, once it is settled, until it moves", async () => {
    const [first = "", second = ""] = await freeStarts();
    const executive = () => asExecutiveOf(office.executive.userId);
    const answer = async (reply: "accepted" | "declined") =>
      answerInvitation(await executive(), { id, reply });
    const replies = async () =>
      (await requireOfficeMeeting(await assistant(), id)).people.map((one) => one.reply).filter(Boolean);
    expect(await answer("accepted")).toMatchObject({ reason: "meeting_not_settled" });
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: first });
    await answer("accepted");
    await answer("accepted");
    expect(await replies()).toEqual(["accepted"]);
    const told = { userId: office.assistant.userId, kind: "meeting_replied" };
    expect(await testDb().notification.count({ where: told })).toBe(1);
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: second });
    expect(await replies()).toEqual([]);
    expect(await answer("declined")).toMatchObject({ ok: true });
    expect(await replies()).toEqual(["declined"]);
  });

  it("never lose the executive whose meeting it is, and keep their answers when only the location changes", async () => {
    const [startsAt = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt });
    const { people, ...meeting } = await requireOfficeMeeting(await assistant(), id);
    const owner = people.find(({ isOwner }) => isOwner)?.id ?? "";
    expect(await changeWho({ remove: [owner] })).toMatchObject({ reason: "meeting_owner_stays" });
    expect(await changeWho({ optional: [owner] })).toMatchObject({ reason: "meeting_owner_stays" });
    await testDb().meetingPerson.updateMany({
      where: { meetingId: id },
      data: { reply: "accepted", replySequence: 0, repliedAt: MONDAY_MORNING },
    });
    const { title, minutes, from, to } = meeting;
    const facts = { title, minutes, from: from as Day, to: to as Day };
    await changeMeeting(await assistant(), { ...(await read()), ...facts, place: "Solna" });
    const after = await requireOfficeMeeting(await assistant(), id);
    expect(after).toMatchObject({ sequence: 1, place: "Solna" });
    expect(after.people.every(({ reply }) => reply === "accepted")).toBe(true);
  });
});

describe("arrangements of a meeting", () => {
  it("are ticked off by who arranges it, and those that hang on the time are to be done again when it moves", async () => {
    const [first = "", second = ""] = await freeStarts();
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: first });
    const add = async (what: string, hangsOnTime: boolean) => {
      const dueOn = "2026-08-18" as Day;
      const added = await addMeetingArrangement(await assistant(), { id, what, dueOn, hangsOnTime });
      if (added.ok)
        await tickArrangement(await assistant(), { id, arrangementId: added.value.id, done: true });
    };
    await add("Book the room", true);
    await add("Print the papers", false);
    const done = async () =>
      (await requireOfficeMeeting(await assistant(), id)).arrangements.map(({ what, isDone }) => [
        what,
        isDone,
      ]);
    expect(await done()).toEqual([
      ["Book the room", true],
      ["Print the papers", true],
    ]);
    await confirmMeeting(await assistant(), { ...(await read()), startsAt: second });
    expect(await done()).toEqual([
      ["Book the room", false],
      ["Print the papers", true],
    ]);
    const other = await asAssistantOf(office.colleague.userId);
    const stranger = { id, what: "x", dueOn: "2026-08-18" as Day, hangsOnTime: true };
    await testDb().coverageAssignment.deleteMany({ where: { assistantId: office.ids.colleagueId } });
    await expect(addMeetingArrangement(other, stranger)).rejects.toThrow(NotFoundError);
    const coming = await listComingMeetings(await asExecutiveOf(office.executive.userId));
    expect(coming.map((meeting) => meeting.id)).toEqual([id]);
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
