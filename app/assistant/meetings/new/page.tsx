import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { requireArrangedRequest } from "@/lib/meetings/service";
import { getOwnDay } from "@/lib/pools/queries-today";
import { idOf, orNotFound } from "@/lib/server/page";
import { ArrangeForm } from "../_components/arrange-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("plan") };
}

export default async function NewMeetingPage({ searchParams }: PageProps<"/assistant/meetings/new">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("meetings");
  const request = await orNotFound(async () =>
    requireArrangedRequest(ctx, idOf(String((await searchParams).request ?? ""))),
  );
  const { id, summary, executive } = request;
  return (
    <Page width="text">
      <PageHeader
        title={t("plan")}
        meta={t("for", { name: executive.user.name })}
        back={{ href: `/assistant/requests/${id}`, label: t("request") }}
      />
      <ArrangeForm requestId={id} title={summary} today={await getOwnDay(ctx)} />
    </Page>
  );
}
