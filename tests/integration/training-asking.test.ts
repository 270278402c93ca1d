import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/time/day";
import { previewBooking } from "@/lib/training/enrolments/queries-preview";
import { AskForSeatInput } from "@/lib/training/enrolments/schema";
import { approveEnrolment, askForSeat, declineEnrolment } from "@/lib/training/enrolments/service";
import { PlanSessionInput } from "@/lib/training/sessions/schema";
import { planSession } from "@/lib/training/sessions/service";
import { testDb } from "../support/database";
import { createTrainingOffice, MORNING, type TrainingOffice } from "../support/offices/training";
import { noticesOf } from "../support/records";

let office: TrainingOffice;

beforeEach(async () => {
  office = await createTrainingOffice();
});

describe("asking for a seat", () => {
  it("books it at once where nobody has to decide and nothing stays open", async () => {
    expect(await office.ask("ben")).toMatchObject({ ok: true, value: { status: "booked" } });
    const [first, again] = [await office.enrolmentOf("ben"), await office.ask("ben")];
    expect(again).toMatchObject({ ok: true, value: { id: first.id } });
    expect(await testDb().enrolment.count()).toBe(1);
  });

  it("waits for a decision where somebody has to decide, or a gap would be left", async () => {
    await testDb().course.update({ where: { id: office.courseId }, data: { needsApproval: true } });
    expect(await office.ask("ben")).toMatchObject({ ok: true, value: { status: "requested" } });
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_requested");
    const approved = await approveEnrolment(office.manager, {
      ...(await office.seatOf("ben")),
      acceptedGaps: [],
    });
    expect(approved).toMatchObject({ ok: true, value: { status: "booked" } });
  });

  it("is refused on blackout days, in the words of training, as planning a session then is", async () => {
    await testDb().course.update({ where: { id: office.courseId }, data: { needsApproval: true } });
    const days = { fromOn: new Date(MORNING.on), toOn: new Date(MORNING.on) };
    await testDb().blackoutPeriod.create({
      data: { poolId: office.poolId, name: "Stocktaking", kind: "hard", ...days },
    });
    const refused = { reason: "training_on_blackout", details: { name: "Stocktaking", from: MORNING.on } };
    expect(await office.ask("ben")).toMatchObject(refused);
    expect(await office.enrol("ben")).toMatchObject(refused);
    const preview = await previewBooking(office.manager, {
      sessionId: office.sessionId,
      assistantId: office.ids.ben ?? "",
    });
    expect(preview.refusal).toMatchObject(refused);
    const input = PlanSessionInput.parse({
      courseId: office.courseId,
      poolId: office.poolId,
      capacity: 4,
      dates: [MORNING],
    });
    expect(await planSession(office.manager, input)).toMatchObject(refused);
  });

  it("is declined with a word, and refused once the session has begun or its sign-up is over", async () => {
    await testDb().course.update({ where: { id: office.courseId }, data: { needsApproval: true } });
    await office.ask("ben");
    const declined = await declineEnrolment(office.manager, {
      ...(await office.seatOf("ben")),
      note: "Next time.",
    });
    expect(declined).toMatchObject({ ok: true, value: { status: "declined" } });
    expect(await noticesOf(office.userIds.ben)).toContain("training_declined");
    await testDb().trainingSession.update({
      where: { id: office.sessionId },
      data: { signUpUntil: new Date("2026-08-16") },
    });
    expect(await office.ask("dan")).toMatchObject({ ok: false, reason: "sign_up_closed" });
    const late = { ...(await office.assistant("dan")), now: new Date("2026-08-25T08:00:00Z") };
    await testDb().trainingSession.update({ where: { id: office.sessionId }, data: { signUpUntil: null } });
    const answer = await askForSeat(
      late,
      AskForSeatInput.parse({ courseId: office.courseId, sessionId: office.sessionId }),
    );
    expect(answer).toMatchObject({ ok: false, reason: "session_begun" });
  });

  it("is asked for once a course: another session says so, and keeps the first", async () => {
    const first = await office.ask("ben");
    if (!first.ok) throw new Error(first.reason);
    expect(await office.ask("ben")).toMatchObject({ ok: true, value: { id: first.value.id } });
    const other = await office.plan({ dates: [{ ...MORNING, on: addDays(MORNING.on, 7) }] });
    expect(await office.ask("ben", { sessionId: other })).toMatchObject({
      ok: false,
      reason: "enrolled_already",
    });
  });
});
