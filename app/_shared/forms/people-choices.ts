export type Choice = { value: string; label: string };

/** What the forms about people choose from: pools, duties and languages, in the reader's language. */
export type PeopleChoices = { pools: Choice[]; duties: Choice[]; languages: Choice[] };

/** The label of each choice by its value. */
export function namesOf(choices: readonly Choice[]): Record<string, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [value, label]));
}
