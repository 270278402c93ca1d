/** A file that is asked for. */
export type FileSlot = {
  /** The name under which it is sent. */
  name: string;
  label: string;
  hint: string;
};

/** What is known of a chosen file: in words, and whether something is wrong with it. */
export type FileState = { words: string; tone: "waiting" | "good" | "bad" };

/** Puts files into the browser's own control as a person would. */
export function putFiles(control: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  control.files = transfer.files;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Which file goes where: there where only one is asked for, else by what `placeOf` knows of it. The last of several for one
 * place counts; those without a place come by name.
 */
export async function placed(
  files: readonly File[],
  slots: readonly FileSlot[],
  placeOf: (file: File) => Promise<string | null>,
): Promise<{ places: Map<string, File>; unplaced: string[] }> {
  const places = new Map<string, File>();
  const unplaced: string[] = [];
  for (const file of files) {
    const place = slots.length === 1 ? slots[0]?.name : await placeOf(file);
    if (place) places.set(place, file);
    else unplaced.push(file.name);
  }
  return { places, unplaced };
}
