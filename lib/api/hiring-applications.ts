import "server-only";
import { z } from "zod";
import { listApplications, requireApplication } from "@/lib/hiring/applications/queries";
import {
  ApplicationCardView,
  ApplicationVersionInput,
  ApplicationView,
  MoveApplicationInput,
} from "@/lib/hiring/applications/schema";
import { moveApplication, releaseApplication, undoNo } from "@/lib/hiring/applications/service";
import { getResumeText } from "@/lib/hiring/resumes/queries";
import { ReadAgainInput, ResumeTextView } from "@/lib/hiring/resumes/schema";
import { readResumeAgain } from "@/lib/hiring/resumes/service";
import { SearchText } from "@/lib/text";
import { managerApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** Who applied, and how it goes on with them. */
export const applicationsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/hiring/requisitions/{id}/applications",
      summary: "List applications",
      description:
        "The applications for a requisition, those that wait longest first, always one page; with `q`, those that hold the words, also in the résumé.",
    })
    .input(IdInput.extend({ q: SearchText.optional() }))
    .output(pageView(ApplicationCardView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listApplications(ctx, input.id, input.q),
      nextCursor: null,
    })),

  get: managerApi
    .route({
      method: "GET",
      path: "/hiring/applications/{id}",
      summary: "Show an application",
      description: "Answers, letter, and everything that happened with it, for the managers of its pool.",
    })
    .input(IdInput)
    .output(ApplicationView)
    .handler(({ context: { ctx }, input }) => requireApplication(ctx, input.id)),

  resumeText: managerApi
    .route({
      method: "GET",
      path: "/hiring/applications/{id}/resume-text",
      summary: "Show the text of a résumé",
      description: "What could be read in it, or why nothing could; null until it is read.",
    })
    .input(IdInput)
    .output(z.strictObject({ resume: ResumeTextView.nullable() }))
    .handler(async ({ context: { ctx }, input }) => ({ resume: await getResumeText(ctx, input.id) })),

  readAgain: managerApi
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/resume-text",
      summary: "Read a résumé again",
      description: "Where no text could be read in it.",
    })
    .input(ReadAgainInput)
    .output(ReadAgainInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await readResumeAgain(ctx, input))),

  move: managerApi
    .meta({ access: "manager", example: { move: "to_screening", version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/moves",
      summary: "Move an application",
      description:
        "To another stage, either way, or a no with its reason, which is not shown and is sent after a minute.",
    })
    .input(MoveApplicationInput.partial({ version: true }))
    .output(ApplicationView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireApplication(ctx, input.id));
      const { id } = requireValue(await moveApplication(ctx, read));
      return requireApplication(ctx, id);
    }),

  undo: managerApi
    .meta({ access: "manager", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/undo",
      summary: "Take a no back",
      description: "Within its minute, to the stage the application was in; refused once the mail has gone.",
    })
    .input(ApplicationVersionInput.partial({ version: true }))
    .output(ApplicationView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireApplication(ctx, input.id));
      const { id } = requireValue(await undoNo(ctx, read));
      return requireApplication(ctx, id);
    }),

  release: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/release",
      summary: "Release an application",
      description: "Puts one that was held back as suspected spam to the others, and tells its candidate.",
    })
    .input(ApplicationVersionInput.partial({ version: true }))
    .output(ApplicationView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireApplication(ctx, input.id));
      const { id } = requireValue(await releaseApplication(ctx, read));
      return requireApplication(ctx, id);
    }),
};
