import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listRecurring } from "@/lib/requests/recurring/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { remove } from "./recurring-actions";
import { RecurringFacts } from "./recurring-facts";
import { AddRecurring, ChangeRecurring } from "./recurring-forms";

type RecurringPageProps = {
  ctx: Ctx<Person>;
  back: { href: string; label: string };
  /** For whom one may recur, where that is a choice; null where there is nobody. */
  requester?: ReactNode;
  /** Whose each is stands beside it where there are several. */
  isOfSeveral?: boolean;
};

/** The requests that recur: what, when, and the day each is filed next. */
export async function RecurringPage({ ctx, back, requester, isOfSeveral = false }: RecurringPageProps) {
  const t = await getTranslations("requests.recurring");
  const locale = localeOf(await getLocale());
  const [items, types, today] = await Promise.all([
    listRecurring(ctx),
    listRequestTypes(ctx),
    getOwnDay(ctx),
  ]);
  const choices = types.map((type) => ({ value: type.id, label: nameIn(locale, type) }));
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={back}>
        <p className="text-sm text-pretty text-ink-2">{t("explain")}</p>
      </PageHeader>
      {requester !== null && <AddRecurring types={choices} today={today} requester={requester} />}
      {items.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <ul className="border-t border-line">
          {items.map((recurring) => (
            <li key={recurring.id} className="grid gap-1 border-b border-hair py-3">
              <RecurringFacts recurring={recurring} isOfSeveral={isOfSeveral} />
              <div className="flex flex-wrap items-start justify-between gap-x-4">
                <ChangeRecurring recurring={recurring} types={choices} today={today} />
                <RemoveForm
                  action={remove}
                  id={recurring.id}
                  label={t("remove")}
                  labelOf={t("removeOf", { summary: recurring.summary })}
                  done={t("removed")}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
