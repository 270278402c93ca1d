import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { getOwnDay } from "@/lib/pools/queries-today";
import { getWishLimits, listOwnWishes } from "@/lib/schedules/wishes/queries";
import { Wishes } from "./_components/wishes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.wishes"))("title") };
}

export default async function WishesPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("schedule");
  const [wishes, limits, today] = await Promise.all([listOwnWishes(ctx), getWishLimits(ctx), getOwnDay(ctx)]);
  return (
    <Page width="text">
      <PageHeader title={t("wishes.title")} back={{ href: "/assistant/schedule", label: t("title") }} />
      <p className="pt-3 text-base text-ink-2">
        {t("wishes.hint")} {t("wishes.limit", limits)}
      </p>
      <Wishes wishes={wishes} today={today} />
    </Page>
  );
}
