import { z } from "zod";
import { WeekRows } from "@/app/_shared/forms/week-rows";
import { ChangeExecutiveInput, CreateExecutiveInput } from "@/lib/executives/schema";
import { rowsOf } from "@/lib/server/form-rows";

const { duties, languages } = ChangeExecutiveInput.shape;

const fields = {
  onsite: z
    .enum(["on", "off"])
    .default("off")
    .transform((ticked) => ticked === "on"),
  supportHours: WeekRows,
  duties: rowsOf(duties.element, "dutyId"),
  languages: rowsOf(languages.element, "language"),
};

/** A new executive as the form gives it. */
export const CreateExecutiveForm = CreateExecutiveInput.extend(fields);

const { title, department, site } = CreateExecutiveInput.shape;

/** An executive's changes as the form gives them; an empty line is none. */
export const ChangeExecutiveForm = ChangeExecutiveInput.extend({ ...fields, title, department, site });
