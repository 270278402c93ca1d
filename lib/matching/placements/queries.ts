import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import {
  candidateView,
  executiveIn,
  fitView,
  placementsFor,
  primariesOf,
  readAskedPool,
} from "./queries-list";
import { listTakeovers } from "./queries-takeover";
import { groupOfFit, type PlacementGroup, placementFit, rankPlacements } from "./rules";
import { type MatchedExecutive, placementFacts, weeklyMinutes } from "./rules-facts";
import {
  CANDIDATES_PER_PAGE,
  type CandidatesView,
  type ComparedView,
  type ComparePlacementsInput,
  FITS_PER_PAGE,
  type ListCandidatesInput,
  type ListPlacesInput,
  type PlacesView,
  type PlaceView,
  type PoolPlacementsInput,
  type PresentPlacement,
  type PresentPlacementsView,
  type PreviewWeightsInput,
  type WeightsPreview,
} from "./schema";

const GROUP_KEYS = {
  ranked: "ranked",
  too_little_known: "tooLittleKnown",
  impossible: "impossible",
} as const satisfies Record<PlacementGroup, string>;

/** Who could support an executive from a day on: ranked, too little known to be, and ruled out with every reason. */
export async function listCandidatePlacements(
  ctx: Ctx<Manager>,
  { executiveId, from, page }: ListCandidatesInput,
  locale: string,
): Promise<CandidatesView> {
  const pool = await readAskedPool(ctx, { executiveId }, from, { executiveIds: [executiveId] });
  const executive = executiveIn(pool, executiveId);
  const primary = primariesOf(pool).get(executiveId);
  const groups = inGroups(placementsFor(pool, executive, locale), ({ fit }) => groupOfFit(fit));
  const start = (page - 1) * CANDIDATES_PER_PAGE;
  const shown = { ...groups };
  for (const key of Object.values(GROUP_KEYS))
    shown[key] = groups[key].slice(start, start + CANDIDATES_PER_PAGE);
  const longest = Math.max(...Object.values(groups).map(({ length }) => length));
  return {
    ...namesOf(executive),
    ...{ poolId: pool.poolId, site: executive.site, from: pool.from, weights: { ...pool.weights } },
    minutesPerWeek: weeklyMinutes(executive, pool.from),
    ranked: shown.ranked.map((one) => candidateView(one, primary)),
    tooLittleKnown: shown.tooLittleKnown.map((one) => candidateView(one, primary)),
    impossible: shown.impossible.map((one) => candidateView(one, primary)),
    counts: {
      ranked: groups.ranked.length,
      tooLittleKnown: groups.tooLittleKnown.length,
      impossible: groups.impossible.length,
    },
    nextPage: start + CANDIDATES_PER_PAGE < longest ? page + 1 : null,
  };
}

function namesOf({ id, name, title }: MatchedExecutive) {
  return { executiveId: id, name, title };
}

function inGroups<T>(list: readonly T[], groupOf: (one: T) => PlacementGroup) {
  const groups: Record<(typeof GROUP_KEYS)[PlacementGroup], T[]> = {
    ranked: [],
    tooLittleKnown: [],
    impossible: [],
  };
  for (const one of list) groups[GROUP_KEYS[groupOf(one)]].push(one);
  return groups;
}

/** Up to four assistants side by side for one executive; one who is not of the pool is not found. */
export async function comparePlacements(
  ctx: Ctx<Manager>,
  { executiveId, assistantIds, from }: ComparePlacementsInput,
  locale: string,
): Promise<ComparedView> {
  const pool = await readAskedPool(ctx, { executiveId }, from, { executiveIds: [executiveId] });
  const executive = executiveIn(pool, executiveId);
  const primary = primariesOf(pool).get(executiveId);
  const all = placementsFor(pool, executive, locale);
  const [first] = all;
  const compared = [...new Set(assistantIds)].map((id) => {
    const placement = all.find((one) => one.id === id);
    if (!placement) throw new NotFoundError("assistant");
    return placement;
  });
  return {
    ...namesOf(executive),
    ...{ poolId: pool.poolId, from: pool.from, weights: { ...pool.weights } },
    candidates: compared.map((placement) => candidateView(placement, primary)),
    firstAssistantId: first && groupOfFit(first.fit) === "ranked" ? first.id : null,
    takeovers: await listTakeovers(ctx, pool, executiveId, compared),
  };
}

