/** A stretch of words that two versions share, or that only one of them has. */
export type VersionDifference = { kind: "same" | "added" | "removed"; text: string };

const MOST_CELLS = 4_000_000;

/** What one text has in place of another, word by word: the longest common run of words stays, the rest was added or removed. */
export function wordDifference(before: string, after: string): VersionDifference[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  const head = shared(a, b);
  const tail = shared(a.slice(head).reverse(), b.slice(head).reverse());
  const [from, to] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const found: VersionDifference[] = [{ kind: "same", text: a.slice(0, head).join("") }];
  if (from.length * to.length > MOST_CELLS)
    found.push({ kind: "removed", text: from.join("") }, { kind: "added", text: to.join("") });
  else found.push(...aligned(from, to));
  found.push({ kind: "same", text: a.slice(a.length - tail).join("") });
  return joined(found);
}

function wordsIn(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];
}

function shared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

function aligned(a: readonly string[], b: readonly string[]): VersionDifference[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: VersionDifference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1)))
      found.push({ kind: "removed", text: a[i++] ?? "" });
    else found.push({ kind: "added", text: b[j++] ?? "" });
  }
  return found;
}

/** Neighbours of one kind as one, what was removed before what came in its place; a space between two changes belongs to both. */
function joined(pieces: readonly VersionDifference[]): VersionDifference[] {
  const found: VersionDifference[] = [];
  let [removed, added, gap] = ["", "", ""];
  const close = () => {
    if (removed) found.push({ kind: "removed", text: removed });
    if (added) found.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
    if (gap) say(gap);
    gap = "";
  };
  const say = (text: string) => {
    const last = found.at(-1);
    if (last?.kind === "same") last.text += text;
    else found.push({ kind: "same", text });
  };
  for (const { kind, text } of pieces) {
    if (text === "") continue;
    if (kind === "same" && /^ +$/.test(text) && (removed || added) && !gap) gap = text;
    else if (kind === "same") {
      close();
      say(text);
    } else {
      removed += gap;
      added += gap;
      gap = "";
      if (kind === "removed") removed += text;
      else added += text;
    }
  }
  close();
  return found;
}
