"use client";
import { useTranslations } from "next-intl";
import { FrameIcon } from "./frame-icon";
import type { PaletteEntry, PaletteGroup } from "./use-palette-groups";

type PaletteListProps = {
  id: string;
  groups: readonly PaletteGroup[];
  active: PaletteEntry | undefined;
  onAct: (entry: PaletteEntry) => void;
  onPoint: (entry: PaletteEntry) => void;
};

/** What the palette offers, group by group; the keyboard stays in the field above. */
export function PaletteList({ id, groups, active, onAct, onPoint }: PaletteListProps) {
  const t = useTranslations("nav.palette");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("label")}
      className="min-h-0 flex-1 overflow-auto p-1.5 empty:hidden"
    >
      {groups.map(({ key, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list of options is grouped in this way, not by a fieldset
        <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
          <p id={`${id}-${key}`} className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3">
            {t(`groups.${key}`)}
          </p>
          {entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
            <div
              key={entry.id}
              id={`${id}-${entry.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === active}
              onClick={() => onAct(entry)}
              onPointerMove={() => entry !== active && onPoint(entry)}
              className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2 text-sm aria-selected:bg-sunken touch:h-11"
            >
              <FrameIcon name={entry.icon} className="text-ink-2" />
              <span className="max-w-[70%] shrink-0 truncate">{entry.label}</span>
              {entry.description && (
                <span className="min-w-0 flex-1 truncate text-ink-3">{entry.description}</span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