/** Whom an assistant could support from a day on, those without an assistant first, with who has each now. */
export async function listFittingExecutives(
  ctx: Ctx<Manager>,
  { assistantId, from }: ListPlacesInput,
  locale: string,
): Promise<PlacesView> {
  const pool = await readAskedPool(ctx, { assistantId }, from, {});
  const people = new Map(pool.assistants.map((assistant) => [assistant.id, assistant]));
  const assistant = people.get(assistantId);
  if (!assistant) throw new NotFoundError("assistant");
  const primaries = primariesOf(pool);
  const fitFor = (one: typeof assistant, executive: MatchedExecutive) => {
    const facts = placementFacts(one, executive, pool.pairOf(one.id, executive.id), pool.from);
    return { facts, fit: placementFit(facts, pool.weights) };
  };
  const all = pool.executives.map((executive) => ({
    ...{ id: executive.id, name: executive.name, executive },
    ...fitFor(assistant, executive),
  }));
  const views = rankPlacements(all, locale).map(({ executive, ...own }) => {
    const now = people.get(primaries.get(executive.id) ?? "");
    const theirs = now && fitFor(now, executive).fit;
    const present = now &&
      theirs && { assistantId: now.id, name: now.name, total: theirs.total, known: theirs.known };
    const view: PlaceView = {
      ...namesOf(executive),
      ...fitView(own),
      isPrimaryNow: now?.id === assistantId,
      present: present ?? null,
    };
    return { group: groupOfFit(own.fit), view };
  });
  const groups = inGroups(views, ({ group }) => group);
  const unassignedFirst = groups.ranked.toSorted(
    (a, b) => Number(a.view.present !== null) - Number(b.view.present !== null),
  );
  return {
    ...{ assistantId, name: assistant.name, from: pool.from, weights: { ...pool.weights } },
    ranked: unassignedFirst.map(({ view }) => view),
    tooLittleKnown: groups.tooLittleKnown.map(({ view }) => view),
    impossible: groups.impossible.map(({ view }) => view),
  };
}

/** How whoever supports each executive of a pool fits them: those without anybody first, then the lowest fit. */
export async function listPresentPlacements(
  ctx: Ctx<Manager>,
  { poolId, from, page }: PoolPlacementsInput,
): Promise<PresentPlacementsView> {
  const pool = await readAskedPool(ctx, { poolId }, from, {});
  const people = new Map(pool.assistants.map((assistant) => [assistant.id, assistant]));
  const primaries = primariesOf(pool);
  const rows = pool.executives.map((executive): PresentPlacement => {
    const now = people.get(primaries.get(executive.id) ?? "");
    if (!now) return { ...namesOf(executive), present: null };
    const facts = placementFacts(now, executive, pool.pairOf(now.id, executive.id), pool.from);
    const fit = placementFit(facts, pool.weights);
    return {
      ...namesOf(executive),
      present: { assistantId: now.id, name: now.name, ...fitView({ facts, fit }) },
    };
  });
  const byName = new Intl.Collator("sv");
  const start = (page - 1) * FITS_PER_PAGE;
  return {
    items: rows
      .sort(
        (a, b) =>
          Number(a.present !== null) - Number(b.present !== null) ||
          (a.present?.total ?? 0) - (b.present?.total ?? 0) ||
          byName.compare(a.name, b.name),
      )
      .slice(start, start + FITS_PER_PAGE),
    total: rows.length,
    nextPage: start + FITS_PER_PAGE < rows.length ? page + 1 : null,
  };
}

const EXECUTIVES_PREVIEWED = 3;
const FIRST_SHOWN = 5;

/** What other weights would change first: the first five of three executives, those without an assistant and of the highest tier first. */
export async function previewFitWeights(
  ctx: Ctx<Manager>,
  { poolId, ...weights }: PreviewWeightsInput,
  locale: string,
): Promise<WeightsPreview[]> {
  const pool = await readAskedPool(ctx, { poolId }, undefined, {});
  const primaries = primariesOf(pool);
  const shown = pool.executives
    .toSorted(
      (a, b) =>
        Number(primaries.has(a.id)) - Number(primaries.has(b.id)) ||
        b.tier - a.tier ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, EXECUTIVES_PREVIEWED);
  const firstOf = (executive: MatchedExecutive, by: typeof weights) =>
    placementsFor(pool, executive, locale, by)
      .filter(({ fit }) => groupOfFit(fit) === "ranked")
      .slice(0, FIRST_SHOWN)
      .map(({ id, name, fit }) => ({ assistantId: id, name, total: fit.total }));
  return shown.map((executive) => ({
    ...namesOf(executive),
    before: firstOf(executive, pool.weights),
    after: firstOf(executive, weights),
  }));
}
