import { COLUMNS, type CsvFile, IMPORT_FILES, type ImportFile, SCHEDULE_FILES } from "@/lib/imports/schema";

const HEADER_BYTES = 4096;

/** Which file of an office this is: by the columns it begins with, else by its name; a workbook may hold them all. */
export async function placeOfFile(file: File): Promise<ImportFile | null> {
  return placeOf(file.name, await headerOf(file));
}

/** Which file of a schedule this is, in the same way. */
export async function placeOfScheduleFile(file: File): Promise<(typeof SCHEDULE_FILES)[number] | null> {
  return placeAmong(SCHEDULE_FILES, file.name, await headerOf(file));
}

async function headerOf(file: File): Promise<string> {
  const text = await file.slice(0, HEADER_BYTES).text();
  return text.replace(/^\uFEFF/, "").split(/\r?\n/)[0] ?? "";
}

/** The file of an office that a name and a header row are of. */
export function placeOf(name: string, header: string): ImportFile | null {
  return placeAmong(IMPORT_FILES, name, header);
}

function placeAmong<F extends CsvFile>(files: readonly F[], name: string, header: string): F | null {
  const columns = new Set(
    header.split(/[,;\t]/).map((column) => column.replaceAll('"', "").trim().toLowerCase()),
  );
  const fits = files.filter((file) => COLUMNS[file].required.every((column) => columns.has(column)));
  const [most] = fits.sort((a, b) => COLUMNS[b].required.length - COLUMNS[a].required.length);
  const named = files.find((file) => name.toLowerCase().includes(file));
  return most ?? named ?? (name.toLowerCase().endsWith(".xlsx") ? (files[0] ?? null) : null);
}
