type LinkLine = { key: string; href: string; label: string; meta: string };

/** A short list of what leads on: a name, and what is said of it at the right. */
export function LinkLines({ lines }: { lines: readonly LinkLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ key, href, label, meta }) => (
        <li
          key={key}
          className="flex min-h-9 items-center gap-2 border-b border-hair text-sm last:border-0 touch:min-h-11"
        >
          <a href={href} className="truncate font-medium hover:underline">
            {label}
          </a>
          <span className="ml-auto shrink-0 text-xs text-ink-2">{meta}</span>
        </li>
      ))}
    </ul>
  );
}
