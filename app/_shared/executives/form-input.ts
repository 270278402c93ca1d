import { z } from "zod";
import { ACCESS_KINDS, AddRoutineInput, SetAccessTemplateInput } from "@/lib/executives/schema-profile";
import { rowsOf } from "@/lib/server/form-rows";
import { oneLine } from "@/lib/text";
import { minuteOf } from "@/lib/time/hours";

/** A time of the day as a form sends it, "08:30". */
const Clock = z.string().transform((typed, check) => {
  const minute = minuteOf(typed);
  if (minute === null) check.addIssue({ code: "custom", message: "not_a_time", input: typed });
  return minute;
});

export const AddRoutineForm = AddRoutineInput.omit({ minute: true })
  .extend({ time: Clock.optional() })
  .transform(({ time = null, ...input }): AddRoutineInput => ({ ...input, minute: time }));

const AccessRow = z.strictObject({ kind: z.enum(ACCESS_KINDS), label: oneLine(80).default("") });

export const SetAccessTemplateForm = SetAccessTemplateInput.extend({ items: rowsOf(AccessRow, "kind") });
