import { describe, expect, it } from "vitest";
import { rowValues, weekValues } from "@/app/_shared/forms/week-values";
import { CreateAssistantForm } from "@/app/manager/assistants/form-input";
import { ChangeExecutiveForm } from "@/app/manager/executives/form-input";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import { objectOf } from "@/lib/server/form-data";
import { faultsOf } from "@/lib/server/issues";

const POOL = "01a1b2c3-0000-7000-8000-000000000001";

function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const text of [value].flat()) form.append(name, text);
  }
  return form;
}

const person = { name: "Ada", email: "ada@office.example", poolId: POOL };
const assistant = (values: Record<string, string | string[]>) =>
  CreateAssistantForm.safeParse(
    objectOf(formOf({ ...person, ...weekValues("hours", STANDARD_WEEK), ...values })),
    { reportInput: true },
  );

describe("the form for an assistant", () => {
  it("gives back the week it started with", () => {
    expect(assistant({}).data?.hours).toEqual(STANDARD_WEEK);
  });

  it("takes a ticked box over the hidden no, and leaves out a day that is not ticked", () => {
    const parsed = assistant({ "hours.5.works": "off", "hours.6.works": ["off", "on"] });
    expect(parsed.data?.hours.map((h) => h.weekday)).toEqual([1, 2, 3, 4, 6]);
  });

  it("means no hours when none are ticked", () => {
    expect(assistant(weekValues("hours", [])).data?.hours).toEqual([]);
  });

  it("leaves out rows without a duty, whatever else stands in them", () => {
    const rows = rowValues("skills", [
      { dutyId: "travel", proficiency: 3 },
      { dutyId: null, proficiency: 3 },
      { dutyId: "phones", proficiency: 5 },
    ]);
    expect(assistant(rows).data?.skills).toEqual([
      { dutyId: "travel", proficiency: 3 },
      { dutyId: "phones", proficiency: 5 },
    ]);
  });

  it("names the field of a fault, in rows after an empty one too", () => {
    const parsed = assistant({
      ...rowValues("skills", [{ dutyId: null }, { dutyId: "travel", proficiency: 9 }]),
      "hours.2.ends": "late",
      "hours.3.starts": "",
    });
    expect(parsed.success).toBe(false);
    const faults = parsed.error ? faultsOf(parsed.error) : [];
    expect(faults.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      "hours.2.ends not_a_time",
      "hours.3.starts required",
      "skills.1.proficiency too_big",
    ]);
  });

  it("refuses fields it does not know", () => {
    expect(assistant({ userId: "x" }).success).toBe(false);
  });
});

describe("the form for an executive", () => {
  it("takes emptied lines as none and an unticked box as no", () => {
    const values = {
      ...person,
      ...weekValues("supportHours", STANDARD_WEEK),
      id: POOL,
      version: "3",
      tier: "2",
      title: "",
      site: "",
      onsite: "off",
    };
    expect(ChangeExecutiveForm.parse(objectOf(formOf(values)))).toMatchObject({
      version: 3,
      tier: 2,
      title: "",
      department: "",
      onsite: false,
      duties: [],
      languages: [],
      leavesOn: null,
    });
  });
});
