import { boxStyle } from "@/components/ui/forms/checkbox-style";

/** A field of the form around a list, and its name for those who don't see the row. */
export type Choice = { name: string; value: string; label: string };

/** The box by which a row is chosen; its place stays empty where the row can't be. */
export function RowChoice({ choice, isChosen = false }: { choice: Choice | null; isChosen?: boolean }) {
  if (!choice) return <span aria-hidden className="w-4 shrink-0 touch:w-7.5" />;
  return (
    <label className="relative z-10 -my-2 grid h-10 shrink-0 place-items-center touch:-ml-3 touch:-mr-0.5 touch:size-11">
      <input
        type="checkbox"
        name={choice.name}
        value={choice.value}
        aria-label={choice.label}
        defaultChecked={isChosen}
        className={boxStyle}
      />
    </label>
  );
}
