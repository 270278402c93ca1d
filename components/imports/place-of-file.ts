import { COLUMNS, IMPORT_FILES, type ImportFile } from "@/lib/imports/schema";

const HEADER_BYTES = 4096;

/** Which file of an office this is: by the columns it begins with, else by its name. */
export async function placeOfFile(file: File): Promise<ImportFile | null> {
  const text = await file.slice(0, HEADER_BYTES).text();
  return placeOf(file.name, text.replace(/^\uFEFF/, "").split(/\r?\n/)[0] ?? "");
}

/** The same of a name and a header row. */
export function placeOf(name: string, header: string): ImportFile | null {
  const columns = new Set(
    header.split(/[,;\t]/).map((column) => column.replaceAll('"', "").trim().toLowerCase()),
  );
  const fits = IMPORT_FILES.filter((file) => COLUMNS[file].required.every((column) => columns.has(column)));
  const [most] = fits.sort((a, b) => COLUMNS[b].required.length - COLUMNS[a].required.length);
  return most ?? IMPORT_FILES.find((file) => name.toLowerCase().includes(file)) ?? null;
}
