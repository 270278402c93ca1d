import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequestList } from "@/components/requests/request-list";
import { ListArea } from "@/components/ui/layout/list-area";
import { givingMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

type PoolRequestsProps = {
  /** Those that are unassigned; null where they are not asked for. */
  unassigned: SupportRequestView[] | null;
  rest: SupportRequestView[];
  isOpen: boolean;
  open: string | undefined;
};

const PATH = "/manager/requests";

/** The requests of a manager's pools, the unassigned first. */
export function PoolRequests({ unassigned, rest, isOpen, open }: PoolRequestsProps) {
  const t = useTranslations("requests");
  return (
    <ListArea ids={[...(unassigned ?? []), ...rest].map(({ id }) => id)} open={open} path={PATH}>
      {unassigned && (
        <Group title={t("unassigned")} count={unassigned.length}>
          {unassigned.length > 0 ? (
            <Requests requests={unassigned} open={open} />
          ) : (
            <p className="px-(--edge) py-3 text-sm text-ink-2">{t("empty.unassigned")}</p>
          )}
        </Group>
      )}
      {rest.length > 0 && (
        <Group title={t(isOpen ? "inHand" : "tabs.done")}>
          <Requests requests={rest} open={open} />
        </Group>
      )}
    </ListArea>
  );
}

type GroupProps = { title: string; count?: number; children: ReactNode };

function Group({ title, count, children }: GroupProps) {
  return (
    <section>
      <h2 className="flex h-10 items-center gap-1.5 border-b border-line px-(--edge) text-sm font-semibold">
        {title}
        {count !== undefined && count > 0 && <span className="tnum font-normal text-ink-2">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

function Requests({ requests, open }: { requests: SupportRequestView[]; open: string | undefined }) {
  const t = useTranslations("requests");
  return (
    <RequestList
      requests={requests}
      show="both"
      path={PATH}
      open={open}
      actions={({ id, status, summary }) => {
        const canAssign = givingMove(status) !== null;
        const words = t(canAssign ? (status === "new" ? "assign.open" : "assign.again") : "assign.look");
        return (
          <a
            href={`${PATH}/${id}`}
            data-open={id}
            aria-label={t("move.of", { action: words, summary })}
            className={status === "new" ? "row-act" : "row-go"}
          >
            {words}
          </a>
        );
      }}
    />
  );
}
