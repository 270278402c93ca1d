export type Choice = { value: string; label: string };

/** Somebody a search has found, with what tells namesakes apart. */
export type FoundPerson = Choice & { hint: string };

/** Whom one may name, the first so many; `isCut` when there are more. */
export type AssistantChoices = { choices: Choice[]; isCut: boolean; q?: string };

/** What the forms about people choose from: pools, duties and languages, in the reader's language. */
export type PeopleChoices = { pools: Choice[]; duties: Choice[]; languages: Choice[] };

/** The label of each choice by its value. */
export function namesOf(choices: readonly Choice[]): Record<string, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [value, label]));
}
