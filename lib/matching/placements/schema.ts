import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { FIT_PARTS, type FitPart } from "@/lib/matching/weights/rules";
import { FitWeightsInput } from "@/lib/matching/weights/schema";
import { manyLines } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { PLACEMENT_GATES } from "./rules";
import { MOST_COMPARED } from "./schema-limits";

export const CANDIDATES_PER_PAGE = 50;
export const FITS_PER_PAGE = 100;

const from = DayInput.optional().meta({ description: "The day it would begin; today when left out." });

/** Who could support an executive from a day on; 50 of each group a page. */
export const ListCandidatesInput = z.strictObject({
  executiveId: z.uuid(),
  from,
  page: z.coerce.number().int().min(1).max(100).default(1),
});
export type ListCandidatesInput = z.infer<typeof ListCandidatesInput>;

/** Whom an assistant could support from a day on. */
export const ListPlacesInput = z.strictObject({ assistantId: z.uuid(), from });
export type ListPlacesInput = z.infer<typeof ListPlacesInput>;

/** Up to four assistants side by side for one executive. */
export const ComparePlacementsInput = z.strictObject({
  executiveId: z.uuid(),
  assistantIds: z
    .union([z.array(z.uuid()), z.string().transform((text) => text.split(","))])
    .pipe(z.array(z.uuid()).min(1).max(MOST_COMPARED))
    .meta({ type: "string", description: "Up to four ids, with commas between." }),
  from,
});
export type ComparePlacementsInput = z.infer<typeof ComparePlacementsInput>;

/** How everybody of a pool fits whom they support now. */
export const PoolPlacementsInput = z.strictObject({
  poolId: z.uuid(),
  from,
  page: z.coerce.number().int().min(1).max(100).default(1),
});
export type PoolPlacementsInput = z.infer<typeof PoolPlacementsInput>;

/** Weights as they might be, to see what they would change. */
export const PreviewWeightsInput = FitWeightsInput.extend({ poolId: z.uuid() });
export type PreviewWeightsInput = z.infer<typeof PreviewWeightsInput>;

/** Who is to support an executive from a day on, decided by a manager; with a reason where it isn't the first of the list. */
export const DecidePlacementInput = z.strictObject({
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  from: DayInput,
  reason: manyLines(500).default(""),
});
export type DecidePlacementInput = z.infer<typeof DecidePlacementInput>;

export const ListDecisionsInput = z.strictObject({ executiveId: z.uuid() });
export type ListDecisionsInput = z.infer<typeof ListDecisionsInput>;

const Points = z
  .union([z.number().int(), z.enum(["not_known", "not_asked"])])
  .meta({ description: "0 to 100; or too little is known, or nobody asks for it." });
const parts = z.strictObject(
  Object.fromEntries(FIT_PARTS.map((part) => [part, Points])) as Record<FitPart, typeof Points>,
);

const fit = {
  total: z
    .number()
    .int()
    .meta({ description: "Mean of the known parts by how much each counts, rounded half up." }),
  known: z.number().int().meta({ description: "How much of what is asked for is known, in percent." }),
  parts,
  gates: z.array(z.enum(PLACEMENT_GATES)),
  strongest: z.array(z.enum(FIT_PARTS)),
  weakest: z.enum(FIT_PARTS).nullable(),
  loadBefore: z.number().int().meta({ description: "Minutes of own support a week without this executive." }),
  loadAfter: z.number().int(),
  capacity: z.number().int().meta({ description: "Minutes the assistant works a week." }),
};

/** An assistant as one of those who could support an executive. */
export const CandidatePlacement = z.strictObject({
  assistantId: z.uuid(),
  name: z.string(),
  isPrimaryNow: z.boolean(),
  ...fit,
});
export type CandidatePlacement = z.infer<typeof CandidatePlacement>;

const weights = z.strictObject(
  Object.fromEntries(FIT_PARTS.map((part) => [part, z.number().int()])) as Record<FitPart, z.ZodInt>,
);
const executive = { executiveId: z.uuid(), name: z.string(), title: z.string() };

