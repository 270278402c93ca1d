import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import type { ImportView } from "@/lib/imports/undo/schema";

/** One's own imports of the last fourteen days; a press opens what taking one back would do. */
export function ImportHistory({ imports }: { imports: readonly ImportView[] }) {
  const t = useTranslations("imports.undo");
  const format = useFormatter();
  return (
    <ul>
      {imports.map(({ id, at, undoneAt, files }) => {
        const counts = Object.values(files);
        const sum = (of: "created" | "updated") => counts.reduce((total, one) => total + one[of], 0);
        return (
          <li
            key={id}
            className="relative flex min-h-14 items-center gap-3 border-b border-hair py-2 hover:bg-hover"
          >
            <div className="min-w-0 flex-1">
              <Link href={`/manager/import/${id}`} className="list-row-link text-sm font-medium">
                {format.dateTime(new Date(at), "moment")}
              </Link>
              <p className="text-xs text-ink-2">
                {undoneAt
                  ? t("undoneAt", { moment: format.dateTime(new Date(undoneAt), "moment") })
                  : t("counts", { created: sum("created"), updated: sum("updated") })}
              </p>
            </div>
            <ChevronRight aria-hidden className="size-4 text-ink-3" />
          </li>
        );
      })}
    </ul>
  );
}
