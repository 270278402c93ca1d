/** What somebody wrote anew in a mail, and whether something before it was cut. */
export type NewWords = { text: string; isCut: boolean };

const DIVIDER =
  /^\s*[-_*]{2,}\s*(original message|ursprungligt meddelande|ursprungliga meddelandet|forwarded message|vidarebefordrat meddelande|original-nachricht|ursprüngliche nachricht|message d'origine)\s*[-_*]{2,}\s*$/i;

/** "On 3 March 2026, Lena wrote:" and the same as mail programs write it in other languages, on one line or wrapped over three. */
const ATTRIBUTIONS = [
  /^(on|am|le|den|el|op|il|em)\b.{6,300}\b(wrote|schrieb|a écrit|skrev|escribió|schreef|ha scritto|escreveu)\b.{0,200}:\s*$/is,
  /^.{0,60}\b\d{1,4}\b.{3,200}\b(wrote|skrev|schrieb)\b.{0,200}:\s*$/is,
];

const FROM_LINE = /^\s*\*?(from|från|von|de|fra)\s*:\*?\s*\S/i;
const HEADER_LINE =
  /^\s*\*?(sent|skickat|date|datum|to|till|an|subject|ämne|betreff|cc|kopia|gesendet|envoyé|sendt)\s*:\*?/i;

/** What phones and programs add below a mail. */
const ADDED =
  /^\s*(sent from my (iphone|ipad|mobile|samsung|phone|android)\b.*|skickat från min (iphone|ipad|mobil|samsung|telefon)\b.*|skickat från (outlook|e-post|yahoo|mail)\b.*|sent from (outlook|mail|yahoo|proton)\b.*|get outlook for (ios|android|mac).*|hämta outlook för (ios|android|mac).*|skaffa outlook för (ios|android).*)$/i;

/** Cuts what a mail quotes and its signature off its text. An answer written between the lines of a quotation stays whole. */
export function newWordsOf(text: string): NewWords {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const quoteAt = startOfQuotation(lines);
  const own = withoutSignature(lines.slice(0, quoteAt ?? lines.length));
  const words = own.join("\n").trim();
  // Nothing above the quotation: the answer stands between its lines or below it.
  if (words === "" && quoteAt !== null) return answerBelow(lines);
  return { text: words, isCut: quoteAt !== null || own.length < lines.length };
}

function startOfQuotation(lines: readonly string[]): number | null {
  for (let i = 0; i < lines.length; i++) {
    if (DIVIDER.test(lines[i] ?? "")) return i;
    if (isHeaderBlock(lines, i)) return isRule(lines[i - 1]) ? i - 1 : i;
    if (isAttribution(lines, i)) return i;
    if (isQuoted(lines[i]) && lines.slice(i).every((line) => isQuoted(line) || line.trim() === "")) return i;
  }
  return null;
}

function isQuoted(line: string | undefined): boolean {
  return line?.startsWith(">") ?? false;
}

function isRule(line: string | undefined): boolean {
  return line !== undefined && /^\s*[_-]{5,}\s*$/.test(line);
}

/** True where an attribution of at most three lines begins. */
function isAttribution(lines: readonly string[], at: number): boolean {
  if ((lines[at] ?? "").trim() === "" || isQuoted(lines[at])) return false;
  for (let count = 1; count <= 3; count++) {
    const part = lines.slice(at, at + count);
    if (part.length < count || part.some((line) => line.length > 300 || line.trim() === "")) return false;
    const joined = part.join(" ").trim();
    // Without a day or a time it is a sentence of one's own that ends in "wrote:".
    if (/\d/.test(joined) && ATTRIBUTIONS.some((pattern) => pattern.test(joined))) return true;
  }
  return false;
}

/** Outlook's block of headers above what it quotes: From, and two more within the next five lines. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!FROM_LINE.test(lines[at] ?? "")) return false;
  const next = lines.slice(at + 1, at + 7).filter((line) => HEADER_LINE.test(line));
  return next.length >= 2;
}

function withoutSignature(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => line === "-- " || line === "--");
  const kept = mark < 0 ? [...lines] : lines.slice(0, mark);
  while (kept.length > 0) {
    const last = (kept.at(-1) ?? "").trim();
    if (last === "" || ADDED.test(last) || isRule(last)) kept.pop();
    else break;
  }
  return kept;
}

/** What stands between or below quoted lines; the whole text where nothing does. */
function answerBelow(lines: readonly string[]): NewWords {
  const first = lines.findIndex(isQuoted);
  const below = first < 0 ? [] : lines.slice(first).filter((line) => !isQuoted(line));
  const text = withoutSignature(below).join("\n").trim();
  return text === "" ? { text: "", isCut: true } : { text: lines.join("\n").trim(), isCut: false };
}
