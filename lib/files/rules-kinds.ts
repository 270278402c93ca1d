/** What a file may hold, with the ending its name is given and how it is served. */
export const FILE_KINDS = {
  pdf: { endings: ["pdf"], type: "application/pdf" },
  png: { endings: ["png"], type: "image/png" },
  jpeg: { endings: ["jpg", "jpeg"], type: "image/jpeg" },
  gif: { endings: ["gif"], type: "image/gif" },
  webp: { endings: ["webp"], type: "image/webp" },
  heic: { endings: ["heic", "heif"], type: "image/heic" },
  docx: {
    endings: ["docx"],
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: { endings: ["xlsx"], type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  pptx: {
    endings: ["pptx"],
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  text: { endings: ["txt", "csv", "ics", "md", "eml", "vcf"], type: "text/plain; charset=utf-8" },
} as const satisfies Record<string, { endings: readonly string[]; type: string }>;

export type FileKind = keyof typeof FILE_KINDS;

export function isFileKind(kind: string): kind is FileKind {
  return Object.hasOwn(FILE_KINDS, kind);
}

/** What a file holds, told by its content; null for what isn't taken: programs, archives, old Office files and what holds macros. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  const says = (text: string, at: number) => asciiAt(bytes, at, text.length) === text;
  if (says("%PDF-", 0)) return "pdf";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (says("GIF87a", 0) || says("GIF89a", 0)) return "gif";
  if (says("RIFF", 0) && says("WEBP", 8)) return "webp";
  if (says("ftyp", 4) && HEIC_BRANDS.includes(asciiAt(bytes, 8, 4))) return "heic";
  if (says("PK\u0003\u0004", 0)) return officeKindOf(bytes);
  return isText(bytes) ? "text" : null;
}

const HEIC_BRANDS = ["heic", "heix", "mif1", "heim", "hevc"];

function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** True for UTF-8 without control characters; a browser is told that it is plain text, whatever it says. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text holds.
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

const OFFICE = { docx: "word/", xlsx: "xl/", pptx: "ppt/" } as const;

/** An Office file by the names in its directory, which stands at its end: what is written as it goes has no sizes before. */
function officeKindOf(bytes: Uint8Array): FileKind | null {
  const names = namesInZip(bytes);
  if (!names?.includes("[Content_Types].xml")) return null;
  if (names.some((name) => /vba[a-z]*\.bin$/i.test(name))) return null;
  const found = Object.entries(OFFICE).find(([, folder]) => names.some((name) => name.startsWith(folder)));
  return (found?.[0] as keyof typeof OFFICE | undefined) ?? null;
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_END = END_LENGTH + 65_535;
const MOST_ENTRIES = 5_000;

function namesInZip(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
}
