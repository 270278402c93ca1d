import "server-only";
import { CloseMeetingInput, PlanMeetingInput } from "@/lib/mentoring/meetings/schema";
import { closeMeeting, planMeeting } from "@/lib/mentoring/meetings/service";
import { requireMentorship } from "@/lib/mentoring/pairs/queries";
import { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { assistantApi } from "./base";
import { requireValue } from "./refusals";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

/** When the two of a mentorship meet. */
export const mentoringMeetingsApi = {
  planMeeting: assistantApi
    .meta({ access: "assistant", example: { on: "2027-02-02", startMinute: 540, endMinute: 570 } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/meetings",
      successStatus: 201,
      summary: "Plan a mentoring meeting",
      description: "Says when the two of you meet.",
    })
    .input(PlanMeetingInput)
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await planMeeting(ctx, input));
      return requireMentorship(ctx, input.id);
    }),

  closeMeeting: assistantApi
    .meta({ access: "assistant", example: { meetingId: ANY_ID, status: "held" } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/meetings/outcome",
      summary: "Say what became of a meeting",
      description: "That it was held, or is not to be.",
    })
    .input(CloseMeetingInput)
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await closeMeeting(ctx, input));
      return requireMentorship(ctx, input.id);
    }),
};
