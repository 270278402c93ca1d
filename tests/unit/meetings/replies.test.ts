import { describe, expect, it } from "vitest";
import { isNewReply, readCalendarReply } from "@/lib/meetings/replies/rules";

const GOOGLE = [
  ...[
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
  ],
  ...["METHOD:REPLY", "BEGIN:VEVENT", "DTSTART:20261210T080000Z", "DTEND:20261210T090000Z"],
  ...["DTSTAMP:20261201T074501Z", "ORGANIZER;CN=Malin Eriksson:mailto:standby@office.example"],
  ...["UID:meeting-1@standby", "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Petra"],
  ...["  Sund;X-NUM-GUESTS=0:mailto:Petra@Bank.example", "SEQUENCE:3", "STATUS:CONFIRMED", "END:VEVENT"],
  "END:VCALENDAR",
].join("\r\n");

const OUTLOOK = [
  ...["BEGIN:VCALENDAR", "METHOD:REPLY", "PRODID:Microsoft Exchange Server 2010", "VERSION:2.0"],
  ...["BEGIN:VTIMEZONE", "TZID:W. Europe Standard Time", "END:VTIMEZONE", "BEGIN:VEVENT"],
  ...[
    'ATTENDEE;PARTSTAT=DECLINED;CN="Sund; Petra":mailto:petra@bank.example',
    "COMMENT;LANGUAGE=sv-SE:Tyvärr\\n",
  ],
  ...["UID:meeting-1@standby", "SUMMARY;LANGUAGE=sv-SE:Avböjt: Banken", "PRIORITY:5"],
  ...["DTSTAMP:20261201T080000Z", "TRANSP:OPAQUE", "SEQUENCE:1", "END:VEVENT", "END:VCALENDAR"],
].join("\r\n");

describe("what a calendar answers to an invitation", () => {
  it("is read as Google and Outlook write it", () => {
    const petra = { uid: "meeting-1@standby", email: "petra@bank.example" };
    expect(readCalendarReply(GOOGLE)).toEqual({
      ...{ ...petra, sequence: 3, reply: "accepted" },
      saidAt: new Date("2026-12-01T07:45:01Z"),
    });
    expect(readCalendarReply(OUTLOOK)).toMatchObject({ ...petra, sequence: 1, reply: "declined" });
  });

  it.each([
    ["is an invitation", GOOGLE.replace("METHOD:REPLY", "METHOD:REQUEST")],
    ["has not decided", GOOGLE.replace("ACCEPTED", "NEEDS-ACTION")],
    ["has a part that objects have too", GOOGLE.replace("ACCEPTED", "CONSTRUCTOR")],
    ["names nobody", GOOGLE.replace(/ATTENDEE[\s\S]*?SEQUENCE/, "SEQUENCE")],
    ["names two", OUTLOOK.replace("UID:", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@y.example\r\nUID:")],
    ["does not say when", OUTLOOK.replace("DTSTAMP:20261201T080000Z", "DTSTAMP:now")],
    ["is of no meeting", OUTLOOK.replace("UID:meeting-1@standby", "UID:")],
    ["is cut off", OUTLOOK.slice(0, OUTLOOK.indexOf("TRANSP"))],
    ["is a letter", "Tack, jag kommer!"],
  ])("is none where it %s", (_, text) => {
    expect(readCalendarReply(text)).toBeNull();
  });
});

describe("an answer", () => {
  const reply = readCalendarReply(GOOGLE);
  if (!reply) throw new Error("unreadable");
  const none = { replySequence: null, repliedAt: null };

  it("counts where it is to the time that holds, and not to an earlier one", () => {
    expect(isNewReply(reply, { askedAt: 3 }, none)).toBe(true);
    expect(isNewReply(reply, { askedAt: 4 }, none)).toBe(false);
  });

  it("counts where it is later than the last one, by sequence, then by its own time", () => {
    const last = (replySequence: number, minutes: number) => ({
      replySequence,
      repliedAt: new Date(reply.saidAt.getTime() + minutes * 60_000),
    });
    expect(isNewReply(reply, { askedAt: 1 }, last(2, 5))).toBe(true);
    expect(isNewReply(reply, { askedAt: 1 }, last(3, -5))).toBe(true);
    expect(isNewReply(reply, { askedAt: 1 }, last(3, 0))).toBe(false);
    expect(isNewReply(reply, { askedAt: 1 }, last(4, -5))).toBe(false);
  });
});
