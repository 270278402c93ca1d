import { describe, expect, it } from "vitest";
import {
  deliveriesOf,
  deliveryFor,
  mailDueAt,
  type PersonTimes,
  USUAL_TIMES,
  usualDelivery,
} from "@/lib/notices/rules-delivery";
import type { DeliveryRule } from "@/lib/notices/schema";
import { day } from "@/lib/time/day";

const rule = (overrides: Partial<DeliveryRule> = {}): DeliveryRule => ({
  urgency: "normal",
  channels: ["app", "mail", "digest"],
  mayBeOff: true,
  ...overrides,
});

describe("how people are told", () => {
  it("is by mail for what concerns them, and once a day for what is good to know", () => {
    expect(usualDelivery(rule())).toBe("mail");
    expect(usualDelivery(rule({ urgency: "slow" }))).toBe("digest");
    expect(usualDelivery(rule({ channels: ["app"] }))).toBe("app");
  });

  it("can be chosen as far as the kind allows", () => {
    expect(deliveriesOf(rule({ mayBeOff: false }))).toEqual(["app", "mail", "digest"]);
    expect(deliveryFor(rule({ mayBeOff: false }), "off")).toBe("mail");
    expect(deliveryFor(rule(), "off")).toBe("off");
  });
});

const STOCKHOLM: PersonTimes = { zone: "Europe/Stockholm", holidays: [], ...USUAL_TIMES };
const NIGHT: PersonTimes = { ...STOCKHOLM, quiet: { from: 18 * 60, to: 8 * 60 } };
/** Of August and of winter time, by the clock of Stockholm. */
const summer = (text: string) => new Date(`2026-${text}+02:00`);
const winter = (text: string) => new Date(`2026-${text}+01:00`);
const due = (
  delivery: "mail" | "digest",
  times: PersonTimes,
  now: Date,
  urgency: "now" | "normal" = "normal",
) => mailDueAt(delivery, urgency, times, now);

describe("when a notice is mailed", () => {
  it("is never for those who read it in the app, or not at all", () => {
    expect(mailDueAt("app", "now", STOCKHOLM, summer("08-17T09:00"))).toBeNull();
    expect(mailDueAt("off", "now", STOCKHOLM, summer("08-17T09:00"))).toBeNull();
  });

  it("is at once for what is urgent, in quiet hours too", () => {
    expect(due("mail", NIGHT, summer("08-16T23:00"), "now")).toEqual(summer("08-16T23:00"));
  });

  it("is after five minutes for the rest, or when the quiet hours end", () => {
    expect(due("mail", NIGHT, summer("08-17T09:00"))).toEqual(summer("08-17T09:05"));
    expect(due("mail", NIGHT, summer("08-17T17:56"))).toEqual(summer("08-18T08:00"));
    expect(due("mail", NIGHT, summer("08-18T03:00"))).toEqual(summer("08-18T08:00"));
    const lunch = { ...STOCKHOLM, quiet: { from: 12 * 60, to: 13 * 60 } };
    expect(due("mail", lunch, summer("08-17T11:55"))).toEqual(summer("08-17T13:00"));
  });

  it("is on the Monday after a weekend without mail, at the end of its night or at seven", () => {
    expect(due("mail", STOCKHOLM, summer("08-15T10:00"))).toEqual(summer("08-17T07:00"));
    expect(due("mail", NIGHT, summer("08-14T18:30"))).toEqual(summer("08-17T08:00"));
  });

  it("is the next daily mail of a day with mail", () => {
    expect(due("digest", STOCKHOLM, summer("08-17T15:59"))).toEqual(summer("08-17T16:00"));
    expect(due("digest", STOCKHOLM, summer("08-14T16:00"))).toEqual(summer("08-17T16:00"));
  });

  it("waits for the end of holidays, unless mail is wanted on every weekday", () => {
    // Maundy Thursday, then Good Friday to Easter Monday.
    const easter = { ...STOCKHOLM, holidays: [day("2026-04-03"), day("2026-04-06")] };
    expect(due("mail", easter, summer("04-02T23:58"))).toEqual(summer("04-07T07:00"));
    expect(due("digest", easter, summer("04-02T16:00"))).toEqual(summer("04-07T16:00"));
    expect(due("mail", easter, summer("04-03T10:00"), "now")).toEqual(summer("04-03T10:00"));
    expect(due("mail", { ...easter, quietDays: [] }, summer("04-03T10:00"))).toEqual(summer("04-03T10:05"));
  });

  it("follows the person's clock when it is put back or forward", () => {
    expect(due("digest", { ...STOCKHOLM, quietDays: [] }, summer("10-24T17:00"))).toEqual(
      winter("10-25T16:00"),
    );
    const early = { ...STOCKHOLM, quietDays: [], quiet: { from: 22 * 60, to: 150 } };
    // 02:30 is left out on that night.
    expect(due("mail", early, winter("03-29T01:00"))).toEqual(summer("03-29T03:30"));
  });
});
