const MOST_HTML = 1_000_000;
const UNSHOWN = new Set([
  "head",
  "style",
  "script",
  "title",
  "template",
  "noscript",
  "object",
  "iframe",
  "svg",
]);
const BLOCKS = new Set(
  "address article blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul".split(
    " ",
  ),
);
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
  eacute: "é",
  Eacute: "É",
  uuml: "ü",
  Uuml: "Ü",
  szlig: "ß",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  euro: "€",
  middot: "·",
  shy: "",
};

/** The words of a mail's HTML, read once from left to right: lines where it has blocks, "> " before what is quoted. Nothing of it is run or fetched. */
export function textOfHtml(html: string): string {
  const source = html.slice(0, MOST_HTML);
  const writer = new LineWriter();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const end = open < 0 ? source.length : open;
    if (end > at) writer.write(decoded(source.slice(at, end)));
    if (open < 0) break;
    at = afterTag(source, open, writer);
  }
  return writer.text();
}

/** Reads what begins with "<", and answers where the text goes on. */
function afterTag(source: string, open: number, writer: LineWriter): number {
  if (source.startsWith("<!--", open)) return endOf(source, "-->", open + 4);
  const close = source.indexOf(">", open);
  if (close < 0) return source.length;
  const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, Math.min(close, open + 40)));
  if (!tag) {
    // A "<" that begins no tag is a sign of the text, as in "a < b".
    if (!/^<[!/?]/.test(source.slice(open, open + 2))) {
      writer.write("<");
      return open + 1;
    }
    return close + 1;
  }
  const [, slash, rawName = ""] = tag;
  const name = rawName.toLowerCase();
  if (UNSHOWN.has(name) && !slash) return endOfElement(source, name, close + 1);
  if (name === "br") writer.breakLine();
  else if (name === "blockquote") writer.quote(slash ? -1 : 1);
  else if (BLOCKS.has(name)) writer.endLine();
  if (name === "p" && !slash) writer.paragraph();
  if (name === "li" && !slash) writer.write("- ");
  if ((name === "td" || name === "th") && slash) writer.write(" ");
  return close + 1;
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function endOfElement(source: string, name: string, from: number): number {
  const rest = new RegExp(`</${name}\\b`, "gi");
  rest.lastIndex = from;
  const found = rest.exec(source);
  return found ? endOf(source, ">", found.index) : source.length;
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : " ";
  });
}

class LineWriter {
  private readonly lines: string[] = [];
  private line = "";
  private depth = 0;

  write(text: string): void {
    const plain = text.replace(/\s+/g, " ");
    this.line += this.line === "" ? plain.trimStart() : this.line.endsWith(" ") ? plain.trimStart() : plain;
  }

  breakLine(): void {
    this.lines.push(`${"> ".repeat(Math.min(this.depth, 5))}${this.line.trimEnd()}`);
    this.line = "";
  }

  endLine(): void {
    if (this.line.trim() !== "") this.breakLine();
  }

  paragraph(): void {
    this.endLine();
    if (this.lines.length > 0 && this.lines.at(-1)?.replace(/[> ]/g, "") !== "") this.breakLine();
  }

  quote(by: number): void {
    this.endLine();
    this.depth = Math.max(0, this.depth + by);
  }

  text(): string {
    this.endLine();
    return this.lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }
}
