const MARKS = /[\u0300-\u036f]/g;
const BETWEEN = /[-\s,.;:/()"]+/;

function words(text: string): string[] {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().split(BETWEEN).filter(Boolean);
}

/** True where each typed word begins a word of the text, in any order, whatever the case and accents; as the search of lists does. */
export function isMatch(text: string, typed: string): boolean {
  const known = words(text);
  return words(typed).every((word) => known.some((one) => one.startsWith(word)));
}
