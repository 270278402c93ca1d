import "server-only";
import { listOptions, requireLedOption, requireOption } from "@/lib/training/options/queries";
import {
  ChangeOptionInput,
  DecideOptionInput,
  ListOptionsInput,
  OptionVersionInput,
  OptionView,
  SuggestOptionInput,
} from "@/lib/training/options/schema";
import { changeOption, decideOption, makeCourseOf, suggestOption } from "@/lib/training/options/service";
import { getYearPlan } from "@/lib/training/year/queries";
import { SetBudgetInput, YearPlanInput, YearPlanView } from "@/lib/training/year/schema";
import { setTrainingBudget } from "@/lib/training/year/service";
import { managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

/** What could be learnt, before it is a course. */
export const learningOptionsApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/options",
      summary: "List learning options",
      description: "What could be learnt in your pools, always one page; prices and notes for managers only.",
    })
    .input(ListOptionsInput)
    .output(pageView(OptionView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listOptions(ctx, input),
      nextCursor: null,
    })),

  suggest: managerOrAssistantApi
    .meta({
      access: "manager_or_assistant",
      example: { poolId: ANY_ID, title: "Minutes that are read", provider: "Language House", link: "" },
    })
    .route({
      method: "POST",
      path: "/training/options",
      successStatus: 201,
      summary: "Suggest a learning option",
      description: "A title is enough; the same link twice is shown, not refused.",
    })
    .input(SuggestOptionInput)
    .output(OptionView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await suggestOption(ctx, input));
      return requireOption(ctx, id);
    }),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/options/{id}",
      summary: "Show a learning option",
      description: "One of your pools.",
    })
    .input(IdInput)
    .output(OptionView)
    .handler(({ context: { ctx }, input }) => requireOption(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { place: "Stockholm", costPerPerson: 45_000, version: 1 } })
    .route({
      method: "PATCH",
      path: "/training/options/{id}",
      summary: "Change a learning option",
      description: "Changes the fields you send.",
    })
    .input(patchInput(ChangeOptionInput))
    .output(OptionView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireLedOption(ctx, input.id);
      requireValue(await changeOption(ctx, wholeOf(ChangeOptionInput, current, input)));
      return requireOption(ctx, input.id);
    }),

  decide: managerApi
    .meta({ access: "manager", example: { to: "chosen", reason: "Nearest and cheapest", version: 1 } })
    .route({
      method: "POST",
      path: "/training/options/{id}/decision",
      summary: "Decide on a learning option",
      description: "Looks into it, chooses it or sets it aside; the last two with a reason.",
    })
    .input(DecideOptionInput.partial({ version: true }))
    .output(OptionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireOption(ctx, input.id));
      const { id } = requireValue(await decideOption(ctx, read));
      return requireOption(ctx, id);
    }),

  makeCourse: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/training/options/{id}/course",
      summary: "Make a course of a learning option",
      description: "Makes a course of what was chosen, with its title, minutes and price.",
    })
    .input(OptionVersionInput.partial({ version: true }))
    .output(OptionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireOption(ctx, input.id));
      const { id } = requireValue(await makeCourseOf(ctx, read));
      return requireOption(ctx, id);
    }),
};

/** A year of training and what it costs. */
export const trainingYearApi = {
  get: managerApi
    .route({
      method: "GET",
      path: "/training/year",
      summary: "Show a year of training",
      description:
        "The sessions of a pool that begin in a year, and what is spent, committed and left of its budget.",
    })
    .input(YearPlanInput)
    .output(YearPlanView)
    .handler(({ context: { ctx }, input }) => getYearPlan(ctx, input)),

  setBudget: managerApi
    .meta({ access: "manager", example: { poolId: ANY_ID, year: 2027, amount: 4_000_000, currency: "EUR" } })
    .route({
      method: "PUT",
      path: "/training/year/budget",
      summary: "Set a training budget",
      description: "What training of a pool may cost in a year.",
    })
    .input(SetBudgetInput)
    .output(YearPlanView)
    .handler(async ({ context: { ctx }, input }) =>
      getYearPlan(ctx, requireValue(await setTrainingBudget(ctx, input))),
    ),
};
