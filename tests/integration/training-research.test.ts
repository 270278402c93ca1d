import { expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listOptions, requireOption } from "@/lib/training/options/queries";
import { ChangeOptionInput, DecideOptionInput, SuggestOptionInput } from "@/lib/training/options/schema";
import { changeOption, decideOption, makeCourseOf, suggestOption } from "@/lib/training/options/service";
import { getYearPlan } from "@/lib/training/year/queries";
import { setTrainingBudget } from "@/lib/training/year/service";
import { testDb } from "../support/database";
import { createOtherManager } from "../support/offices/coverage";
import { createTrainingOffice } from "../support/offices/training";

it("an assistant suggests, a manager compares and decides with a reason, and what is chosen is a course on the year's budget", async () => {
  const office = await createTrainingOffice();
  const { manager, poolId } = office;
  const ben = await office.assistant("ben");
  const asked = { poolId, title: "Minutes", link: "https://courses.example/minutes" };
  const made = await suggestOption(ben, SuggestOptionInput.parse(asked));
  if (!made.ok) throw new Error("refused");
  const { id } = made.value;
  await suggestOption(manager, SuggestOptionInput.parse({ ...asked, title: "Minutes again" }));
  const known = {
    ...{ id, version: 1, title: "Minutes", link: asked.link },
    costPerPerson: 5_000,
    minutes: 90,
    notes: "CANARY",
  };
  expect(await changeOption(manager, ChangeOptionInput.parse(known))).toMatchObject({ ok: true });
  expect(await changeOption(manager, ChangeOptionInput.parse(known))).toMatchObject({
    reason: "changed_since_read",
  });
  const decide = (version: number, reason: string) =>
    decideOption(manager, DecideOptionInput.parse({ id, version, to: "chosen", reason }));
  expect(await decide(2, "cheap")).toMatchObject({ reason: "decision_reason_short" });
  expect(await decide(2, "Nearest and cheapest")).toMatchObject({ ok: true });
  const seen = await requireOption(ben, id);
  expect(seen).toMatchObject({
    status: "chosen",
    reason: "Nearest and cheapest",
    costPerPerson: null,
    notes: "",
  });
  expect((await listOptions(manager, { poolId })).map(({ hasTwin }) => hasTwin)).toEqual([true, true]);
  await expect(requireOption(await createOtherManager(), id)).rejects.toThrow(NotFoundError);
  const { version } = await requireOption(manager, id);
  expect(await makeCourseOf(manager, { id, version })).toMatchObject({ value: { status: "scheduled" } });
  const course = await testDb().course.findFirstOrThrow({ where: { name: "Minutes" } });
  expect(course).toMatchObject({ minutes: 90, costPerPerson: 5_000 });

  await testDb().course.update({ where: { id: office.courseId }, data: { costPerSession: 700 } });
  await setTrainingBudget(manager, { poolId, year: 2026, amount: 1_000, currency: "EUR" });
  expect(await getYearPlan(manager, { poolId, year: 2026 })).toMatchObject({
    spent: 0,
    committed: 700,
    left: 300,
  });
});
