import { cx } from "./cx";

const sizes = {
  tiny: "size-5 text-[9px]",
  small: "size-6 text-[10px]",
  regular: "size-8 text-[11px]",
  large: "size-10 text-sm",
};

/** The first letters of the first and last name: "Anna Maria Bergström" is AB. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return ends
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("sv");
}

/** The first name alone, where the room or the tone asks for no more: "Anna Maria Bergström" is Anna. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

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