/** Everybody of the pool for one executive: ranked, too little known to be, and ruled out. */
export const CandidatesView = z.strictObject({
  ...executive,
  poolId: z.uuid(),
  site: z.string(),
  minutesPerWeek: z.number().int(),
  from: DayText,
  weights,
  ranked: z.array(CandidatePlacement),
  tooLittleKnown: z.array(CandidatePlacement),
  impossible: z.array(CandidatePlacement),
  counts: z.strictObject({
    ranked: z.number().int(),
    tooLittleKnown: z.number().int(),
    impossible: z.number().int(),
  }),
  nextPage: z.number().int().nullable(),
});
export type CandidatesView = z.infer<typeof CandidatesView>;

/** Up to four assistants for one executive, in the order they were asked for. */
export const ComparedView = z.strictObject({
  ...executive,
  poolId: z.uuid(),
  from: DayText,
  weights,
  candidates: z.array(CandidatePlacement),
  firstAssistantId: z.uuid().nullable(),
  takeovers: z
    .array(
      z.strictObject({
        assistantId: z.uuid(),
        moves: z
          .array(
            z.strictObject({
              executiveId: z.uuid(),
              executiveName: z.string(),
              toAssistantId: z.uuid(),
              toName: z.string(),
              before: z.number().int(),
              after: z.number().int(),
            }),
          )
          .nullable(),
      }),
    )
    .meta({ description: "What would have to move for candidates with too much support; null for nothing." }),
});
export type ComparedView = z.infer<typeof ComparedView>;

const present = z
  .strictObject({ assistantId: z.uuid(), name: z.string(), total: z.number().int(), known: z.number().int() })
  .nullable();

/** An executive an assistant could support, with who does now and how well they fit. */
export const PlaceView = z.strictObject({ ...executive, ...fit, isPrimaryNow: z.boolean(), present });
export type PlaceView = z.infer<typeof PlaceView>;

export const PlacesView = z.strictObject({
  assistantId: z.uuid(),
  name: z.string(),
  from: DayText,
  weights,
  ranked: z.array(PlaceView),
  tooLittleKnown: z.array(PlaceView),
  impossible: z.array(PlaceView),
});
export type PlacesView = z.infer<typeof PlacesView>;

/** An executive and whoever supports them first of all now, with their fit. */
export const PresentPlacement = z.strictObject({
  ...executive,
  present: CandidatePlacement.omit({ isPrimaryNow: true }).nullable(),
});
export type PresentPlacement = z.infer<typeof PresentPlacement>;

/** How a pool's executives are supported now, 100 a page. */
export const PresentPlacementsView = z.strictObject({
  items: z.array(PresentPlacement),
  total: z.number().int(),
  nextPage: z.number().int().nullable(),
});
export type PresentPlacementsView = z.infer<typeof PresentPlacementsView>;

/** What other weights would change first: the first five for some executives, now and then. */
export const WeightsPreview = z.strictObject({
  ...executive,
  before: z.array(z.strictObject({ assistantId: z.uuid(), name: z.string(), total: z.number().int() })),
  after: z.array(z.strictObject({ assistantId: z.uuid(), name: z.string(), total: z.number().int() })),
});
export type WeightsPreview = z.infer<typeof WeightsPreview>;

const Compared = z.looseObject({
  fit: z.looseObject({ total: z.number(), known: z.number(), parts: z.record(z.string(), Points) }),
});

/** The numbers that a decision rested on, as they are shown: the weights then, and the fits of the chosen and the first. */
export const DecisionNumbers = z.looseObject({
  weights: z.record(z.string(), z.number()),
  chosen: Compared,
  first: Compared.nullable(),
});
export type DecisionNumbers = z.infer<typeof DecisionNumbers>;

/** Who was chosen, by whom, and the numbers it rested on. */
export const PlacementDecisionView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  assistantName: z.string(),
  firstAssistantId: z.uuid().nullable(),
  firstAssistantName: z.string().nullable(),
  from: DayText,
  reason: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
  inputs: z.record(z.string(), z.unknown()),
  inputsHash: z.string(),
});
export type PlacementDecisionView = z.infer<typeof PlacementDecisionView>;
