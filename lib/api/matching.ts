import "server-only";
import { z } from "zod";
import {
  comparePlacements,
  listCandidatePlacements,
  listFittingExecutives,
  listPresentPlacements,
  previewFitWeights,
} from "@/lib/matching/placements/queries";
import { listPlacementDecisions } from "@/lib/matching/placements/queries-decisions";
import {
  CandidatesView,
  ComparedView,
  ComparePlacementsInput,
  DecidePlacementInput,
  ListCandidatesInput,
  ListDecisionsInput,
  ListPlacesInput,
  PlacementDecisionView,
  PlacesView,
  PoolPlacementsInput,
  PresentPlacementsView,
  PreviewWeightsInput,
  WeightsPreview,
} from "@/lib/matching/placements/schema";
import { decidePlacement } from "@/lib/matching/placements/service";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { FitWeightsView, PoolFitInput, SetFitWeightsInput } from "@/lib/matching/weights/schema";
import { setFitWeights } from "@/lib/matching/weights/service";
import { managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";

/** Who fits whom for good. */
export const matchingApi = {
  present: managerApi
    .route({
      method: "GET",
      path: "/matching/fit",
      summary: "Show the fit of a pool",
      description:
        "How the assistants of a pool fit the executives they support, those without an assistant first, then the lowest.",
    })
    .input(PoolPlacementsInput)
    .output(PresentPlacementsView)
    .handler(({ context: { ctx }, input }) => listPresentPlacements(ctx, input)),

  candidates: managerApi
    .route({
      method: "GET",
      path: "/matching/candidates",
      summary: "Find an assistant",
      description:
        "All assistants of the pool for one executive: ranked by fit, too little known to be ranked, and ruled out with every reason.",
    })
    .input(ListCandidatesInput)
    .output(CandidatesView)
    .handler(({ context: { ctx, locale }, input }) => listCandidatePlacements(ctx, input, locale)),

  places: managerApi
    .route({
      method: "GET",
      path: "/matching/executives",
      summary: "Find executives",
      description:
        "The executives of the pool by how an assistant fits them, those without an assistant first, with who has each now.",
    })
    .input(ListPlacesInput)
    .output(PlacesView)
    .handler(({ context: { ctx, locale }, input }) => listFittingExecutives(ctx, input, locale)),

  compare: managerApi
    .route({
      method: "GET",
      path: "/matching/compare",
      summary: "Compare assistants",
      description: "Up to four assistants of the pool side by side for one executive.",
    })
    .input(ComparePlacementsInput)
    .output(ComparedView)
    .handler(({ context: { ctx, locale }, input }) => comparePlacements(ctx, input, locale)),

  decide: managerApi
    .meta({
      access: "manager",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000002",
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        from: "2026-09-01",
        reason: "Both know the department.",
      },
    })
    .route({
      method: "POST",
      path: "/matching/placements",
      successStatus: 201,
      summary: "Decide a placement",
      description:
        "Begins primary support on a day and ends the former the day before; keeps the numbers it rested on. A choice that isn’t the first of the list needs a reason.",
    })
    .input(DecidePlacementInput)
    .output(z.object({ id: z.uuid(), supportId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await decidePlacement(ctx, input))),

  decisions: managerApi
    .route({
      method: "GET",
      path: "/matching/placements",
      summary: "List placement decisions",
      description: "Who was chosen for an executive, why, and the numbers it rested on; kept for 24 months.",
    })
    .input(ListDecisionsInput)
    .output(pageView(PlacementDecisionView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listPlacementDecisions(ctx, input),
      nextCursor: null,
    })),

  weights: managerApi
    .route({
      method: "GET",
      path: "/matching/weights",
      summary: "Show the priorities of a pool",
      description: "How much each part of a fit counts, in percent.",
    })
    .input(PoolFitInput)
    .output(FitWeightsView)
    .handler(({ context: { ctx }, input }) => requireFitWeights(ctx, input.poolId)),

  previewWeights: managerApi
    .route({
      method: "GET",
      path: "/matching/weights/preview",
      summary: "Preview priorities",
      description: "The first five of three executives, now and with other priorities; nothing is written.",
    })
    .input(PreviewWeightsInput)
    .output(pageView(WeightsPreview))
    .handler(async ({ context: { ctx, locale }, input }) => ({
      items: await previewFitWeights(ctx, input, locale),
      nextCursor: null,
    })),

  setWeights: managerApi
    .meta({
      access: "manager",
      example: { poolId: "019ab3a0-0000-7000-8000-000000000001", ...USUAL_WEIGHTS, version: 0 },
    })
    .route({
      method: "PUT",
      path: "/matching/weights",
      summary: "Set the priorities of a pool",
      description: "Says how much each part of a fit counts, 0 to 60 each and 100 in all.",
    })
    .input(SetFitWeightsInput)
    .output(FitWeightsView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setFitWeights(ctx, input));
      return requireFitWeights(ctx, input.poolId);
    }),
};
