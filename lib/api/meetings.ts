import "server-only";
import { z } from "zod";
import {
  AddMeetingArrangementInput,
  RemoveArrangementInput,
  TickArrangementInput,
} from "@/lib/meetings/arrangements/schema";
import {
  addMeetingArrangement,
  removeArrangement,
  tickArrangement,
} from "@/lib/meetings/arrangements/service";
import { BusyOfPersonInput, OwnBusyInput } from "@/lib/meetings/busy/schema";
import { keepBusyTimesOf, keepOwnBusyTimes } from "@/lib/meetings/busy/service";
import { changePeople } from "@/lib/meetings/people/service";
import { listArrangedMeetings, requireOfficeMeeting } from "@/lib/meetings/queries";
import { AnswerInvitationInput } from "@/lib/meetings/replies/schema";
import { answerInvitation } from "@/lib/meetings/replies/service";
import {
  ArrangeMeetingInput,
  CancelMeetingInput,
  ChangeMeetingInput,
  ChangePeopleInput,
  ConfirmMeetingInput,
  FreeTimesView,
  OfficeMeetingIdInput,
  OfficeMeetingView,
  PollMeetingInput,
} from "@/lib/meetings/schema";
import { arrangeMeeting } from "@/lib/meetings/service";
import { cancelMeeting, changeMeeting, confirmMeeting, pollMeeting } from "@/lib/meetings/service-moves";
import { findFreeTimes } from "@/lib/meetings/times/queries";
import { assistantApi, executiveApi, personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const CALENDAR = [
  ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20260818T080000Z", "DTEND:20260818T090000Z"],
  ...["END:VEVENT", "END:VCALENDAR"],
].join("\r\n");
const STARTS_AT = "2026-08-20T07:00:00.000Z";

function settling(name: "confirm" | "move", summary: string, description: string) {
  return assistantApi
    .meta({ access: "assistant", example: { startsAt: STARTS_AT, version: 1 } })
    .route({ method: "POST", path: `/meetings/{id}/${name}`, summary, description })
    .input(ConfirmMeetingInput.partial({ version: true }))
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOfficeMeeting(ctx, input.id));
      const { id } = requireValue(await confirmMeeting(ctx, whole));
      return requireOfficeMeeting(ctx, id);
    });
}

