import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { ListArea } from "@/components/ui/layout/list-area";
import { type ShownSwaps, SWAP_SECTIONS, sectionOf } from "../read-swaps";
import { RequestRow, SWAP_COLUMNS } from "./request-row";

/** The requests under their headings: what to decide first, what waits for a colleague, open shifts, what ended lately. */
export function RequestSections({ shown, open }: { shown: ShownSwaps; open?: string | undefined }) {
  const t = useTranslations("schedule.swaps");
  const column = useTranslations("schedule.swaps.column");
  if (shown.requests.length === 0)
    return (
      <EmptyState
        className="mx-(--edge) mt-6"
        action={<LinkButton href="/manager/schedule">{t("toSchedule")}</LinkButton>}
      >
        {t("none")}
      </EmptyState>
    );
  const sections = SWAP_SECTIONS.map((section) => ({
    section,
    requests: shown.requests.filter((request) => sectionOf(request) === section),
  })).filter(({ requests }) => requests.length > 0);
  const inOrder = sections.flatMap(({ requests }) => requests.map(({ id }) => id));
  return (
    <ListArea ids={inOrder} path="/manager/schedule/requests" {...(open && { open })}>
      <div>
        <div aria-hidden className={`row-head ${SWAP_COLUMNS}`}>
          <span>{column("kind")}</span>
          <span>{column("from")}</span>
          <span>{column("to")}</span>
          <span>{column("checked")}</span>
          <span>{column("ends")}</span>
        </div>
        {sections.map(({ section, requests }) => (
          <section key={section} aria-labelledby={`swaps-${section}`}>
            <h2
              id={`swaps-${section}`}
              className="flex items-baseline gap-2 border-b border-line px-(--edge) pt-5 pb-2 text-sm font-semibold"
            >
              {t(`section.${section}`)}
              <span className="tnum font-normal text-ink-3">{requests.length}</span>
            </h2>
            <ul>
              {requests.map((request) => (
                <RequestRow key={request.id} request={request} shown={shown} isOpen={request.id === open} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ListArea>
  );
}
