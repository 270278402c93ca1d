import { Document, Header, Packer, Paragraph, TextRun } from "docx";
import { type LetterBlock, type LetterRun, wordsOfRun } from "../rules-text";
import type { LetterOrder } from "./order";

const FONT = "Calibri";
const HALF_POINTS = 22;
/** The closing and the signature stay with what is before them. */
const KEPT_BLOCKS = 3;

/** A letter as a Word document: the same words, and the mark of a draft in the head of each page. */
export async function wordDocument({
  text,
  language,
  title,
  mark,
  missing,
  from,
}: LetterOrder): Promise<Uint8Array> {
  const nameOf = (field: string) => missing[field] ?? field;
  const { subject, blocks } = text;
  const head = new Paragraph({
    heading: "Heading1",
    spacing: { after: 200 },
    children: runsIn([subject.map((run) => ({ ...run, isBold: true }))], nameOf),
  });
  const paragraphs = blocks.map((block, i) => paragraphOf(block, nameOf, i >= blocks.length - KEPT_BLOCKS));
  const document = new Document({
    title,
    creator: from.name,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: HALF_POINTS, language: { value: language === "sv" ? "sv-SE" : "en-GB" } },
        },
        heading1: { run: { font: FONT, size: HALF_POINTS, bold: true, color: "000000" } },
      },
    },
    sections: [
      {
        ...(mark && {
          headers: {
            default: new Header({
              children: [new Paragraph({ children: [new TextRun({ text: mark, bold: true })] })],
            }),
          },
        }),
        children: [head, ...paragraphs],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphOf(
  { kind, lines }: LetterBlock,
  nameOf: (field: string) => string,
  isKept: boolean,
): Paragraph {
  return new Paragraph({
    children: runsIn(lines, nameOf),
    spacing: { after: kind === "point" ? 40 : 160 },
    keepLines: isKept,
    keepNext: isKept,
    ...(kind === "point" && { bullet: { level: 0 } }),
  });
}

function runsIn(lines: readonly (readonly LetterRun[])[], nameOf: (field: string) => string): TextRun[] {
  return lines.flatMap((line, i) =>
    line.map(
      (run, j) =>
        new TextRun({
          text: wordsOfRun(run, nameOf),
          bold: run.isBold,
          ...(i > 0 && j === 0 && { break: 1 }),
        }),
    ),
  );
}
