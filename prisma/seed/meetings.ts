import type { Ctx } from "@/lib/context";
import type { MeetingReply } from "@/lib/meetings/rules-choices";
import { addDays, type Day, dayToDate, weekdayOf } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoPool } from "./demo-office";
import { demoId, instantAt } from "./draw";
import { poolId } from "./people";

type Vote = "yes" | "if_need_be" | "no";
type Guest = {
  name: string;
  email: string;
  isInside?: boolean;
  note?: string;
  votes?: readonly Vote[];
  /** What their calendar answered to the invitation. */
  reply?: MeetingReply;
  /** When their calendar file says they are busy: working days from today, and minutes after midnight. */
  busy?: readonly (readonly [days: number, from: number, to: number])[];
};
type DemoMeeting = {
  /** The request it is part of. */
  summary: string;
  title: string;
  place: string;
  minutes: number;
  /** Working days from today and minutes after midnight, of each time asked about. */
  options: readonly (readonly [days: number, minute: number])[];
  /** The time it is settled on, and how often it was moved. */
  settled?: { at: readonly [days: number, minute: number]; moved: number };
  guests: readonly Guest[];
};

type DemoArrangement = { what: string; isDone: boolean; hangsOnTime: boolean };

const ARRANGEMENTS: readonly DemoArrangement[] = [
  { what: "Book meeting room Skogen", isDone: false, hangsOnTime: true },
  { what: "Coffee and sandwiches for six", isDone: false, hangsOnTime: true },
  { what: "Print the audit papers", isDone: true, hangsOnTime: false },
];

const MINUTE_MS = 60_000;
const BANK = "nordbanken.example";

/** One whose times are asked about, and one that was settled and moved twice. */
const MEETINGS: readonly DemoMeeting[] = [
  {
    summary: "Find two hours with the bank",
    title: "Two hours with the bank",
    place: "Kista, meeting room Sjön",
    minutes: 120,
    options: [
      [4, 9 * 60],
      [4, 14 * 60],
      [5, 10 * 60],
    ],
    guests: [
      { name: "Helena Bergqvist", email: "", isInside: true, votes: ["yes", "yes", "if_need_be"] },
      { name: "Mats Öberg", email: "mats.oberg@nordvik.example", votes: ["yes", "if_need_be", "no"] },
      {
        ...{ name: "Lars Edvardsson", email: `lars.edvardsson@${BANK}` },
        ...{ note: "I bring our lawyer, so four of us.", votes: ["yes", "yes", "yes"] },
      },
      {
        ...{ name: "Petra Sund", email: `petra.sund@${BANK}` },
        busy: [
          [4, 9 * 60, 11 * 60],
          [5, 13 * 60, 15 * 60],
        ],
      },
    ],
  },
  {
    summary: "Papers for the audit committee",
    title: "Audit committee, before the papers go out",
    place: "Kista, meeting room Skogen",
    minutes: 60,
    options: [],
    settled: { at: [3, 15 * 60], moved: 2 },
    guests: [
      { name: "Helena Bergqvist", email: "", isInside: true, reply: "accepted" },
      { name: "Karin Wahlström", email: "karin.wahlstrom@bjorkrevision.example", reply: "accepted" },
      { name: "Henrik Björk", email: "henrik.bjork@bjorkrevision.example", reply: "tentative" },
      { name: "Mats Öberg", email: "mats.oberg@nordvik.example", reply: "declined" },
      { name: "Åsa Lind", email: "asa.lind@nordvik.example" },
    ],
  },
];

/** The meetings of the demo's executives. */
export async function writeMeetings(ctx: Ctx, pools: readonly DemoPool[]): Promise<void> {
  for (const pool of pools) for (const meeting of MEETINGS) await writeMeeting(ctx, pool, meeting);
}

async function writeMeeting({ db, now }: Ctx, pool: DemoPool, meeting: DemoMeeting): Promise<void> {
  const request = await db.supportRequest.findFirst({
    where: { summary: meeting.summary, executive: { poolId: poolId(pool) } },
    select: {
      id: true,
      assignee: { select: { userId: true } },
      executive: { select: { user: { select: { id: true, email: true } } } },
    },
  });
  if (!request) return;
  const { timeZone } = pool;
  const today = dayIn(timeZone, now);
  const at = ([days, minute]: readonly [number, number]) =>
    instantAt(timeZone, workdaysOn(today, days), minute);
  const id = demoId("meeting", meeting.title);
  const { user } = request.executive;
  const { settled, options, title, place, minutes } = meeting;
  const ownerId = request.assignee?.userId ?? user.id;
  const arrangementOf = ({ what, isDone, hangsOnTime }: DemoArrangement) => ({
    ...{ id: demoId("meeting arrangement", `${title} ${what}`), what, ownerId, hangsOnTime },
    dueOn: dayToDate(workdaysOn(today, (settled?.at[0] ?? 2) - 1)),
    ...(isDone && { doneAt: now, doneById: ownerId }),
  });
  await db.officeMeeting.create({
    data: {
      ...{ id, requestId: request.id, title, place, minutes, timeZone, uid: `meeting-${id}@standby` },
      ...{ fromOn: dayToDate(workdaysOn(today, 1)), toOn: dayToDate(workdaysOn(today, 6)) },
      status: settled ? "confirmed" : "polling",
      ...{ sequence: settled?.moved ?? 0, askedAt: settled?.moved ?? 0 },
      startsAt: settled ? at(settled.at) : null,
      createdById: request.assignee?.userId ?? user.id,
      ...{ createdAt: now, updatedAt: now },
      people: { create: meeting.guests.map((guest) => personOf(meeting, guest, user, now)) },
      arrangements: { create: settled ? ARRANGEMENTS.map(arrangementOf) : [] },
      options: { create: options.map((option, i) => ({ id: optionId(title, i), startsAt: at(option) })) },
    },
  });
  const dayAt = (days: number) => dayToDate(workdaysOn(today, days));
  await db.busyCalendar.createMany({
    data: meeting.guests.flatMap(({ name, busy = [] }) =>
      busy.length === 0
        ? []
        : {
            ...{ meetingPersonId: personId(title, name), fromOn: dayAt(0), toOn: dayAt(10), readAt: now },
            spans: busy.map(([days, from, to]) =>
              [from, to].map((minute) => at([days, minute]).getTime() / MINUTE_MS),
            ),
          },
    ),
  });
  await db.meetingVote.createMany({
    data: meeting.guests.flatMap(({ name, votes = [] }) =>
      votes.map((answer, i) => ({ optionId: optionId(title, i), personId: personId(title, name), answer })),
    ),
  });
}

const optionId = (title: string, place: number) => demoId("meeting option", `${title} ${place}`);
const personId = (title: string, name: string) => demoId("meeting person", `${title} ${name}`);

function personOf(
  { title, settled }: DemoMeeting,
  { name, email, isInside = false, note = "", votes, reply }: Guest,
  user: { id: string; email: string },
  now: Date,
): Prisma.MeetingPersonCreateWithoutMeetingInput {
  return {
    ...{ id: personId(title, name), name, note, isRequired: isInside },
    email: isInside ? user.email : email,
    ...(isInside && { user: { connect: { id: user.id } } }),
    answeredAt: votes ? now : null,
    ...(settled && { invitedAt: now }),
    ...(reply && { reply, replySequence: settled?.moved ?? 0, repliedAt: now }),
  };
}

/** The working day so many after a day. */
function workdaysOn(today: Day, days: number): Day {
  let on = today;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (weekdayOf(on) <= 5) left--;
  }
  return on;
}
