import PDFDocument from "pdfkit";
import type { LetterBlock, LetterRun } from "../rules-text";
import { fontFile, fontRuns } from "./fonts";
import { brokenLines, type DrawnLine } from "./lines";
import type { LetterOrder, LetterPages } from "./order";

const SIZE = 10.5;
const LEADING = 15;
const GAP = 8;
const MARGIN = { left: 71, right: 71, top: 85, bottom: 71 };
const POINT_INDENT = 14;
/** The last paragraphs of a letter are its closing and its signature, and stand on one page with the lines before them. */
const CLOSING = { blocks: 2, linesBefore: 2 };

type Doc = PDFKit.PDFDocument;
type Row = { block: number; line: DrawnLine; gapBefore: number; isPoint: boolean; isFirst: boolean };

/** A letter as a tagged PDF in its own language, with its fonts embedded. */
export async function pdfDocument(order: LetterOrder): Promise<LetterPages> {
  const doc = new PDFDocument({
    ...{ size: "A4", margins: MARGIN, autoFirstPage: false, bufferPages: true },
    ...{
      pdfVersion: "1.7",
      tagged: true,
      displayTitle: true,
      lang: order.language === "sv" ? "sv-SE" : "en-GB",
    },
    info: {
      Title: order.title,
      Author: order.from.name,
      CreationDate: order.writtenAt,
      ModDate: order.writtenAt,
    },
    font: "",
  } as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  const pages = draw(doc, order);
  doc.end();
  await ended;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), pages };
}

function draw(doc: Doc, order: LetterOrder): number {
  doc.addPage();
  const nameOf = (field: string) => order.missing[field] ?? field;
  const width = doc.page.width - MARGIN.left - MARGIN.right;
  const subject: LetterRun[] = order.text.subject.map((run) => ({ ...run, isBold: true }));
  const blocks: LetterBlock[] = [{ kind: "paragraph", lines: [subject] }, ...order.text.blocks];
  const measure = measureIn(doc);
  const rows = blocks.flatMap(({ kind, lines }, block) => {
    const isPoint = kind === "point";
    const room = { width: isPoint ? width - POINT_INDENT : width, measure, nameOf };
    const isInList = isPoint && blocks[block - 1]?.kind === "point";
    return lines
      .flatMap((line) => brokenLines(line, room))
      .map((line, i): Row => {
        const gapBefore = i > 0 || block === 0 ? 0 : isInList ? 2 : GAP;
        return { block, line, gapBefore, isPoint, isFirst: i === 0 };
      });
  });
  const pages = paginate(rows, doc.page.height - MARGIN.top - MARGIN.bottom, blocks.length);
  drawRows(doc, pages);
  drawMargins(doc, pages.length, order.mark);
  return pages.length;
}

/** Rows by page: full pages, never the closing apart from its signature, and no single line of a paragraph left behind. */
function paginate(rows: readonly Row[], height: number, blocks: number): Row[][] {
  const closing = rows.findIndex(({ block }) => block >= Math.max(1, blocks - CLOSING.blocks));
  const keptFrom = closing < 0 ? rows.length : Math.max(0, closing - CLOSING.linesBefore);
  const pages: Row[][] = [[]];
  let used = 0;
  rows.forEach((row, i) => {
    const page = pages.at(-1) ?? [];
    const isNew = page.length === 0;
    const wanted = LEADING + (isNew ? 0 : row.gapBefore);
    const rest = i === keptFrom ? heightOf(rows.slice(i)) : wanted;
    if (!isNew && (used + wanted > height || (rest <= height && used + rest > height))) {
      pages.push([row]);
      used = LEADING;
      return;
    }
    page.push(row);
    used += wanted;
  });
  return pages;
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { gapBefore }) => sum + LEADING + gapBefore, 0);
}

function measureIn(doc: Doc) {
  const known = new Set<string>();
  return ({ font, text }: { font: string; text: string }) => {
    if (!known.has(font)) doc.registerFont(font, fontFile(font));
    known.add(font);
    return doc.font(font).fontSize(SIZE).widthOfString(text);
  };
}

/** Each block is one element of the document's structure, whatever pages its lines stand on. */
function drawRows(doc: Doc, pages: readonly (readonly Row[])[]): void {
  const root = doc.struct("Document");
  doc.addStructure(root);
  const elements = new Map<number, ReturnType<Doc["struct"]>>();
  pages.forEach((rows, page) => {
    if (page > 0) doc.addPage();
    let y = MARGIN.top;
    rows.forEach((row, i) => {
      const type = row.block === 0 ? "H1" : row.isPoint ? "LI" : "P";
      const element = elements.get(row.block) ?? doc.struct(type);
      if (!elements.has(row.block)) root.add(element);
      elements.set(row.block, element);
      y += i === 0 ? 0 : row.gapBefore;
      const content = doc.markStructureContent(type);
      drawRow(doc, row, y);
      doc.endMarkedContent();
      element.add(content);
      y += LEADING;
    });
  });
  for (const element of elements.values()) element.end();
  root.end();
}

function drawRow(doc: Doc, { line, isPoint, isFirst }: Row, y: number): void {
  const left = MARGIN.left + (isPoint ? POINT_INDENT : 0);
  if (isPoint && isFirst) drawText(doc, "•", MARGIN.left, y);
  for (const { font, text, x } of line.pieces)
    doc
      .font(font)
      .fontSize(SIZE)
      .text(text, left + x, y, { lineBreak: false });
}

function drawText(doc: Doc, text: string, x: number, y: number, isBold = false): void {
  const measure = measureIn(doc);
  let at = x;
  for (const run of fontRuns(text, isBold)) {
    const width = measure(run);
    doc.text(run.text, at, y, { lineBreak: false });
    at += width;
  }
}

/** The mark of a draft at the head of each page, and which page it is where there are several. */
function drawMargins(doc: Doc, pages: number, mark: string | null): void {
  for (let page = 0; page < pages; page++) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    if (mark) drawText(doc, mark, MARGIN.left, 42, true);
    if (pages > 1)
      drawText(doc, `${page + 1} (${pages})`, doc.page.width - MARGIN.right - 24, doc.page.height - 45);
    doc.endMarkedContent();
  }
}
