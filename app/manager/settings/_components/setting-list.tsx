import { ChevronRight } from "lucide-react";
import { Link } from "@/components/ui/layout/link";

export type Setting = { href: string; title: string; hint: string };

/** Settings by name, each with what is set there; a press anywhere on its row opens it. */
export function SettingList({ settings }: { settings: readonly Setting[] }) {
  return (
    <ul>
      {settings.map(({ href, title, hint }) => (
        <li
          key={href}
          className="relative flex min-h-14 items-center gap-3 border-b border-hair py-2 hover:bg-hover"
        >
          <div className="min-w-0 flex-1">
            <Link href={href} className="list-row-link text-sm font-medium">
              {title}
            </Link>
            <p className="text-xs text-ink-2">{hint}</p>
          </div>
          <ChevronRight aria-hidden className="size-4 text-ink-3" />
        </li>
      ))}
    </ul>
  );
}
