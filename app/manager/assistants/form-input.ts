import { z } from "zod";
import { WeekRows } from "@/app/_shared/forms/week-rows";
import { ChangeAssistantInput, CreateAssistantInput, SetWorkingPatternInput } from "@/lib/assistants/schema";
import { RampStepInput, SetRampInput } from "@/lib/assistants/schema-ramp";
import { rowsOf } from "@/lib/server/form-rows";

const { skills, languages } = ChangeAssistantInput.shape;

const rows = {
  hours: WeekRows,
  skills: rowsOf(skills.element, "dutyId"),
  languages: rowsOf(languages.element, "language"),
};

/** A new assistant as the form gives it. */
export const CreateAssistantForm = CreateAssistantInput.extend(rows);

/** An assistant's changes as the form gives them; an empty site is none. */
export const ChangeAssistantForm = ChangeAssistantInput.extend({
  ...rows,
  site: CreateAssistantInput.shape.site,
});

const WeekWithPlaces = WeekRows.transform((week) =>
  week.map(({ place = "site" as const, ...hours }) => ({ ...hours, place })),
);

/** Weeks of hours as their form gives them: by number, each with its weekdays. */
export const PatternForm = z.preprocess(
  (fields) => {
    const asked = z.looseObject({ weeks: z.record(z.string(), z.unknown()).default({}) });
    const { weeks, ...rest } = asked.parse(fields);
    const inOrder = Object.keys(weeks).sort();
    return { ...rest, weeks: inOrder.map((key) => weeks[key]) };
  },
  SetWorkingPatternInput.extend({ weeks: z.array(WeekWithPlaces).min(1).max(4) }),
);

/** The steps of somebody new as their form sends them: a step a row. */
export const RampForm = SetRampInput.extend({ steps: rowsOf(RampStepInput, "dutyId") });
