import { expect, it } from "vitest";
import { placeOf } from "../../../components/imports/place-of-file";

it.each([
  ["people.csv", "name;email;pool;working_days;starts;ends", "assistants"],
  ["export.csv", '"name","email","pool","title"', "executives"],
  ["who.csv", "executive_email,assistant_email,role,from,to", "support"],
  ["away.csv", "assistant_email,type,from,to,status", "absences"],
  ["Assistants 2026.csv", "namn;e-post", "assistants"],
  ["budget.csv", "cost,year", null],
  ["standby-2026-12-01.xlsx", "PK", "assistants"],
])("%s with %s is the file of %s", (name, header, place) => {
  expect(placeOf(name, header)).toBe(place);
});
