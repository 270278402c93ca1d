import { WeekRows } from "@/app/_shared/forms/week-rows";
import { ChangeAssistantInput, CreateAssistantInput } from "@/lib/assistants/schema";
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
