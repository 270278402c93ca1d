import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/layout/skeleton";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const DAYS = [1, 2, 3, 4, 5];

/** The board's own grid before it is there. */
export default function Loading() {
  const t = useTranslations("common.state");
  return (
    <div role="status" aria-label={t("loading")} className="appear-late grid gap-3 px-5 pt-4">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-8 w-96 max-w-full" />
      <div className="grid">
        {ROWS.map((row) => (
          <div
            key={row}
            className="grid h-[66px] grid-cols-[1fr] items-center gap-2 border-b border-line md:grid-cols-[184px_repeat(5,1fr)]"
          >
            <Skeleton className="h-4 w-32" />
            {DAYS.map((day) => (
              <Skeleton key={day} className="h-14 rounded-md max-md:hidden" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
