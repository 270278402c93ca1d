import { beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { releaseCover } from "@/lib/coverage/board/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import {
  AbsenceCardInput,
  ApproveWithCoverInput,
  CoverAbsenceInput,
} from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover, coverAbsence } from "@/lib/coverage/leave-cover/service";
import { listOwnOffers } from "@/lib/coverage/offers/queries";
import { acceptOffer, confirmOffer, declineOffer, expireOffers } from "@/lib/coverage/offers/service";
import { remindOfCover } from "@/lib/coverage/offers/service-reminders";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asExecutiveOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { auditOf, coverStatusOf, noticesOf } from "../support/records";

let office: CoverageOffice;
let absenceId: string;
let offerId: string;

const DAYS = { from: "2026-08-24", to: "2026-08-25" } as const;
const NEXT_DAY = new Date("2026-08-18T11:00:00Z");

/** Ben is away for two days; Cia is asked to cover Bo. */
beforeEach(async () => {
  office = await createCoverageOffice();
  const asked = await requestAbsence(await as("ben"), makeRequest(DAYS), opensNothing);
  if (!asked.ok) throw new Error(asked.reason);
  absenceId = asked.value.id;
  const cover = {
    executiveId: office.ids.bo,
    assistantId: office.ids.cia,
    ...DAYS,
    fromPart: "am",
    toPart: "pm",
  };
  const input = ApproveWithCoverInput.parse({
    ...(await current("absences", absenceId)),
    covers: [cover],
    asOffers: true,
  });
  const answer = await approveAbsenceWithCover(office.manager, input);
  if (!answer.ok) throw new Error(answer.reason);
  offerId = (await testDb().coverageAssignment.findFirstOrThrow({ where: { status: "offered" } })).id;
});

function as(name: string, now = MONDAY_MORNING) {
  return asAssistantOf(office.userIds[name] ?? "", now);
}

function system(now: Date) {
  return { actor: null, db: testDb(), now };
}

function offer() {
  return current("coverage_assignments", offerId);
}

function card() {
  return requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id: absenceId }));
}

