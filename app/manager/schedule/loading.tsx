import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/layout/skeleton";

const LINES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

/** The schedule's own rows before they are there. */
export default function Loading() {
  const t = useTranslations("common.state");
  return (
    <div role="status" aria-label={t("loading")} className="appear-late">
      <div className="flex h-12 items-center gap-4 border-b border-line px-4">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-6 w-96 max-w-1/2 max-md:hidden" />
      </div>
      <div className="h-10 border-b border-line" />
      <div className="h-9 border-b border-line" />
      {LINES.map((line) => (
        <div
          key={line}
          className="grid h-10 grid-cols-[1fr] items-center gap-4 border-b border-hair px-4 md:grid-cols-[192px_1fr]"
        >
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-4 w-40 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
