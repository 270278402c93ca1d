import { expect, it } from "vitest";
import { byGroup, currentHref, navItems } from "../../../components/shell/areas";

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

it("keeps what belongs together under one heading", () => {
  const groups = byGroup(navItems("manager")).map(([group, places]) => [group, places[0]?.key]);
  expect(groups).toEqual([
    ["daily", "coverage"],
    ["ahead", "standIns"],
    ["office", "assistants"],
    ["own", "feeds"],
  ]);
});
