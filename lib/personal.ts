/** Whose a row is: the person a column names, by account or by role, or whoever the row of another table is about. */
export type Whose =
  | { user: string }
  | { assistant: string }
  | { executive: string }
  | { within: string; by: string };

/** What is put in place of words; an object is JSON. */
type Emptied = string | null | Record<string, never>;

/**
 * What a table holds of people, and what becomes of it when one of them is erased: the whole row goes, or some columns are emptied
 * and the rest stays, because others' work and the arithmetic stand on it.
 */
export type PersonalTable = {
  whose?: readonly Whose[];
  erased: "row" | Readonly<Record<string, Emptied>>;
  /** Columns that name who did something; the record stays, and the name behind it is gone. */
  actors?: readonly string[];
  /** Texts and JSON that are no person's words. */
  plain?: readonly string[];
  /** Emptied by the domain's own verb, because each needs another value. */
  byVerb?: readonly string[];
  /** What a person is not handed with their own data: secrets, and what others may keep from them. */
  unexported?: "table" | readonly string[];
};

/** Declares what a domain's tables hold of people. A test fails for a table or a text that nobody declared. */
export function declarePersonal<T extends Readonly<Record<string, PersonalTable>>>(tables: T): T {
  return tables;
}
