import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Searched } from "@/components/requests/marked";
import { RequestList } from "@/components/requests/request-list";
import { ListArea } from "@/components/ui/layout/list-area";
import { givingMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

const PATH = "/manager/requests";

/** Requests that are shown together, and what they have in common. */
export type PoolRequestGroup = {
  kind: "unassigned" | "overdue" | "soon" | "open" | "done";
  requests: SupportRequestView[];
};

type Shown = { open: string | undefined; searched: Searched | undefined };
type PoolRequestsProps = Shown & { groups: PoolRequestGroup[] };

/** The requests of a manager's pools: what needs a manager first. */
export function PoolRequests({ groups, ...shown }: PoolRequestsProps) {
  const t = useTranslations("requests");
  const ids = groups.flatMap(({ requests }) => requests.map(({ id }) => id));
  return (
    <ListArea ids={ids} open={shown.open} path={PATH}>
      {groups
        .filter(({ requests }) => requests.length > 0)
        .map(({ kind, requests }) => (
          <Group key={kind} title={t(`group.${kind}`)} count={requests.length}>
            <Requests requests={requests} {...shown} />
          </Group>
        ))}
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

function Requests({ requests, ...shown }: Shown & { requests: SupportRequestView[] }) {
  const t = useTranslations("requests");
  return (
    <RequestList
      requests={requests}
      show="both"
      path={PATH}
      {...shown}
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
