"use client";
import type { Option } from "./options";

type SuggestListProps = {
  id: string;
  label: string;
  options: readonly Option[];
  /** The place of the option that Enter takes; -1 for none. */
  at: number;
  onChoose: (option: Option) => void;
};

/** What a field suggests; the keyboard stays in the field above. */
export function SuggestList({ id, label, options, at, onChoose }: SuggestListProps) {
  return (
    <div id={id} role="listbox" aria-label={label}>
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
        <div
          key={option.value}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-2 py-1 text-base hover:bg-hover aria-selected:bg-sunken touch:min-h-11"
        >
          <span className="max-w-[70%] shrink-0 truncate">{option.label}</span>
          {option.hint && <span className="tnum min-w-0 truncate text-xs text-ink-3">{option.hint}</span>}
        </div>
      ))}
    </div>
  );
}
