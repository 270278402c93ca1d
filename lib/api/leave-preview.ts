import "server-only";
import { z } from "zod";
import { getLeavePreview } from "@/lib/coverage/what-if/queries-leave-preview";
import { DayPartInput } from "@/lib/time/inputs";
import { assistantApi } from "./base";

const Uncovered = z.object({
  executiveId: z.uuid(),
  name: z.string(),
  part: DayPartInput.nullable().meta({ description: "Null for the whole day." }),
});

const LeavePreviewView = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(
    z.object({
      on: z.iso.date(),
      state: z.enum(["work", "away", "off", "day_off"]),
      holiday: z.string().nullable(),
      uncovered: z.array(Uncovered),
    }),
  ),
});

/** Whom of their own executives an assistant's leave would leave uncovered. */
export const leavePreviewApi = assistantApi
  .route({
    method: "GET",
    path: "/me/leave-preview",
    summary: "Preview my leave",
    description:
      "The executives you support who would be without cover on each day of the coming twelve weeks if you were away.",
  })
  .input(z.strictObject({}))
  .output(LeavePreviewView)
  .handler(({ context: { ctx } }) => getLeavePreview(ctx));
