import { getDocumentProxy } from "unpdf";
import { LONGEST_RESUME_TEXT, MOST_RESUME_PAGES } from "../resumes/rules";

type Item = { str?: string; hasEOL?: boolean };

/** The text of a PDF, page by page, no further than is kept; throws for what is none, or is locked by a password. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
  });
  const pages: string[] = [];
  let length = 0;
  for (let n = 1; n <= Math.min(pdf.numPages, MOST_RESUME_PAGES) && length < LONGEST_RESUME_TEXT; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const text = (items as Item[]).map(({ str = "", hasEOL }) => (hasEOL ? `${str}\n` : str)).join("");
    page.cleanup();
    pages.push(text);
    length += text.length;
  }
  return pages.join("\n\n");
}
