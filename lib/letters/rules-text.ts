import { type FieldKey, type FieldValues, fieldNamed } from "./rules-fields";

/** A piece of a line: words, or a field with what it is filled in with; null where that is missing. */
export type LetterRun =
  | { text: string; isBold: boolean }
  | { field: FieldKey; value: string | null; isBold: boolean };
/** A paragraph of lines, or a point of a list. */
export type LetterBlock = { kind: "paragraph" | "point"; lines: LetterRun[][] };
/** A letter as every writer of it reads it: parsed once, and never again after it is filled in. */
export type LetterText = { subject: LetterRun[]; blocks: LetterBlock[] };

const PIECES = /\*\*|\{\{[^{}]*\}\}/g;
const POINT = /^[-•]\s+/;

/**
 * A letter parsed and filled in: empty lines part paragraphs, a line that begins with "- " is a point, two stars begin and end
 * bold. What fields are filled in with is never read for any of that.
 */
export function letterText(subject: string, body: string, values: FieldValues): LetterText {
  return { subject: runsOf(subject, values), blocks: blocksOf(body).map((block) => filled(block, values)) };
}

type Lines = { kind: LetterBlock["kind"]; lines: string[] };

function blocksOf(body: string): Lines[] {
  const blocks: Lines[] = [];
  let open: Lines | null = null;
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim() === "") open = null;
    else if (POINT.test(line)) {
      open = null;
      blocks.push({ kind: "point", lines: [line.replace(POINT, "")] });
    } else if (open) open.lines.push(line);
    else {
      open = { kind: "paragraph", lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}

function filled({ kind, lines }: Lines, values: FieldValues): LetterBlock {
  return { kind, lines: lines.map((line) => runsOf(line, values)) };
}

function runsOf(line: string, values: FieldValues): LetterRun[] {
  const runs: LetterRun[] = [];
  let isBold = false;
  let from = 0;
  const say = (text: string) => {
    if (text) runs.push({ text, isBold });
  };
  for (const { 0: piece, index } of line.matchAll(PIECES)) {
    say(line.slice(from, index));
    from = index + piece.length;
    const field = piece === "**" ? null : fieldNamed(piece.slice(2, -2));
    if (piece === "**") isBold = !isBold;
    else if (field) runs.push({ field, value: values[field]?.trim() || null, isBold });
    else say(piece);
  }
  say(line.slice(from));
  return runs;
}

/** The fields a letter asks for, each once, in the order they stand in. */
export function fieldsIn(subject: string, body: string): FieldKey[] {
  const { subject: head, blocks } = letterText(subject, body, {});
  const runs = [...head, ...blocks.flatMap(({ lines }) => lines.flat())];
  return [...new Set(runs.flatMap((run) => ("field" in run ? [run.field] : [])))];
}

/** The fields of a letter that nothing is filled in for. */
export function missingFields(subject: string, body: string, values: FieldValues): FieldKey[] {
  return fieldsIn(subject, body).filter((key) => !values[key]?.trim());
}

/** What a run says; a field that is missing says so in brackets, never nothing. */
export function wordsOfRun(run: LetterRun, nameOf: (field: FieldKey) => string): string {
  return "field" in run ? (run.value ?? `[${nameOf(run.field)}]`) : run.text;
}

/** A line in words alone. */
export function wordsOfLine(line: readonly LetterRun[], nameOf: (field: FieldKey) => string): string {
  return line.map((run) => wordsOfRun(run, nameOf)).join("");
}

/** A letter's body in words alone, as a mail has it. */
export function plainLetter({ blocks }: LetterText, nameOf: (field: FieldKey) => string): string {
  return blocks
    .map(({ kind, lines }, i) => {
      const words = lines.map((line) => wordsOfLine(line, nameOf)).join("\n");
      const isInList = kind === "point" && blocks[i - 1]?.kind === "point";
      return `${i === 0 ? "" : isInList ? "\n" : "\n\n"}${kind === "point" ? `- ${words}` : words}`;
    })
    .join("");
}
