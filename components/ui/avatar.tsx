import { cx } from "./cx";
import { initialsOf } from "./initials";

const sizes = { small: "size-6 text-[10px]", regular: "size-8 text-[11px]", large: "size-10 text-sm" };

type AvatarProps = { name: string; size?: keyof typeof sizes; className?: string };

/** Grey initials beside a name that is written out; people have no colour of their own. */
export function Avatar({ name, size = "regular", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-full bg-own-bg font-semibold tracking-wide text-ink-2 ring-1 ring-line ring-inset",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
