import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { ok, type Parsed, reject } from "@/lib/result";
import type { PlanResult, PlanScore } from "./plan-result";

type EpisodeDoc = PlanProblem["episodes"][number];
type Served = Map<string, Map<number, string>>;

const mostFaults = 10;

/**
 * Checks a plan against its problem without anything of the search: structure, eligibility, capacity, pins, what is
 * uncovered, and every part of the score. Returns the recomputed score, or the first faults in `details.faults`.
 */
export function verify(problem: PlanProblem, result: PlanResult): Parsed<PlanScore, "bad_plan"> {
  const faults: string[] = [];
  const served = readAssignments(problem, result, faults);
  checkPins(problem, served, faults);
  const used = checkCapacity(problem, served, faults);
  checkUncovered(problem, result, served, faults);
  const score = recompute(problem, served, used);
  for (const part of Object.keys(score) as (keyof PlanScore)[]) {
    if (result.score[part] !== score[part]) {
      faults.push(`score.${part} says ${result.score[part]}, recomputed ${score[part]}`);
    }
  }
  checkBound(result, score, faults);
  return faults.length === 0
    ? ok(score)
    : reject("bad_plan", { details: { faults: faults.slice(0, mostFaults) } });
}

function readAssignments(problem: PlanProblem, result: PlanResult, faults: string[]): Served {
  const served: Served = new Map(problem.episodes.map((episode) => [episode.id, new Map()]));
  for (const [index, one] of result.assignments.entries()) {
    const episode = problem.episodes.find((other) => other.id === one.episodeId);
    if (!episode) {
      faults.push(`assignments[${index}]: "${one.episodeId}" is not an episode`);
      continue;
    }
    if (!(episode.from <= one.from && one.from < one.to && one.to <= episode.to)) {
      faults.push(`assignments[${index}]: ${one.from} to ${one.to} doesn't lie inside the episode`);
    }
    if (!episode.candidates.some((candidate) => candidate.assistantId === one.assistantId)) {
      faults.push(`assignments[${index}]: "${one.assistantId}" is not a candidate`);
    }
    for (let slot = Math.max(one.from, episode.from); slot < Math.min(one.to, episode.to); slot++) {
      if (demandAt(episode, slot) === 0) continue;
      if (served.get(episode.id)?.has(slot))
        faults.push(`assignments[${index}]: slot ${slot} is served twice`);
      served.get(episode.id)?.set(slot, one.assistantId);
    }
  }
  return served;
}

function checkPins(problem: PlanProblem, served: Served, faults: string[]) {
  for (const pin of problem.pinned) {
    if (served.get(pin.episodeId)?.get(pin.slot) === pin.assistantId) continue;
    faults.push(`pin of "${pin.assistantId}" to "${pin.episodeId}" in slot ${pin.slot} doesn't hold`);
  }
}

function checkCapacity(
  problem: PlanProblem,
  served: Served,
  faults: string[],
): Map<string, Map<number, number>> {
  const used = new Map<string, Map<number, number>>(problem.assistants.map((one) => [one.id, new Map()]));
  for (const episode of problem.episodes) {
    for (const [slot, assistantId] of served.get(episode.id) ?? []) {
      const minutes = used.get(assistantId);
      minutes?.set(slot, (minutes.get(slot) ?? 0) + takenBy(episode, assistantId, slot));
    }
  }
  for (const person of problem.assistants) {
    for (const [slot, minutes] of used.get(person.id) ?? []) {
      const capacity = person.capacity[slot] ?? 0;
      if (minutes > capacity) {
        faults.push(`"${person.id}" gives ${minutes} minutes in slot ${slot} and has ${capacity}`);
      }
      if (capacity === 0) faults.push(`"${person.id}" is not at work in slot ${slot}`);
    }
  }
  return used;
}

function checkUncovered(problem: PlanProblem, result: PlanResult, served: Served, faults: string[]) {
  const listed = new Set(
    result.uncovered.map((one) => JSON.stringify([one.episodeId, one.slot, one.minutes])),
  );
  if (listed.size !== result.uncovered.length) faults.push("uncovered names a slot twice");
  let open = 0;
  for (const episode of problem.episodes) {
    for (let slot = episode.from; slot < episode.to; slot++) {
      const demand = demandAt(episode, slot);
      if (demand === 0 || served.get(episode.id)?.has(slot)) continue;
      open++;
      if (listed.has(JSON.stringify([episode.id, slot, demand]))) continue;
      faults.push(`"${episode.id}" is uncovered in slot ${slot} and not listed so`);
    }
  }
  if (open !== listed.size) faults.push(`uncovered lists ${listed.size} slots, ${open} are open`);
}

function recompute(problem: PlanProblem, served: Served, used: Map<string, Map<number, number>>): PlanScore {
  const { piece, change, fairness } = problem.weights;
  const score = { uncoveredWeight: 0, misfit: 0, pieces: 0, fairness: 0, change: 0, quality: 0 };
  for (const episode of problem.episodes) {
    let last: string | undefined;
    for (let slot = episode.from; slot < episode.to; slot++) {
      const demand = demandAt(episode, slot);
      if (demand === 0) continue;
      const who = served.get(episode.id)?.get(slot);
      if (who === undefined) score.uncoveredWeight += episode.weight * demand;
      else score.misfit += episode.candidates.find((one) => one.assistantId === who)?.misfit ?? 0;
      if (who !== undefined && who !== last) score.pieces += piece;
      last = who;
    }
  }
  for (const was of problem.prior) {
    const episode = problem.episodes.find((one) => one.id === was.episodeId);
    if (!episode || demandAt(episode, was.slot) === 0) continue;
    if (served.get(was.episodeId)?.get(was.slot) !== was.assistantId) score.change += change;
  }
  for (const person of problem.assistants) {
    const minutes = [...(used.get(person.id)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
    const over = Math.max(minutes - person.expected, 0);
    score.fairness += fairness[0] * Math.min(over, person.expected);
    score.fairness += fairness[1] * Math.max(minutes - 2 * person.expected, 0);
  }
  score.quality = score.misfit + score.pieces + score.fairness + score.change;
  return score;
}

function checkBound(result: PlanResult, score: PlanScore, faults: string[]) {
  const { status, lowerBound, gap } = result;
  if (lowerBound && lowerBound.uncoveredWeight > score.uncoveredWeight) {
    faults.push("lowerBound.uncoveredWeight exceeds the plan's");
  }
  if (
    lowerBound &&
    lowerBound.uncoveredWeight === score.uncoveredWeight &&
    lowerBound.quality > score.quality
  ) {
    faults.push("lowerBound.quality exceeds the plan's");
  }
  const isClosed =
    lowerBound?.uncoveredWeight === score.uncoveredWeight && lowerBound.quality === score.quality;
  if (status === "optimal" && !(isClosed && gap === 0))
    faults.push('status "optimal" without a closed bound');
}

function demandAt(episode: EpisodeDoc, slot: number): number {
  return episode.minutes[slot - episode.from] ?? 0;
}

function takenBy(episode: EpisodeDoc, assistantId: string, slot: number): number {
  const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
  return candidate?.minutes?.[slot - episode.from] ?? demandAt(episode, slot);
}
