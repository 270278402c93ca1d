import { expect, it } from "vitest";
import { initialsOf } from "../../../components/ui/layout/avatar";

it.each([
  ["Anna Maria Bergström", "AB"],
  ["åsa öberg", "ÅÖ"],
  ["Łukasz  Őry ", "ŁŐ"],
  ["Cher", "C"],
  ["", ""],
])("%s has the initials %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
