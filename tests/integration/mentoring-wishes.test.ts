import { expect, it } from "vitest";
import { keepMentoring } from "@/lib/mentoring/service-daily";
import { listMentorWishes } from "@/lib/mentoring/wishes/queries";
import { askForMentor } from "@/lib/mentoring/wishes/service";
import { asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createMentorship } from "../support/factories/mentoring";
import { createOtherManager } from "../support/offices/coverage";
import { createTrainingOffice } from "../support/offices/training";
import { noticesOf } from "../support/records";

it("an assistant asks for a mentor once and takes it back, and both are reminded of a meeting the day before", async () => {
  const office = await createTrainingOffice();
  const ben = await office.assistant("ben");
  expect(await askForMentor(ben, { dutyId: "juggling", isAsked: true })).toMatchObject({
    reason: "unknown_duty",
  });
  await askForMentor(ben, { dutyId: null, isAsked: true });
  await askForMentor(ben, { dutyId: null, isAsked: true });
  expect(await listMentorWishes(office.manager)).toMatchObject([{ name: "Ben Berg", dutyId: null }]);
  expect(await listMentorWishes(await createOtherManager())).toEqual([]);
  const told = await noticesOf(office.manager.actor.userId);
  expect(told.filter((kind) => kind === "mentor_asked")).toHaveLength(1);
  await askForMentor(ben, { dutyId: null, isAsked: false });
  expect(await listMentorWishes(office.manager)).toEqual([]);

  const { meetings } = await createMentorship(testDb(), {
    mentorId: office.ids.cia ?? "",
    menteeId: office.ids.ben ?? "",
  });
  const { id, on } = await testDb().mentoringMeeting.findUniqueOrThrow({
    where: { id: meetings[0]?.id ?? "" },
  });
  const dayBefore = new Date(on.getTime() - 86_400_000 + 6 * 3_600_000);
  await keepMentoring(asSystem(dayBefore));
  await keepMentoring(asSystem(dayBefore));
  for (const name of ["ben", "cia"] as const) {
    const kinds = await noticesOf(office.userIds[name]);
    expect(kinds.filter((kind) => kind === "mentoring_tomorrow")).toHaveLength(1);
  }
  expect(await testDb().mentoringMeeting.findUnique({ where: { id } })).toMatchObject({
    remindedAt: dayBefore,
  });
});
