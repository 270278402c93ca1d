import { wordDocument } from "./docx";
import { mailMessage } from "./eml";
import type { LetterOrder, LetterPages } from "./order";
import { pdfDocument } from "./pdf";

/** Makes a file of a letter: the same text as PDF, Word document or mail. */
export async function runLetterFileJob(order: LetterOrder): Promise<LetterPages> {
  switch (order.as) {
    case "pdf":
      return pdfDocument(order);
    case "docx":
      return { bytes: await wordDocument(order), pages: null };
    case "eml":
      return { bytes: await mailMessage(order), pages: null };
  }
}
