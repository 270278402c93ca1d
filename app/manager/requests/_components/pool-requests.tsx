import { useTranslations } from "next-intl";
import { RequestList } from "@/components/requests/request-list";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Section } from "@/components/ui/layout/page";
import { statusAfter } from "@/lib/moves/rules";
import { REQUEST_MOVES } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

type PoolRequestsProps = {
  /** Those nobody has; null where they are not asked for. */
  unassigned: SupportRequestView[] | null;
  rest: SupportRequestView[];
  isOpen: boolean;
};

/** The requests of a manager's pools, those that nobody has first. */
export function PoolRequests({ unassigned, rest, isOpen }: PoolRequestsProps) {
  const t = useTranslations("requests");
  return (
    <>
      {unassigned && (
        <Section title={t("unassigned")} meta={unassigned.length || undefined}>
          {unassigned.length > 0 ? (
            <Requests requests={unassigned} />
          ) : (
            <p className="text-base text-ink-2">{t("empty.unassigned")}</p>
          )}
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t(isOpen ? "inHand" : "tabs.done")}>
          <Requests requests={rest} />
        </Section>
      )}
    </>
  );
}

function Requests({ requests }: { requests: SupportRequestView[] }) {
  const t = useTranslations("requests");
  return (
    <RequestList
      requests={requests}
      show="both"
      actions={(request) => {
        const words = t(
          statusAfter(REQUEST_MOVES, request.status, "assign") ? "assign.submit" : "assign.look",
        );
        return (
          <LinkButton
            href={`/manager/requests/${request.id}`}
            prefetch={false}
            aria-label={t("move.of", { action: words, summary: request.summary })}
          >
            {words}
          </LinkButton>
        );
      }}
    />
  );
}
