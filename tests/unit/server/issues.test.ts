import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  AssignCoverInput,
  BoardInput,
  CandidatesInput,
  ReleaseCoverInput,
} from "@/lib/coverage/board/schema";
import { faultsOf } from "@/lib/server/issues";
import { DayInput } from "@/lib/time/inputs";

const Input = z.strictObject({
  name: z.string().min(1).max(3),
  code: z.string().min(2).optional(),
  email: z.email().optional(),
  age: z.coerce.number().int().min(1).max(9).optional(),
  level: z.enum(["a", "b"]).optional(),
  on: DayInput.optional(),
  rows: z
    .array(z.strictObject({ minutes: z.number() }))
    .max(1)
    .optional(),
});

function faults(input: unknown) {
  const parsed = Input.safeParse(input, { reportInput: true });
  return parsed.success ? [] : faultsOf(parsed.error);
}

describe("the faults of an input", () => {
  it.each([
    [{}, { path: "name", code: "required" }],
    [{ name: "" }, { path: "name", code: "required", values: { minimum: 1 } }],
    [{ name: "long" }, { path: "name", code: "too_long", values: { maximum: 3 } }],
    [
      { name: "a", code: "b" },
      { path: "code", code: "too_short", values: { minimum: 2 } },
    ],
    [
      { name: "a", email: "x" },
      { path: "email", code: "not_an_email" },
    ],
    [
      { name: "a", age: "many" },
      { path: "age", code: "not_a_number" },
    ],
    [
      { name: "a", age: 1.5 },
      { path: "age", code: "not_a_number" },
    ],
    [
      { name: "a", age: 0 },
      { path: "age", code: "too_small", values: { minimum: 1 } },
    ],
    [
      { name: "a", age: 10 },
      { path: "age", code: "too_big", values: { maximum: 9 } },
    ],
    [
      { name: "a", level: "c" },
      { path: "level", code: "not_a_choice", values: { choices: "a, b" } },
    ],
    [
      { name: "a", on: "2026-02-30" },
      { path: "on", code: "not_a_day" },
    ],
    [{ name: 1 }, { path: "name", code: "invalid" }],
    [
      { name: "a", rows: [{ minutes: "x" }] },
      { path: "rows.0.minutes", code: "not_a_number" },
    ],
    [
      { name: "a", rows: [{ minutes: 1 }, { minutes: 2 }] },
      { path: "rows", code: "too_big", values: { maximum: 1 } },
    ],
    [
      { name: "a", more: 1 },
      { path: "more", code: "unknown_key" },
    ],
    [
      { name: "a", rows: [{ minutes: 1, x: 1 }] },
      { path: "rows.0.x", code: "unknown_key" },
    ],
    ["nothing of the kind", { path: "", code: "invalid" }],
  ])("%j reads %j", (input, fault) => {
    expect(faults(input)).toEqual([fault]);
  });

  it("names each unknown key", () => {
    expect(faults({ name: "a", x: 1, y: 2 }).map((fault) => fault.path)).toEqual(["x", "y"]);
  });
});

describe("the board's inputs", () => {
  const id = "0198b3a0-0000-7000-8000-000000000000";
  const stretch = { from: "2026-08-17", fromPart: "am", to: "2026-08-17", toPart: "pm" };
  const who = { executiveId: id, assistantId: id };
  const codesOf = (schema: z.ZodType, input: unknown) => {
    const parsed = schema.safeParse(input, { reportInput: true });
    return parsed.success ? [] : faultsOf(parsed.error).map((fault) => `${fault.path} ${fault.code}`);
  };

  it.each([
    ["a board", BoardInput, { poolId: id }],
    ["cover by hand", AssignCoverInput, { ...who, fromPart: "am", toPart: "pm" }],
    ["candidates", CandidatesInput, { executiveId: id, fromPart: "am", toPart: "pm" }],
  ])("of %s go forward, twelve weeks at most", (_name, schema, rest) => {
    expect(codesOf(schema, { ...rest, from: "2026-08-17", to: "2026-11-08" })).toEqual([]);
    expect(codesOf(schema, { ...rest, from: "2026-08-17", to: "2026-11-09" })).toEqual(["to range_too_long"]);
    expect(codesOf(schema, { ...rest, from: "2026-08-17", to: "2026-08-16" })).toEqual([
      "to ends_before_start",
    ]);
    expect(codesOf(schema, { ...rest, from: "2000-01-01", to: "2100-12-31" })).toEqual(["to range_too_long"]);
  });

  it("takes no words for yes and no", () => {
    expect(codesOf(AssignCoverInput, { ...who, ...stretch, replace: "false" })).toEqual(["replace invalid"]);
    expect(AssignCoverInput.parse({ ...who, ...stretch })).toMatchObject({ replace: false, pinned: false });
  });

  it("never goes back within a day", () => {
    const backwards = { ...stretch, fromPart: "pm", toPart: "am" };
    expect(codesOf(AssignCoverInput, { ...who, ...backwards })).toEqual(["to ends_before_start"]);
    expect(codesOf(ReleaseCoverInput, { id, stretch: backwards })).toEqual(["stretch.to ends_before_start"]);
  });
});
