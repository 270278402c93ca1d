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

/** Letters to add, drop, change or swap with a neighbour to make one text of the other. */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(slips);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
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
