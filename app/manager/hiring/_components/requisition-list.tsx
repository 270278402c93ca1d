import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import type { RequisitionView } from "@/lib/hiring/requisitions/schema";
import { RequisitionBadge } from "./requisition-badge";

/** What is hired for: the job, whom it is for, and how it stands. */
export function RequisitionList({ requisitions }: { requisitions: readonly RequisitionView[] }) {
  return (
    <ul>
      {requisitions.map((requisition) => (
        <RequisitionRow key={requisition.id} requisition={requisition} />
      ))}
    </ul>
  );
}

function RequisitionRow({ requisition }: { requisition: RequisitionView }) {
  const t = useTranslations("hiring.list");
  const format = useFormatter();
  const { id, title, pool, executives, places, status, openedAt, createdAt, requestedBy } = requisition;
  const since = format.dateTime(new Date(openedAt ?? createdAt), "day");
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-b border-hair py-3 hover:bg-canvas sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-0.5">
        <Link href={`/manager/hiring/${id}`} className="truncate font-medium after:absolute after:inset-0">
          {title}
        </Link>
        <p className="truncate text-sm text-ink-2">
          {[
            pool,
            executives.map(({ name }) => name).join(", ") || t("wholePool"),
            t("places", { count: places }),
          ].join(" · ")}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <span>
          {openedAt ? t("openSince", { day: since }) : t("askedOn", { day: since, name: requestedBy })}
        </span>
        <RequisitionBadge status={status} />
      </p>
    </li>
  );
}
