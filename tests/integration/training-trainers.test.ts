import { expect, it } from "vitest";
import { ReportSicknessInput } from "@/lib/absences/requests/schema";
import { day } from "@/lib/time/day";
import { reportSicknessAndSeats } from "@/lib/training/attendance/service-sickness";
import { listVisibleSessions } from "@/lib/training/sessions/queries";
import { MoveSessionInput, SetTrainerInput } from "@/lib/training/sessions/schema";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { setTrainer } from "@/lib/training/trainers/service";
import { testDb } from "../support/database";
import { opensNothing } from "../support/factories/absences";
import { createTrainingOffice, MORNING } from "../support/offices/training";
import { liveCovers, noticesOf } from "../support/records";
import { current } from "../support/versions";

it("an assistant who holds a session is absent with cover, moves with it, and is free when another holds it or they are ill", async () => {
  const office = await createTrainingOffice();
  const hold = async (more: Record<string, unknown>) =>
    setTrainer(
      office.manager,
      SetTrainerInput.parse({ ...(await current("training_sessions", office.sessionId)), ...more }),
    );
  const live = async () =>
    (await office.trainingAbsencesOf("ben")).filter(({ status }) => status === "approved");
  expect(await hold({ trainerId: office.ids.ben })).toMatchObject({ ok: true });
  expect(await live()).toMatchObject([{ isBooked: true, startMinute: MORNING.startMinute }]);
  expect(await liveCovers(["confirmed"])).toHaveLength(1);
  expect(await noticesOf(office.userIds.ben)).toContain("training_to_hold");
  expect(await office.enrol("ben")).toMatchObject({ ok: false });
  const [absence] = await live();
  const status = { where: { id: absence?.id ?? "" }, data: { status: "cancelled" as const } };
  await expect(testDb().absence.update(status)).rejects.toThrow();

  const dates = [{ ...MORNING, on: day("2026-09-01") }];
  const read = await current("training_sessions", office.sessionId);
  expect(await moveSession(office.manager, MoveSessionInput.parse({ ...read, dates }))).toMatchObject({
    ok: true,
  });
  expect((await live()).map(({ startOn }) => startOn.toISOString().slice(0, 10))).toEqual(["2026-09-01"]);

  expect(await hold({ trainer: "Nadia Khan", trainerContact: "nadia@courses.example" })).toMatchObject({
    ok: true,
  });
  expect(await live()).toEqual([]);
  expect(await liveCovers(["confirmed"])).toEqual([]);
  const [seen] = await listVisibleSessions(await office.assistant("ben"), {});
  expect(seen).toMatchObject({ trainer: "Nadia Khan", trainerContact: "" });

  await hold({ trainerId: office.ids.ben });
  const ben = await office.assistant("ben", new Date("2026-09-01T05:00:00Z"));
  const ill = ReportSicknessInput.parse({ from: "2026-09-01", to: "2026-09-01" });
  expect(await reportSicknessAndSeats(ben, ill, opensNothing)).toMatchObject({ ok: true });
  expect(await live()).toEqual([]);
  expect(await noticesOf(office.manager.actor.userId)).toContain("training_trainer_away");
});

it("participants are notified of who holds their course, and that its trainer cannot come, without a name", async () => {
  const office = await createTrainingOffice();
  const hold = async (more: Record<string, unknown>) =>
    setTrainer(
      office.manager,
      SetTrainerInput.parse({ ...(await current("training_sessions", office.sessionId)), ...more }),
    );
  const heard = async () =>
    (await noticesOf(office.userIds.dan)).filter((kind) => kind.startsWith("training_trainer")).sort();
  expect(await office.enrol("dan")).toMatchObject({ ok: true });
  await hold({ trainerId: office.ids.ben });
  await hold({ trainerId: office.ids.ben });
  expect(await heard()).toEqual(["training_trainer_set"]);
  const ben = await office.assistant("ben", new Date("2026-08-25T05:00:00Z"));
  const ill = ReportSicknessInput.parse({ from: "2026-08-25", to: "2026-08-25" });
  expect(await reportSicknessAndSeats(ben, ill, opensNothing)).toMatchObject({ ok: true });
  expect(await heard()).toEqual(["training_trainer_missing", "training_trainer_set"]);
  const where = { userId: office.userIds.dan ?? "", kind: "training_trainer_missing" };
  const { params } = await testDb().notification.findFirstOrThrow({ where });
  expect(Object.keys(params as object).sort()).toEqual(["course", "sessionId"]);
  await hold({ trainer: "Nadia Khan" });
  expect(await heard()).toHaveLength(3);
});
