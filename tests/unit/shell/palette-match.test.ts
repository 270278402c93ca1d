import { expect, it } from "vitest";
import { isMatch } from "../../../components/shell/palette-match";

it.each([
  ["Vad händer om?", "hander", true],
  ["Vad händer om?", "om vad", true],
  ["Överlämningar", "ÖVER", true],
  ["Överlämningar", "over", true],
  ["Time off calendar", "cal time", true],
  ["Time off calendar", "", true],
  ["Time off calendar", "off x", false],
  ["Time off calendar", "ime", false],
])("%s is found by %j: %s", (label, typed, found) => {
  expect(isMatch(label, typed)).toBe(found);
});
