import { diffArrays } from "diff";

/** A stretch of words that two versions share, or that only one of them has. */
export type VersionDifference = { kind: "same" | "added" | "removed"; text: string };

/** What one text has in place of another, word by word: the longest common run of words stays, the rest was added or removed. */
export function wordDifference(before: string, after: string): VersionDifference[] {
  const found = diffArrays(wordsIn(before), wordsIn(after)).map(
    ({ value, added, removed }): VersionDifference => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return joined(found);
}

function wordsIn(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];
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
