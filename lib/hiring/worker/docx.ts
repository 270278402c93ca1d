import { strFromU8, unzipSync } from "fflate";

const MOST_PART_BYTES = 20 * 1024 * 1024;
const MAIN_TYPE = "wordprocessingml.document.main+xml";
const TYPES = "[Content_Types].xml";
const USUAL_PART = "word/document.xml";
const PIECE = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^>]*\/>|<\/w:(p)>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The text of a Word document (ECMA-376, part 1): its paragraphs as lines; throws for what is none, or holds too much. */
export function textOfDocx(bytes: Uint8Array): string {
  const types = partOf(bytes, TYPES);
  const named =
    types && /PartName="\/([^"]+)"[^>]*ContentType="[^"]*wordprocessingml\.document\.main\+xml"/.exec(types);
  const name = named?.[1] ?? USUAL_PART;
  const xml = types?.includes(MAIN_TYPE) ? partOf(bytes, name) : null;
  if (xml === null) throw new Error("this is no Word document");
  const pieces: string[] = [];
  for (const [, text, space, end] of xml
    .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, "")
    .matchAll(PIECE)) {
    if (text !== undefined) pieces.push(unescaped(text));
    else pieces.push(end || space !== "tab" ? "\n" : "\t");
  }
  return pieces.join("");
}

/** One part of the archive as text; null where there is none, or where it says that it is larger than any résumé. */
function partOf(bytes: Uint8Array, name: string): string | null {
  const parts = unzipSync(bytes, {
    filter: (part) => part.name === name && part.originalSize <= MOST_PART_BYTES,
  });
  const part = parts[name];
  return part ? strFromU8(part) : null;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
  });
}
