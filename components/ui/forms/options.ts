export type Option = {
  value: string;
  label: string;
  /** What helps to choose, beside the label: "14 days left". */
  hint?: string;
  isDisabled?: boolean;
};
export type OptionGroup = { label: string; options: Option[] };

/** Finds choices among more than a page carries: words in any order, accents either way. */
export type FindOptions = (typed: string) => Promise<Option[]>;

/** All choices, whatever group they stand in. */
export function allOf(options: readonly (Option | OptionGroup)[]): Option[] {
  return options.flatMap((option) => ("options" in option ? option.options : [option]));
}
