import "server-only";
import { listMentoringNotes } from "@/lib/mentoring/notes/queries";
import { AddNoteInput, MentoringNoteView } from "@/lib/mentoring/notes/schema";
import { addMentoringNote } from "@/lib/mentoring/notes/service";
import { assistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

/** What is noted in a mentorship; it is the two's alone. */
export const mentoringNotesApi = {
  listNotes: assistantApi
    .route({
      method: "GET",
      path: "/mentorships/{id}/notes",
      summary: "List mentoring notes",
      description: "Your own, and those the other shared with you, the latest first.",
    })
    .input(IdInput)
    .output(pageView(MentoringNoteView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listMentoringNotes(ctx, input.id),
      nextCursor: null,
    })),

  addNote: assistantApi
    .meta({ access: "assistant", example: { body: "Ask about visas next time.", isShared: true } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/notes",
      successStatus: 201,
      summary: "Add a mentoring note",
      description: "For both of you, or for yourself alone.",
    })
    .input(AddNoteInput)
    .output(pageView(MentoringNoteView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await addMentoringNote(ctx, input));
      return { items: await listMentoringNotes(ctx, input.id), nextCursor: null };
    }),
};
