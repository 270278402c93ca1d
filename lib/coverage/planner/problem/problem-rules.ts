import { duplicateId, faultAtPath, firstFault, type ProblemFault } from "@/lib/solver/problem-faults";
import type { PlanProblem } from "./problem";

type EpisodeDoc = PlanProblem["episodes"][number];
type Served = PlanProblem["pinned"][number];

/** The first rule a well-shaped document breaks: ids, lengths, ranges, candidates, pins, prior; or null. */
export function findFault(problem: PlanProblem): ProblemFault | null {
  return (
    duplicateId(problem.assistants, "assistants") ??
    duplicateId(problem.episodes, "episodes") ??
    firstFault(problem.assistants, (person, index) =>
      person.capacity.length === problem.slots
        ? null
        : faultAtPath(["assistants", index, "capacity"], `must have one number per slot (${problem.slots})`),
    ) ??
    firstFault(problem.episodes, (episode, index) => episodeFault(problem, episode, index)) ??
    servedFault(problem, problem.pinned, "pinned") ??
    pinFault(problem) ??
    servedFault(problem, problem.prior, "prior")
  );
}

function episodeFault(problem: PlanProblem, episode: EpisodeDoc, index: number): ProblemFault | null {
  const path = ["episodes", index];
  if (episode.to > problem.slots) {
    return faultAtPath([...path, "to"], `must not lie beyond the last slot (${problem.slots})`);
  }
  if (episode.from >= episode.to) return faultAtPath([...path, "from"], "must come before `to`");
  const length = episode.to - episode.from;
  if (episode.minutes.length !== length) {
    return faultAtPath([...path, "minutes"], `must have one number per slot of the episode (${length})`);
  }
  const assistants = assistantsOf(problem);
  const seen = new Set<string>();
  return firstFault(episode.candidates, (candidate, place) => {
    const here = [...path, "candidates", place];
    const who = candidate.assistantId;
    if (!assistants.has(who)) return faultAtPath([...here, "assistantId"], `"${who}" is not an assistant`);
    if (seen.has(who)) return faultAtPath([...here, "assistantId"], `"${who}" is a candidate twice`);
    seen.add(who);
    if (candidate.minutes && candidate.minutes.length !== length) {
      return faultAtPath([...here, "minutes"], `must have one number per slot of the episode (${length})`);
    }
    return null;
  });
}

const assistantCache = new WeakMap<PlanProblem, Map<string, PlanProblem["assistants"][number]>>();
const episodeCache = new WeakMap<PlanProblem, Map<string, EpisodeDoc>>();

function assistantsOf(problem: PlanProblem) {
  const known = assistantCache.get(problem) ?? new Map(problem.assistants.map((one) => [one.id, one]));
  assistantCache.set(problem, known);
  return known;
}

function episodesOf(problem: PlanProblem) {
  const known = episodeCache.get(problem) ?? new Map(problem.episodes.map((one) => [one.id, one]));
  episodeCache.set(problem, known);
  return known;
}

function servedFault(problem: PlanProblem, list: readonly Served[], name: string): ProblemFault | null {
  const seen = new Map<string, string>();
  return firstFault(list, (one, index) => {
    const episode = episodesOf(problem).get(one.episodeId);
    if (!episode) return faultAtPath([name, index, "episodeId"], `"${one.episodeId}" is not an episode`);
    if (!assistantsOf(problem).has(one.assistantId)) {
      return faultAtPath([name, index, "assistantId"], `"${one.assistantId}" is not an assistant`);
    }
    if (one.slot < episode.from || one.slot >= episode.to) {
      return faultAtPath(
        [name, index, "slot"],
        `lies outside the episode, which runs from ${episode.from} to before ${episode.to}`,
      );
    }
    const key = JSON.stringify([one.episodeId, one.slot]);
    const other = seen.get(key);
    if (other !== undefined) {
      const message =
        other === one.assistantId
          ? "repeats an earlier entry"
          : `contradicts an earlier entry, which names "${other}"`;
      return faultAtPath([name, index], message);
    }
    seen.set(key, one.assistantId);
    return null;
  });
}

function pinFault(problem: PlanProblem): ProblemFault | null {
  const held = new Map<string, number>();
  return firstFault(problem.pinned, (pin, index) => {
    const episode = episodesOf(problem).get(pin.episodeId);
    const person = assistantsOf(problem).get(pin.assistantId);
    const candidate = episode?.candidates.find((one) => one.assistantId === pin.assistantId);
    if (!episode || !person || !candidate) {
      return faultAtPath(
        ["pinned", index, "assistantId"],
        `"${pin.assistantId}" is not a candidate of "${pin.episodeId}"`,
      );
    }
    const place = pin.slot - episode.from;
    const demand = episode.minutes[place] ?? 0;
    if (demand === 0)
      return faultAtPath(["pinned", index, "slot"], "has no demand, so nobody can be pinned to it");
    const key = JSON.stringify([pin.assistantId, pin.slot]);
    const total = (held.get(key) ?? 0) + (candidate.minutes?.[place] ?? demand);
    held.set(key, total);
    const capacity = person.capacity[pin.slot] ?? 0;
    if (capacity === 0)
      return faultAtPath(["pinned", index, "slot"], `"${pin.assistantId}" is not at work then`);
    if (total > capacity) {
      return faultAtPath(
        ["pinned", index],
        `pins take ${total} minutes of "${pin.assistantId}", who has ${capacity}`,
      );
    }
    return null;
  });
}
