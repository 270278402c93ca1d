import { Star } from "lucide-react";
import { cx } from "@/components/ui/layout/cx";

const STARS = [1, 2, 3, 4, 5] as const;

type RatingButtonsProps = {
  name: string;
  /** What was given before. */
  given?: number | undefined;
  labelOf: (stars: number) => string;
};

/** One press of five stars sends the form it stands in. */
export function RatingButtons({ name, given, labelOf }: RatingButtonsProps) {
  return (
    <div className="-mx-1.5 flex">
      {STARS.map((stars) => (
        <button
          key={stars}
          type="submit"
          name={name}
          value={stars}
          aria-label={labelOf(stars)}
          aria-pressed={given === stars}
          className="grid size-9 place-items-center rounded-lg text-ink-3 hover:bg-hover hover:text-accent-text touch:size-11"
        >
          <Star
            aria-hidden
            className={cx("size-5", given !== undefined && stars <= given && "fill-current text-accent-text")}
          />
        </button>
      ))}
    </div>
  );
}
