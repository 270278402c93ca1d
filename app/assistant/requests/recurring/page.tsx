import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecurringPage } from "@/app/_shared/requests/recurring-page";
import { Requester } from "@/components/requests/requester";
import { requireAssistant } from "@/lib/auth/guards";
import { listServedExecutives } from "@/lib/requests/queries-served";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.recurring"))("title") };
}

export default async function RecurringRequestsPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const served = await listServedExecutives(ctx);
  const options = served.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <RecurringPage
      ctx={ctx}
      back={{ href: "/assistant/requests", label: t("title") }}
      requester={options.length > 0 ? <Requester options={options} /> : null}
      isOfSeveral
    />
  );
}
