import ICAL from "ical.js";
import ical, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { invitationIcs } from "@/lib/meetings/invitation/rules";
import { countPoll } from "@/lib/meetings/poll/rules";
import { numberedChange } from "@/lib/meetings/rules";
import { peopleInText } from "@/lib/meetings/rules-people";
import { timesOfDay } from "@/lib/meetings/times/rules";

const at = (hour: number, minute = 0) => 60 * hour + minute;
const span = (from: number, to: number) => ({ start: at(from), end: at(to) });

describe("the times of a day a meeting fits in", () => {
  const helena = { name: "Helena", hours: [span(8, 12), span(13, 17)], busy: [] };

  it("follow each other within everybody's hours, and none goes over lunch", () => {
    const mats = { name: "Mats", hours: [span(9, 12), span(13, 16)], busy: [] };
    expect(timesOfDay([helena, mats], 120, 0).map(({ start }) => start / 60)).toEqual([9, 13]);
    expect(timesOfDay([helena], 240, 0).map(({ start }) => start / 60)).toEqual([8, 13]);
    expect(timesOfDay([helena], 300, 0)).toEqual([]);
  });

  it("say whose other meeting is in the way, and one that ends as this begins is not", () => {
    const busy = { ...helena, busy: [span(8, 9), span(11, 12)] };
    expect(timesOfDay([busy], 60, 0).map(({ busy: names }) => names)).toEqual([
      ["Helena"],
      [],
      [],
      ["Helena"],
      [],
      [],
    ]);
  });

  it("begin at a full or half hour that has not passed, and there are none where nothing is known", () => {
    expect(timesOfDay([helena], 60, at(15, 10)).map(({ start }) => start)).toEqual([at(15, 30)]);
    expect(timesOfDay([], 60, 0)).toEqual([]);
  });
});

describe("those who may come", () => {
  it("hinder no time, and are named where they are not there", () => {
    const helena = { name: "Helena", hours: [span(8, 10)], busy: [] };
    const mats = { name: "Mats", hours: [span(9, 12)], busy: [], isOptional: true };
    expect(timesOfDay([helena, mats], 60, 0).map(({ busy }) => busy)).toEqual([["Mats"], []]);
    expect(timesOfDay([mats], 60, 0)).toEqual([]);
  });
});

describe("those of whom only busy times are known", () => {
  it("stand in the way of times that others' hours offer, and offer none by themselves", () => {
    const helena = { name: "Helena", hours: [span(8, 10)], busy: [] };
    const petra = { name: "Petra", hours: null, busy: [span(9, 10)] };
    expect(timesOfDay([petra, helena], 60, 0).map(({ busy }) => busy)).toEqual([[], ["Petra"]]);
    expect(timesOfDay([petra], 60, 0)).toEqual([]);
  });
});

describe("the best time of a poll", () => {
  const [helena, petra, lars] = ["Helena", "Petra", "Lars"].map((name) => ({
    id: name,
    name,
    isRequired: name === "Helena",
  })) as [Voter, Voter, Voter];
  type Voter = { id: string; name: string; isRequired: boolean };
  const option = (id: string, answers: Record<string, "yes" | "if_need_be" | "no">) => ({
    ...{ id, answers },
    startsAt: `2026-12-0${id}T09:00:00.000Z`,
  });
  const bestOf = (options: ReturnType<typeof option>[]) =>
    countPoll(options, [helena, petra, lars]).find(({ isBest }) => isBest)?.id;

  it("is the one most can, then most plainly can, then the earliest", () => {
    expect(
      bestOf([option("1", { Helena: "yes" }), option("2", { Helena: "yes", Petra: "if_need_be" })]),
    ).toBe("2");
    const both = { Helena: "yes", Petra: "yes" } as const;
    expect(bestOf([option("1", { ...both, Petra: "if_need_be" }), option("2", both)])).toBe("2");
    expect(bestOf([option("3", both), option("2", both)])).toBe("2");
  });

  it("is never one that somebody who must come said no to, and there is none before anybody can", () => {
    const refused = option("1", { Helena: "no", Petra: "yes", Lars: "yes" });
    expect(bestOf([refused, option("2", { Petra: "yes" })])).toBe("2");
    expect(bestOf([refused, option("2", {})])).toBeUndefined();
    expect(countPoll([refused], [helena, petra, lars])[0]).toMatchObject({ can: 2, missing: ["Helena"] });
  });
});

