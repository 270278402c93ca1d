import type { PlanProblem } from "./problem";

/** A 128-bit fingerprint of a problem, equal for equal documents whatever the order of their keys. */
export function hashProblem({ slots, assistants, episodes, pinned, prior, weights }: PlanProblem): string {
  const hash = Int32Array.of(0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f);
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
  return [...hash].map(finish).join("");
}

function addText(hash: Int32Array, text: string) {
  addNumber(hash, text.length);
  for (let index = 0; index < text.length; index++) addNumber(hash, text.charCodeAt(index));
}

function addNumbers(hash: Int32Array, numbers: readonly number[]) {
  addNumber(hash, numbers.length);
  for (let index = 0; index < numbers.length; index++) addNumber(hash, numbers[index] as number);
}

function addNumber(hash: Int32Array, number: number) {
  if (number > 0xffffffff) addNumber(hash, Math.floor(number / 2 ** 32));
  for (let lane = 0; lane < hash.length; lane++) {
    const mixed = Math.imul((hash[lane] as number) ^ number, 0x01000193);
    hash[lane] = mixed ^ (mixed >>> 15);
  }
}

function finish(lane: number): string {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
