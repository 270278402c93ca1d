import { addNumber, addNumbers, addText, digestOf, newLanes } from "@/lib/solver/fingerprint";
import type { PlanProblem } from "./problem";

/** A 128-bit fingerprint of a problem, equal for equal documents whatever the order of their keys. */
export function hashProblem({ slots, assistants, episodes, pinned, prior, weights }: PlanProblem): string {
  const hash = newLanes();
  addNumbers(hash, [slots, weights.piece, weights.change, ...weights.fairness]);
  addNumber(hash, assistants.length);
  for (const person of assistants) {
    addText(hash, person.id);
    addNumbers(hash, person.capacity);
    addNumber(hash, person.expected);
  }
  addNumber(hash, episodes.length);
  for (const episode of episodes) {
    for (const text of [episode.id, episode.executiveId, episode.absenceId]) addText(hash, text);
    addNumbers(hash, [episode.from, episode.to, episode.weight]);
    addNumbers(hash, episode.minutes);
    addNumber(hash, episode.candidates.length);
    for (const one of episode.candidates) {
      addText(hash, one.assistantId);
      addNumber(hash, one.misfit);
      if (one.minutes) addNumbers(hash, one.minutes);
      else addNumber(hash, -1);
    }
  }
  for (const list of [pinned, prior]) {
    addNumber(hash, list.length);
    for (const { episodeId, slot, assistantId } of list) {
      addText(hash, episodeId);
      addNumber(hash, slot);
      addText(hash, assistantId);
    }
  }
  return digestOf(hash);
}