export const meetingsApi = {
  list: assistantApi
    .route({
      method: "GET",
      path: "/meetings",
      summary: "List meetings",
      description: "Meetings of the requests I have, and of executives I serve.",
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(OfficeMeetingView) }))
    .handler(async ({ context: { ctx } }) => ({ items: await listArrangedMeetings(ctx) })),

  create: assistantApi
    .meta({
      access: "assistant",
      example: {
        requestId: "01900000-0000-7000-8000-000000000001",
        title: "Two hours with the bank",
        place: "Kista, meeting room Sjön",
        minutes: 120,
        from: "2026-08-18",
        to: "2026-08-21",
        people: "Petra Sund <petra@bank.example>",
      },
    })
    .route({
      method: "POST",
      path: "/meetings",
      successStatus: 201,
      summary: "Begin a meeting",
      description:
        "Begins a meeting for the executive of a request; nobody is notified before times are asked about.",
    })
    .input(ArrangeMeetingInput)
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await arrangeMeeting(ctx, input));
      return requireOfficeMeeting(ctx, id);
    }),

  get: personApi
    .route({
      method: "GET",
      path: "/meetings/{id}",
      summary: "Get a meeting",
      description: "A meeting with who takes part and what they answered.",
    })
    .input(OfficeMeetingIdInput)
    .output(OfficeMeetingView)
    .handler(({ context: { ctx }, input }) => requireOfficeMeeting(ctx, input.id)),

  freeTimes: assistantApi
    .meta({ access: "assistant", example: { id: "01900000-0000-7000-8000-000000000001" } })
    .route({
      method: "POST",
      path: "/meetings/free-times",
      summary: "Find free times",
      description:
        "When a meeting can be: within the support hours of all executives in it; busy ones and those of whom nothing is known are named.",
    })
    .input(OfficeMeetingIdInput)
    .output(FreeTimesView)
    .handler(({ context: { ctx }, input }) => findFreeTimes(ctx, input)),

  setBusy: assistantApi
    .meta({
      access: "assistant",
      example: { personId: "01900000-0000-7000-8000-000000000001", calendar: CALENDAR },
    })
    .route({
      method: "POST",
      path: "/meetings/{id}/busy-times",
      summary: "Read a calendar file of a person",
      description:
        "Keeps when a person of the meeting is busy, from their calendar file, and nothing else of it.",
    })
    .input(BusyOfPersonInput)
    .output(z.strictObject({ count: z.number().int() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await keepBusyTimesOf(ctx, input))),

  setOwnBusy: executiveApi
    .meta({ access: "executive", example: { calendar: CALENDAR } })
    .route({
      method: "POST",
      path: "/busy-times",
      summary: "Read my calendar file",
      description:
        "Keeps when I am busy, from my calendar file, instead of the one before, and nothing else of it.",
    })
    .input(OwnBusyInput)
    .output(z.strictObject({ count: z.number().int() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await keepOwnBusyTimes(ctx, input))),

  poll: assistantApi
    .meta({ access: "assistant", example: { starts: [STARTS_AT], version: 1 } })
    .route({
      method: "POST",
      path: "/meetings/{id}/poll",
      summary: "Ask about times",
      description: "Asks those who take part about some times, instead of those asked about before.",
    })
    .input(PollMeetingInput.partial({ version: true }))
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOfficeMeeting(ctx, input.id));
      const { id } = requireValue(await pollMeeting(ctx, whole));
      return requireOfficeMeeting(ctx, id);
    }),

  confirm: settling("confirm", "Settle a meeting", "Settles a meeting on a time."),
  move: settling("move", "Move a meeting", "Moves a settled meeting to another time; its SEQUENCE rises."),

  change: assistantApi
    .meta({
      access: "assistant",
      example: {
        ...{ title: "Two hours with the bank", place: "Solna, meeting room Skogen", minutes: 90 },
        ...{ from: "2026-08-18", to: "2026-08-21", version: 1 },
      },
    })
    .route({
      method: "PUT",
      path: "/meetings/{id}",
      summary: "Change a meeting",
      description:
        "Changes title, length, location and the days a time is looked for; SEQUENCE rises where calendars know of the meeting.",
    })
    .input(ChangeMeetingInput.partial({ version: true }))
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOfficeMeeting(ctx, input.id));
      const { id } = requireValue(await changeMeeting(ctx, whole));
      return requireOfficeMeeting(ctx, id);
    }),

  participants: assistantApi
    .meta({
      access: "assistant",
      example: { add: "Lars Edvardsson <lars@bank.example>", remove: [], version: 1 },
    })
    .route({
      method: "POST",
      path: "/meetings/{id}/participants",
      summary: "Add and take off people",
      description:
        "Who is added is asked or invited; who is taken off is sent a cancellation, and the others the changed list.",
    })
    .input(ChangePeopleInput.partial({ version: true }))
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOfficeMeeting(ctx, input.id));
      const { id } = requireValue(await changePeople(ctx, whole));
      return requireOfficeMeeting(ctx, id);
    }),

  addArrangement: assistantApi
    .meta({ access: "assistant", example: { what: "Book the room", dueOn: "2026-08-17", hangsOnTime: true } })
    .route({
      method: "POST",
      path: "/meetings/{id}/arrangements",
      successStatus: 201,
      summary: "Add an arrangement",
      description:
        "Adds something to be arranged for a meeting, with its owner and the day it is to be done by.",
    })
    .input(AddMeetingArrangementInput)
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await addMeetingArrangement(ctx, input));
      return requireOfficeMeeting(ctx, input.id);
    }),

  tickArrangement: assistantApi
    .meta({
      access: "assistant",
      example: { arrangementId: "01900000-0000-7000-8000-000000000001", done: true },
    })
    .route({
      method: "POST",
      path: "/meetings/{id}/arrangements/tick",
      summary: "Tick an arrangement off",
      description: "Ticks an arrangement of a meeting off as done, or takes the tick back.",
    })
    .input(TickArrangementInput)
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await tickArrangement(ctx, input));
      return requireOfficeMeeting(ctx, input.id);
    }),

  answer: executiveApi
    .meta({ access: "executive", example: { reply: "accepted" } })
    .route({
      method: "POST",
      path: "/meetings/{id}/answer",
      summary: "Answer a meeting",
      description:
        "What the executive says to a settled meeting they take part in. The assistant who arranges it gets a notice.",
    })
    .input(AnswerInvitationInput)
    .output(AnswerInvitationInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await answerInvitation(ctx, input))),

  removeArrangement: assistantApi
    .meta({ access: "assistant", example: { arrangementId: "01900000-0000-7000-8000-000000000001" } })
    .route({
      method: "POST",
      path: "/meetings/{id}/arrangements/remove",
      summary: "Remove an arrangement",
      description: "Takes something to be arranged off the list of a meeting.",
    })
    .input(RemoveArrangementInput)
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await removeArrangement(ctx, input));
      return requireOfficeMeeting(ctx, input.id);
    }),

  cancel: assistantApi
    .meta({ access: "assistant", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/meetings/{id}/cancel",
      summary: "Cancel a meeting",
      description: "Calls a meeting off; its SEQUENCE rises where it was settled.",
    })
    .input(CancelMeetingInput.partial({ version: true }))
    .output(OfficeMeetingView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOfficeMeeting(ctx, input.id));
      const { id } = requireValue(await cancelMeeting(ctx, whole));
      return requireOfficeMeeting(ctx, id);
    }),
};
