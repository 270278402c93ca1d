import { boxStyle } from "@/components/ui/forms/checkbox-style";

// Phones lay the row out as blocks, which takes the cell's meaning away in Safari.
const cell = { role: "cell" };

/** A field of the form around a table, and its name for those who don't see the row. */
export type Choice = { name: string; value: string; label: string };

/** The box by which a row is chosen; empty where the row can't be. On phones it stands at the row's right. */
export function ChoiceCell({ choice }: { choice: Choice | null }) {
  return (
    <td {...cell} className="list-cell max-md:absolute max-md:top-1 max-md:right-0 max-md:z-10 md:w-8">
      {choice && (
        <label className="relative z-10 grid place-items-center max-md:size-11 md:h-9 md:w-6">
          <input
            type="checkbox"
            name={choice.name}
            value={choice.value}
            aria-label={choice.label}
            className={boxStyle}
          />
        </label>
      )}
    </td>
  );
}
