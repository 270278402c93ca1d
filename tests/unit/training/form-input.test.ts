import { expect, it } from "vitest";
import { ChangeOptionForm, CreateCourseForm, SetBudgetForm } from "@/app/manager/training/form-input";

const ID = "01900000-0000-7000-8000-000000000001";

it("reads money as people write it, in whole and hundredths", () => {
  const course = (costPerPerson: string) =>
    CreateCourseForm.parse({ name: "Letters", minutes: "60", costPerPerson });
  expect(["450", "450.5", "0.1", ""].map((typed) => course(typed).costPerPerson)).toEqual([
    45_000, 45_050, 10, 0,
  ]);
  const option = { id: ID, version: "1", title: "Letters" };
  expect(ChangeOptionForm.parse({ ...option, costPerPerson: "3200" }).costPerPerson).toBe(320_000);
  expect(ChangeOptionForm.parse({ ...option, costPerPerson: "" }).costPerPerson).toBeNull();
  const budget = { poolId: ID, year: "2026", currency: "SEK" };
  expect(SetBudgetForm.parse({ ...budget, amount: "100000" }).amount).toBe(10_000_000);
  for (const amount of ["", "ten", "-1"])
    expect(SetBudgetForm.safeParse({ ...budget, amount }).success).toBe(false);
});
