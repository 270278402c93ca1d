import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import {
  type Area,
  byGroup,
  currentPlace,
  isShortened,
  navItems,
  PLACES_IN_BAR,
} from "../../../components/shell/areas";
import { NAV_ICONS } from "../../../components/shell/frame-icon";

const AREAS: Area[] = ["manager", "assistant", "executive", "admin"];
const MOST_ENTRIES = 13;

describe("the menu", () => {
  it.each([
    ["executive", "/executive", "support", undefined],
    ["executive", "/executive/requests", "myRequests", undefined],
    ["executive", "/executive/requests/42", "myRequests", undefined],
    ["executive", "/executive/profile", "profile", undefined],
    ["executive", "/executive/interviews", "myInterviews", undefined],
    ["executive", "/executives", undefined, undefined],
    ["manager", "/manager/coverage", "coverage", "coverageWeek"],
    ["manager", "/manager/coverage/stand-ins", "coverage", "standIns"],
    ["manager", "/manager/what-if", "coverage", "whatIf"],
    ["manager", "/manager/absences/7", "absences", undefined],
    ["manager", "/manager/absences/settings/types/new", "settings", undefined],
    ["manager", "/manager/pools/7", "settings", undefined],
    ["manager", "/manager/notices", undefined, undefined],
    ["assistant", "/assistant/offers", "week", undefined],
  ] as const)("of the area %s marks at %s the place %s and its entry %s", (area, path, item, sub) => {
    const place = currentPlace(navItems(area), path);
    expect([place?.item.key, place?.sub?.key]).toEqual([item, sub]);
  });

  it.each(AREAS)("of the area %s leads to each place once", (area) => {
    const hrefs = navItems(area).flatMap(({ href, sub = [] }) => [
      href,
      ...sub.map((one) => one.href).filter((one) => one !== href),
    ]);
    expect(hrefs).toEqual([...new Set(hrefs)]);
  });

  it("shows how many wait where they wait", () => {
    const counts = navItems("manager", { requests: 7 }).map(({ key, count }) => [key, count]);
    expect(counts).toContainEqual(["requests", 7]);
    expect(counts).toContainEqual(["absences", undefined]);
  });

  it("shows how many wait at an entry of a place", () => {
    const items = navItems("manager", { requests: 7, heldMail: 2, schedule: 3 });
    const counted = items.flatMap(({ sub = [] }) => sub).filter(({ count }) => count !== undefined);
    expect(counted.map(({ key, count }) => [key, count])).toEqual([["heldMail", 2]]);
  });

  it("stands in at most three groups", () => {
    const groups = byGroup(navItems("manager")).map(([group, places]) => [group, places[0]?.key]);
    expect(groups).toEqual([
      ["daily", "coverage"],
      ["people", "assistants"],
      ["office", "settings"],
    ]);
  });

  it.each(AREAS)("has few entries, each with an icon of its own file: %s", (area) => {
    const sprite = readFileSync("components/shell/frame-icons.svg", "utf8");
    const items = navItems(area);
    expect(items.length).toBeLessThanOrEqual(MOST_ENTRIES);
    for (const { key } of items) expect(sprite).toContain(`id="${NAV_ICONS[key]}"`);
  });

  it.each(AREAS)("has names in the bar of a phone 360 px wide that are not cut: %s", (area) => {
    const places = navItems(area).slice(0, PLACES_IN_BAR);
    for (const { nav } of Object.values(messages))
      for (const { key } of places)
        expect((isShortened(key) ? nav.short[key] : nav.item[key]).length).toBeLessThan(13);
  });

  it("leaves out what an office hides, with its entries, and nothing else", () => {
    const keys = navItems("manager", {}, ["handovers", "what_if"]).flatMap(({ key, sub = [] }) => [
      key,
      ...sub.map((entry) => entry.key),
    ]);
    expect(keys).not.toContain("handovers");
    expect(keys).not.toContain("whatIf");
    expect(keys).toContain("standIns");
    expect(navItems("assistant", {}, ["workload"]).map(({ key }) => key)).not.toContain("myWorkload");
  });

  it("keeps the entries within a place that nothing hides", () => {
    const [coverage] = navItems("manager", {}, ["workload", "backup_coverage", "what_if"]);
    expect(coverage?.sub?.map(({ key }) => key)).toEqual(["coverageWeek", "brief"]);
  });
});
