import { expect, it } from "vitest";
import { currentHref, navItems } from "../../../components/shell/areas";

it.each([
  ["/executive", "/executive"],
  ["/executive/requests", "/executive/requests"],
  ["/executive/requests/42", "/executive/requests"],
  ["/executive/profile", "/executive/profile"],
  ["/executive/interviews", "/executive"],
  ["/executives", undefined],
])("the menu of an executive at %s marks %s", (path, href) => {
  expect(currentHref(navItems("executive"), path)).toBe(href);
});

it("shows how many wait where they wait", () => {
  const counts = navItems("manager", { requests: 7 }).map(({ key, count }) => [key, count]);
  expect(counts).toContainEqual(["requests", 7]);
  expect(counts).toContainEqual(["absences", undefined]);
});
