import { getTranslations } from "next-intl/server";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listSavedReplies } from "@/lib/requests/replies/queries";
import { remove } from "./reply-actions";
import { AddReply, ChangeReply } from "./reply-forms";

type RepliesPageProps = {
  ctx: Ctx<Person>;
  back: { href: string; label: string };
  /** The pools one manages: their replies one keeps. */
  pools?: readonly { id: string; name: string }[];
};

/** The replies that are saved for answering requests: one's own, and those of one's pools. */
export async function RepliesPage({ ctx, back, pools = [] }: RepliesPageProps) {
  const t = await getTranslations("requests.replies");
  const items = await listSavedReplies(ctx);
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]));
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={back}>
        <p className="text-sm text-pretty text-ink-2">{t("explain")}</p>
      </PageHeader>
      <AddReply pools={pools.map(({ id, name }) => ({ value: id, label: name }))} />
      {items.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <ul className="border-t border-line">
          {items.map((reply) => (
            <li key={reply.id} className="grid gap-1 border-b border-hair py-3">
              <p className="font-medium">
                {reply.title}{" "}
                <span className="text-sm font-normal text-ink-2">
                  {reply.poolId ? (poolNames.get(reply.poolId) ?? t("ofPool")) : t("own")}
                </span>
              </p>
              <p className="text-sm text-pretty whitespace-pre-line text-ink-2">{reply.text}</p>
              {(!reply.poolId || poolNames.has(reply.poolId)) && (
                <div className="flex flex-wrap items-start justify-between gap-x-4">
                  <ChangeReply reply={reply} />
                  <RemoveForm
                    action={remove}
                    id={reply.id}
                    label={t("remove")}
                    labelOf={t("removeOf", { title: reply.title })}
                    done={t("removed")}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
