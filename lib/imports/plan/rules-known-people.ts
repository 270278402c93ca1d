import type { Day } from "@/lib/time/day";
import type { OfficeRows } from "./rules";
import type { KnownOffice } from "./rules-office";

/** Whom the files and the office know between them. */
export type Directory = {
  hasExecutive: (email: string) => boolean;
  hasAssistant: (email: string) => boolean;
  /** The last day of an assistant, as the files have it, else as the office knows it. */
  leavesOn: (email: string) => Day | null;
  nameOf: (email: string) => string;
};

/** Looks people up by e-mail; people of pools that others lead are not known, nor missed where their file can't be read. */
export function directoryOf({ assistants, executives }: OfficeRows, office: KnownOffice): Directory {
  const names = new Map([...office.people.values()].map((person) => [person.email, person.name]));
  for (const { email, name } of [...(assistants?.records ?? []), ...(executives?.records ?? [])]) {
    names.set(email, name);
  }
  const lastDays = new Map(assistants?.records.map((row) => [row.email, row.leavesOn]));
  return {
    hasExecutive: (email) =>
      executives?.isReadable === false ||
      executives?.named.has(email) === true ||
      office.people.get(email)?.executive?.isManaged === true,
    hasAssistant: (email) =>
      assistants?.isReadable === false ||
      assistants?.named.has(email) === true ||
      office.people.get(email)?.assistant?.isManaged === true,
    leavesOn: (email) => {
      const given = lastDays.get(email);
      return given === undefined ? (office.people.get(email)?.assistant?.record.leavesOn ?? null) : given;
    },
    nameOf: (email) => names.get(email) ?? email,
  };
}
