import "server-only";
import { z } from "zod";
import { asManager } from "@/lib/auth/person";
import { listCourses, requireCourse } from "@/lib/training/courses/queries";
import { ChangeCourseInput, CourseView, CreateCourseInput } from "@/lib/training/courses/schema";
import { changeCourse, createCourse } from "@/lib/training/courses/service";
import { listMandatory } from "@/lib/training/mandatory/queries";
import { MandatoryInput, MandatoryView } from "@/lib/training/mandatory/schema";
import { getSkillMatrix } from "@/lib/training/matrix/queries";
import { SkillMatrixInput, SkillMatrixView } from "@/lib/training/matrix/schema";
import { countTrainingNeed, listTrainingNeeds } from "@/lib/training/needs/queries";
import {
  CountNeedInput,
  NeedFiguresView,
  PoolNeedsInput,
  TrainingNeedView,
} from "@/lib/training/needs/schema";
import { managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

/** What may be learnt. */
export const coursesApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/courses",
      summary: "List courses",
      description: "What may be learnt, by name, always one page; retired courses for managers only.",
    })
    .input(z.strictObject({}))
    .output(pageView(CourseView))
    .handler(async ({ context: { ctx } }) => ({
      items: await listCourses(ctx, { withRetired: asManager(ctx.actor) !== null }),
      nextCursor: null,
    })),

  create: managerApi
    .meta({
      access: "manager",
      example: { name: "Travel booking", minutes: 240, grants: [{ dutyId: "calendar", level: 3 }] },
    })
    .route({
      method: "POST",
      path: "/training/courses",
      successStatus: 201,
      summary: "Add a course",
      description: "Adds something to be learnt, with the level in each duty that attending gives.",
    })
    .input(CreateCourseInput)
    .output(CourseView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createCourse(ctx, input));
      return requireCourse(ctx, id);
    }),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/courses/{id}",
      summary: "Show a course",
      description: "One course.",
    })
    .input(IdInput)
    .output(CourseView)
    .handler(({ context: { ctx }, input }) => requireCourse(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { minutes: 180, version: 1 } })
    .route({
      method: "PATCH",
      path: "/training/courses/{id}",
      summary: "Change a course",
      description: "Changes the fields you send, or retires the course; what was attended stays as it was.",
    })
    .input(patchInput(ChangeCourseInput))
    .output(CourseView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireCourse(ctx, input.id);
      requireValue(await changeCourse(ctx, wholeOf(ChangeCourseInput, current, input)));
      return requireCourse(ctx, input.id);
    }),
};

/** Who has to attend what, and has not. */
export const mandatoryCoursesApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/training/mandatory",
      summary: "List mandatory courses",
      description:
        "For each mandatory course how many of your people have to attend, and who lacks it by when.",
    })
    .input(MandatoryInput)
    .output(pageView(MandatoryView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listMandatory(ctx, input.poolId),
      nextCursor: null,
    })),
};

/** Who holds which level. */
export const skillMatrixApi = {
  get: managerApi
    .route({
      method: "GET",
      path: "/training/skill-matrix",
      summary: "Show a skill matrix",
      description: "The levels of a pool’s people by duty, and how many hold what executives ask for.",
    })
    .input(SkillMatrixInput)
    .output(SkillMatrixView)
    .handler(({ context: { ctx }, input }) => getSkillMatrix(ctx, input)),
};

/** Levels that would help cover, with figures that can be worked out again. */
export const trainingNeedsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/training/needs",
      summary: "List training needs",
      description: "Which level would help cover most, as last worked out, those first whose hour does most.",
    })
    .input(PoolNeedsInput)
    .output(pageView(TrainingNeedView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listTrainingNeeds(ctx, input.poolId),
      nextCursor: null,
    })),

  count: managerApi
    .route({
      method: "GET",
      path: "/training/needs/figures",
      summary: "Work out a training need",
      description: "What one level of an assistant would do for cover, worked out now; nothing is written.",
    })
    .input(CountNeedInput)
    .output(NeedFiguresView)
    .handler(({ context: { ctx }, input }) => countTrainingNeed(ctx, input)),
};