describe("an offer of cover", () => {
  it("waits until noon of the next working day, and says at which executive and why", async () => {
    const [offer] = await listOwnOffers(await as("cia"));
    expect(offer).toMatchObject({
      id: offerId,
      executive: "Bo Holm",
      until: "2026-08-18T10:00:00.000Z",
      why: ["skilled", "same_site"],
    });
    expect(await noticesOf(office.userIds.cia)).toEqual(["cover_offered"]);
    expect(await noticesOf(office.userIds.bo)).toEqual([]);
  });

  it("is nobody's support yet, to the executive and in the week", async () => {
    const support = await getExecutiveSupport(await asExecutiveOf(office.userIds.bo ?? ""), { days: 9 });
    expect(support.days.at(-1)?.parts.map((part) => part.status)).toEqual(["gap", "gap"]);
    const week = await getAssistantWeek(await as("cia"), { week: isoWeekOf(day(DAYS.from)) });
    const executives = week.days.flatMap((one) => one.parts.flatMap((part) => part.executives));
    expect(executives.some((executive) => executive.kind === "cover")).toBe(false);
    expect((await card()).executives[0]?.runs).toMatchObject([
      { state: "offered", assistantId: office.ids.cia },
    ]);
  });

  it("is confirmed when accepted, with both steps in the log", async () => {
    const answer = await acceptOffer(await as("cia"), { ...(await offer()), note: "Gladly" });
    expect(answer).toMatchObject({ ok: true, value: { status: "confirmed" } });
    expect(await auditOf(offerId)).toEqual(["cover.offered", "cover.accepted", "cover.confirmed"]);
    expect(await noticesOf(office.userIds.bo)).toEqual(["support_changed"]);
    expect(await noticesOf(office.manager.actor.userId)).toEqual(["absence_requested", "offer_answered"]);
    expect(await acceptOffer(await as("cia"), { ...(await offer()), note: "" })).toMatchObject({
      ok: false,
      reason: "offer_closed",
    });
  });

  it("stays accepted where a manager confirms by hand", async () => {
    await testDb().pool.update({ where: { id: office.poolId }, data: { confirmsAccepted: false } });
    await acceptOffer(await as("cia"), { ...(await offer()), note: "" });
    expect(await coverStatusOf(offerId)).toBe("accepted");
    expect(await confirmOffer(office.manager, await offer())).toMatchObject({ ok: true });
    expect(await coverStatusOf(offerId)).toBe("confirmed");
    expect(await confirmOffer(office.manager, await offer())).toMatchObject({
      ok: false,
      reason: "offer_closed",
    });
  });

  it("opens the gap again when declined, and is not proposed to the same person again", async () => {
    const answer = await declineOffer(await as("cia"), { ...(await offer()), note: "I have a course" });
    expect(answer).toMatchObject({ ok: true, value: { status: "declined" } });
    const { executives, covers, gaps } = await card();
    expect(executives).toHaveLength(1);
    expect(covers.every((cover) => cover.assistantId !== office.ids.cia)).toBe(true);
    expect(covers.length + gaps.length).toBeGreaterThan(0);
    const told = await testDb().notification.findFirstOrThrow({
      where: { userId: office.manager.actor.userId, kind: "offer_answered" },
    });
    expect(told.params).toMatchObject({ answer: "declined", note: "I have a course", absenceId });
    const input = {
      ...(await current("absences", absenceId)),
      covers: [
        {
          ...covers[0],
          executiveId: office.ids.bo,
          assistantId: office.ids.cia,
          ...DAYS,
          fromPart: "am",
          toPart: "pm",
        },
      ],
    };
    expect(await coverAbsence(office.manager, CoverAbsenceInput.parse(input))).toMatchObject({
      ok: false,
      reason: "plan_outdated",
    });
  });

  it("runs out at its deadline, once, and can't be accepted after it", async () => {
    expect(await expireOffers(system(MONDAY_MORNING))).toEqual({ expired: 0 });
    expect(await acceptOffer(await as("cia", NEXT_DAY), { ...(await offer()), note: "" })).toMatchObject({
      ok: false,
      reason: "offer_expired",
    });
    expect(await listOwnOffers(await as("cia", NEXT_DAY))).toEqual([]);
    expect(await expireOffers(system(NEXT_DAY))).toEqual({ expired: 1 });
    expect(await expireOffers(system(NEXT_DAY))).toEqual({ expired: 0 });
    expect(await coverStatusOf(offerId)).toBe("expired");
    expect((await card()).executives[0]?.runs[0]?.assistantId).not.toBe(office.ids.cia);
  });

  it("is answered by whoever is asked only", async () => {
    await expect(acceptOffer(await as("ana"), { ...(await offer()), note: "" })).rejects.toThrow(
      NotFoundError,
    );
    await expect(declineOffer(await as("ana"), { ...(await offer()), note: "" })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("is accepted or withdrawn, never both, when both happen at once", async () => {
    const [accepted, withdrawn] = await Promise.all([
      acceptOffer(await as("cia"), { ...(await offer()), note: "" }),
      releaseCover(office.manager, { id: offerId }),
    ]);
    expect(withdrawn.ok).toBe(true);
    expect(await coverStatusOf(offerId)).toBe("released");
    if (!accepted.ok) expect(accepted.reason).toBe("offer_closed");
  });

  it("is accepted or expired, never both, when both happen at once", async () => {
    const [accepted, { expired }] = await Promise.all([
      acceptOffer(await as("cia"), { ...(await offer()), note: "" }),
      expireOffers(system(NEXT_DAY)),
    ]);
    expect(Number(accepted.ok) + expired).toBe(1);
    expect(await coverStatusOf(offerId)).toBe(accepted.ok ? "confirmed" : "expired");
  });

  it("is answered, confirmed and withdrawn only as it was read", async () => {
    const { version } = await offer();
    const stale = { id: offerId, version: version - 1 };
    const refused = { ok: false, reason: "changed_since_read", details: { version } };
    expect(await acceptOffer(await as("cia"), { ...stale, note: "" })).toMatchObject(refused);
    expect(await declineOffer(await as("cia"), { ...stale, note: "" })).toMatchObject(refused);
    expect(await confirmOffer(office.manager, stale)).toMatchObject(refused);
    expect(await releaseCover(office.manager, stale)).toMatchObject(refused);
    expect(await coverStatusOf(offerId)).toBe("offered");
    const [run] = (await card()).executives[0]?.runs ?? [];
    expect(run).toMatchObject({ coverId: offerId, coverVersion: version });
    expect((await listOwnOffers(await as("cia")))[0]).toMatchObject({ id: offerId, version });
  });

  it("comes back as an offer when its withdrawal is undone", async () => {
    const released = await releaseCover(office.manager, { id: offerId });
    if (!released.ok) throw new Error(released.reason);
    expect(await noticesOf(office.userIds.cia)).toEqual(["cover_offered", "offer_withdrawn"]);
    expect(await undoChange(office.manager, { id: released.value.changeId })).toMatchObject({ ok: true });
    expect(await coverStatusOf(offerId)).toBe("offered");
  });

  it("ends when the person asked goes ill, and the gap is planned anew", async () => {
    const ill = makeRequest({ ...DAYS, type: "sick" });
    await requestAbsence(await as("cia", new Date("2026-08-21T07:00:00Z")), ill, opensNothing);
    expect(await coverStatusOf(offerId)).toBe("released");
    const { executives } = await card();
    expect(executives[0]?.runs.every((run) => run.assistantId !== office.ids.cia)).toBe(true);
  });
});

describe("the reminder before cover starts", () => {
  const FRIDAY = new Date("2026-08-21T07:00:00Z");

  it("reaches the cover once, on the working day before", async () => {
    await acceptOffer(await as("cia"), { ...(await offer()), note: "" });
    expect(await remindOfCover(system(new Date("2026-08-20T07:00:00Z")))).toEqual({ reminded: 0 });
    expect(await remindOfCover(system(FRIDAY))).toEqual({ reminded: 1 });
    expect(await remindOfCover(system(FRIDAY))).toEqual({ reminded: 0 });
    expect(await noticesOf(office.userIds.cia)).toContain("cover_starts");
  });

  it("tells the managers of a handover that nobody acknowledged", async () => {
    await acceptOffer(await as("cia"), { ...(await offer()), note: "" });
    await testDb().handover.create({
      data: {
        executiveId: office.ids.bo,
        ownerId: office.ids.ben,
        coverAssistantId: office.ids.cia,
        fromOn: new Date(DAYS.from),
        fromPart: "am",
        toOn: new Date(DAYS.to),
        toPart: "pm",
        status: "ready",
      },
    });
    await testDb().notification.deleteMany({ where: { kind: "offer_answered" } });
    await remindOfCover(system(FRIDAY));
    const told = await testDb().notification.findFirstOrThrow({ where: { kind: "offer_answered" } });
    expect(told.params).toMatchObject({ answer: "handover_unread", executive: "Bo Holm" });
  });

  it("tells the managers of an offer that has no answer", async () => {
    await remindOfCover(system(FRIDAY));
    expect(await noticesOf(office.userIds.cia)).toEqual(["cover_offered"]);
    const told = await testDb().notification.findFirstOrThrow({ where: { kind: "offer_answered" } });
    expect(told.params).toMatchObject({ answer: "unanswered", absenceId });
  });
});