describe("what calendars are told", () => {
  const settled = {
    ...{ sequence: 2, askedAt: 1, startsAt: new Date("2026-12-10T08:00:00Z") },
    ...{ minutes: 60, title: "The bank", place: "Kista" },
  };
  const later = { startsAt: new Date("2026-12-10T09:00:00Z") };

  it("rises by one with another time, length, place or title, with other people and with calling off, and with nothing else", () => {
    const rises = [
      later,
      { minutes: 90 },
      { place: "Solna" },
      { title: "The board" },
      "people",
      "cancelled",
    ] as const;
    for (const change of rises) expect(numberedChange(settled, change).sequence).toBe(3);
    const same = { startsAt: new Date(settled.startsAt), minutes: 60, title: "The bank", place: "Kista" };
    expect(numberedChange(settled, same)).toEqual({ sequence: 2, askedAt: 1 });
    for (const change of rises)
      expect(numberedChange({ ...settled, sequence: 0, askedAt: 0, startsAt: null }, change).sequence).toBe(
        0,
      );
  });

  it("asks anew with another time or length alone", () => {
    for (const change of [later, { minutes: 90 }]) expect(numberedChange(settled, change).askedAt).toBe(3);
    for (const change of [{ place: "Solna" }, "people"] as const)
      expect(numberedChange(settled, change).askedAt).toBe(1);
  });

  const invitation = {
    ...{ uid: "meeting-1@standby", sequence: 1, title: "Möte; med banken", place: "Kista", minutes: 120 },
    ...{
      timeZone: "Europe/Stockholm",
      startsAt: settled.startsAt,
      changedAt: new Date("2026-12-01T07:00:00Z"),
    },
    isCancelled: false,
    organizer: { name: "Malin Eriksson", email: "malin@standby.example" },
    people: [
      { name: 'Petra "P" Sund\r\nX-EVIL:1', email: "petra@bank.example", isRequired: false, reply: null },
      {
        name: "Helena Bergqvist",
        email: "helena@standby.example",
        isRequired: true,
        reply: "accepted" as const,
      },
    ],
  };
  const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "");

  it("is an invitation with its zone, who invites and who is asked, and no line of anybody else's making", () => {
    const text = unfolded(invitationIcs(invitation));
    for (const line of [
      "METHOD:REQUEST",
      "UID:meeting-1@standby",
      "SEQUENCE:1",
      "STATUS:CONFIRMED",
      "LOCATION:Kista",
      "SUMMARY:Möte\\; med banken",
      "DTSTART;TZID=Europe/Stockholm:20261210T090000",
      "DTEND;TZID=Europe/Stockholm:20261210T110000",
      "TZID:Europe/Stockholm",
    ])
      expect(text.split("\r\n")).toContain(line);
    expect(text).toContain("PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:helena@standby.example");
    expect(text.split("\r\n").filter((line) => line.startsWith("X-EVIL"))).toEqual([]);
  });

  it("reads alike in two parsers through its whole life: asked, moved, one taken off, called off", () => {
    const moved = { ...invitation, ...later, sequence: numberedChange(settled, later).sequence };
    const { sequence } = numberedChange({ ...settled, ...moved }, "people");
    const takenOff = { ...moved, sequence, isTakenOff: true, people: moved.people.slice(0, 1) };
    const over = { ...moved, sequence: sequence + 1, isCancelled: true };
    const life = [invitation, moved, takenOff, over].map((one) => readTwice(invitationIcs(one)));
    for (const [ours, theirs] of life) expect(theirs).toEqual(ours);
    expect(life.map(([{ method }]) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL", "CANCEL"]);
    expect(new Set(life.map(([{ uid }]) => uid)).size).toBe(1);
    const sequences = life.map(([one]) => one.sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(life.map(([{ attendees }]) => attendees.length)).toEqual([2, 2, 1, 2]);
    expect(life.map(([{ start }]) => start)).toEqual(
      [invitation, moved, moved, moved].map(({ startsAt }) => startsAt.toISOString()),
    );
  });

  it("is a cancellation where the meeting is called off", () => {
    const text = invitationIcs({ ...invitation, isCancelled: true });
    expect(text).toContain("METHOD:CANCEL");
    expect(text).toContain("STATUS:CANCELLED");
  });

  it("is a cancellation without a status for one who is taken off: the meeting itself stands", () => {
    const text = invitationIcs({ ...invitation, isTakenOff: true });
    expect(text).toContain("METHOD:CANCEL");
    expect(text).not.toMatch(/^STATUS:/m);
  });
});

type ReadInvitation = {
  method: string;
  uid: string;
  sequence: number;
  start: string;
  organizer: string;
  attendees: string[];
};

/** What two parsers, of different making, find in an invitation. */
function readTwice(text: string): [ReadInvitation, ReadInvitation] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(zone);
  const entry = calendar.getFirstSubcomponent("vevent");
  if (!entry) throw new Error("no entry");
  const event = new ICAL.Event(entry);
  const parsed = ical.sync.parseICS(text);
  const theirs = Object.values(parsed).find((one): one is VEvent => one?.type === "VEVENT");
  if (!theirs) throw new Error("no entry");
  const asked = theirs.attendee === undefined ? [] : [theirs.attendee].flat();
  const addressOf = (one: unknown) => (typeof one === "string" ? one : String((one as { val: string }).val));
  return [
    {
      method: String(calendar.getFirstPropertyValue("method")),
      ...{ uid: event.uid, sequence: event.sequence, organizer: event.organizer },
      start: event.startDate.toJSDate().toISOString(),
      attendees: event.attendees.map((one) => String(one.getFirstValue())),
    },
    {
      method: theirs.method ?? "",
      ...{ uid: theirs.uid, sequence: Number(theirs.sequence), organizer: addressOf(theirs.organizer) },
      start: theirs.start.toISOString(),
      attendees: asked.map(addressOf),
    },
  ];
}

describe("people as an office writes them", () => {
  it("are read one a line or parted by semicolons, each address once", () => {
    const text =
      'Petra Sund <Petra@bank.example>;lars@bank.example\n"Åsa Öberg" <asa@x.example>\npetra@bank.example';
    expect(peopleInText(text)?.map(({ name, email }) => [name, email])).toEqual([
      ["petra@bank.example", "petra@bank.example"],
      ["lars@bank.example", "lars@bank.example"],
      ["Åsa Öberg", "asa@x.example"],
    ]);
    expect(peopleInText("")).toEqual([]);
  });

  it("are refused where a line is no address", () => {
    expect(peopleInText("Petra Sund")).toBeNull();
    expect(peopleInText("a <b@c.example>, d")).toBeNull();
  });
});
