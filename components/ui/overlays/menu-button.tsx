import { Ellipsis } from "lucide-react";

/** The three dots of a row: a plain button, so that hundreds cost little; a `MenuArea` around it opens the menu. */
export function MenuButton({ menu, label }: { menu: string; label: string }) {
  return (
    <button
      type="button"
      data-menu={menu}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label={label}
      className="row-dots"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}
