import { slipsBetween } from "@/lib/slips";

/** The candidate that differs from a text by a slip or two of the keyboard, or null. */
export function closestTo(text: string, candidates: Iterable<string>): string | null {
  const most = text.length < 5 ? 1 : 2;
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > most) continue;
    const distance = slipsBetween(text, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** A name as it is compared: in lower case, with single spaces. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ");
}

/** The known name that another differs from by a slip of the keyboard; names that differ in a number or a letter of their own are different ones. */
export function slipOf(name: string, known: Iterable<string>): string | null {
  const alike = [...known].filter((one) => marksOf(one) === marksOf(name));
  const byFolded = new Map(alike.map((one) => [foldedName(one), one]));
  return byFolded.get(closestTo(foldedName(name), byFolded.keys()) ?? "") ?? null;
}

function marksOf(name: string): string {
  return foldedName(name)
    .split(" ")
    .filter((word) => word.length <= 2 || /\d/.test(word))
    .join(" ");
}
