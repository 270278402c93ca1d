import { describe, expect, it } from "vitest";
import { fieldsAfter, keyFor, refusalOfFields } from "@/lib/requests/types/rules";
import type { RequestField } from "@/lib/requests/types/schema";

const asked = (nameEn: string, overrides: object = {}) => ({
  kind: "text" as const,
  nameEn,
  nameSv: nameEn,
  choices: [],
  ...overrides,
});

describe("the key of a name", () => {
  it("is short, plain and no other's", () => {
    expect(keyFor("Day of travel", [])).toBe("day_of_travel");
    expect(keyFor("Ärende 2 (nytt)", ["arende_2_nytt"])).toBe("arende_2_nytt_2");
    expect(keyFor("東京", ["field"])).toBe("field_2");
  });
});

describe("the fields of a type that is changed", () => {
  const length: RequestField = {
    key: "length",
    kind: "choice",
    nameEn: "Length",
    nameSv: "Längd",
    choices: [{ value: "30", nameEn: "30 min", nameSv: "30 min" }],
  };
  const before: RequestField[] = [length, { key: "with", kind: "text", nameEn: "With", nameSv: "Med" }];

  it("keep keys and values by which answers are kept, and those no longer asked stay, retired", () => {
    const choices = [
      { nameEn: "30 min", nameSv: "30 minuter" },
      { nameEn: "2 hours", nameSv: "2 timmar" },
    ];
    const after = fieldsAfter(before, [
      asked("How long", { key: "length", kind: "choice", choices }),
      asked("With"),
    ]);
    expect(after.map(({ key, isRetired }) => `${key}${isRetired ? " retired" : ""}`)).toEqual([
      "length",
      "with_2",
      "with retired",
    ]);
    expect(after[0]?.choices?.map(({ value }) => value)).toEqual(["30", "hours"]);
    expect(refusalOfFields({ fields: after }, { with: "Ana" })).toMatchObject({ reason: "field_unknown" });
    expect(refusalOfFields({ fields: after }, { with_2: "Ana", length: "30" })).toBeNull();
  });
});
