import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecurringPage } from "@/app/_shared/requests/recurring-page";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { ManagedRequester } from "../_components/managed-requester";

const MOST_LISTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.recurring"))("title") };
}

export default async function RecurringRequestsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const { items } = await listExecutives(ctx, { show: "current", limit: MOST_LISTED });
  const options = items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <RecurringPage
      ctx={ctx}
      back={{ href: "/manager/requests", label: t("title") }}
      requester={options.length > 0 ? <ManagedRequester options={options} /> : null}
      isOfSeveral
    />
  );
}
