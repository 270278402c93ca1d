/** A text without case and accents, as the server's search folds it. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** True where each typed word begins a word of the text, in any order. */
export function hasWords(text: string, typed: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  return folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/**
 * The place of the choice that typed letters lead to, from the one that is chosen on: one letter again and again goes from one
 * to the next, several name it. -1 where there is none.
 */
export function placeTyped(labels: readonly string[], typed: string, from: number): number {
  const letters = folded(typed);
  const isRepeated = [...letters].every((letter) => letter === letters[0]);
  const wanted = isRepeated ? letters.slice(0, 1) : letters;
  const start = isRepeated ? from + 1 : Math.max(from, 0);
  const places = labels.map((_, step) => (start + step) % labels.length);
  return places.find((place) => folded(labels[place] ?? "").startsWith(wanted)) ?? -1;
}
