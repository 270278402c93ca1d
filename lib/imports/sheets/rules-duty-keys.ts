import type { KnownDuty } from "@/lib/imports/plan/rules-office";
import type { ImportFile, ImportWarning } from "@/lib/imports/schema";
import { DutyId } from "@/lib/pools/schema";
import { ok, reject } from "@/lib/result";
import { closestTo } from "./rules-closest";
import type { Read } from "./rules-sheet";

export type NewDuty = { id: string; name: string };
type Place = { file: ImportFile; line: number; column: string };

/** The duties by the keys files use for them; a sound key that is not known becomes a duty of its own. */
export type DutyCatalogue = {
  idsOf: (keys: readonly string[], place: Place) => Read<string[]>;
  /** The same of keys that must be there already, in the catalogue or by other lines of the files. */
  knownIdsOf: (keys: readonly string[]) => Read<string[]>;
  added: () => NewDuty[];
};

/** Keys differ in case, accents, hyphens and spaces, and a duty's names stand for it too; a new key near a known one is warned of. */
export function dutyCatalogue(known: readonly KnownDuty[], warnings: ImportWarning[]): DutyCatalogue {
  const ids = new Set(known.map((duty) => duty.id));
  const byBareName = new Map<string, string>();
  for (const { id, nameEn, nameSv } of known) {
    for (const name of [nameSv, nameEn, id]) byBareName.set(bareOf(name), id);
  }
  for (const { id } of known) byBareName.set(bareOf(id), id);
  const added: NewDuty[] = [];

  function idOf(key: string, place: Place): string | null {
    const found = ids.has(key) ? key : byBareName.get(bareOf(key));
    if (found) return found;
    if (!DutyId.safeParse(key).success) return null;
    const closest = closestTo(key, ids);
    if (closest) warnings.push({ ...place, value: key, code: "duty_close_to", values: { closest } });
    added.push({ id: key, name: readable(key) });
    byBareName.set(bareOf(key), key);
    return key;
  }

  return {
    added: () => added,
    idsOf: (keys, place) =>
      eachOnce(keys, (key) => {
        const id = idOf(key, place);
        return id === null ? reject("not_a_duty_key", { details: { item: key, key } }) : ok(id);
      }),
    knownIdsOf: (keys) =>
      eachOnce(keys, (key) => {
        const id = ids.has(key) ? key : byBareName.get(bareOf(key));
        const closest = closestTo(key, ids) ?? "none";
        return id === undefined ? reject("unknown_duty", { details: { item: key, closest } }) : ok(id);
      }),
  };
}

function eachOnce(keys: readonly string[], idOf: (key: string) => Read<string>): Read<string[]> {
  const seen: string[] = [];
  for (const key of keys) {
    const id = idOf(key);
    if (!id.ok) return id;
    if (seen.includes(id.value)) return reject("item_twice", { details: { item: id.value } });
    seen.push(id.value);
  }
  return ok(seen);
}

function bareOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
}

function readable(key: string): string {
  const words = key.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
