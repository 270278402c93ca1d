import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { takeMessage } from "@/app/_shared/requests/pad-actions";
import { LivePage } from "@/components/live/live-page";
import { CallLog } from "@/components/requests/call-log";
import { MessagePad } from "@/components/requests/message-pad";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireAssistant } from "@/lib/auth/guards";
import { listCalls, listKnownCallers } from "@/lib/requests/messages/queries";
import { listServedExecutives } from "@/lib/requests/queries-served";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.messages"))("pad") };
}

export default async function PadPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const [executives, callers, calls] = await Promise.all([
    listServedExecutives(ctx),
    listKnownCallers(ctx),
    listCalls(ctx),
  ]);
  return (
    <Page width="text">
      <LivePage kinds={["request"]} />
      <PageHeader
        title={t("messages.pad")}
        back={{ href: "/assistant/requests", label: t("title") }}
        actions={calls.length > 0 && <PrintButton />}
      />
      {executives.length === 0 ? (
        <EmptyState>{t("form.nobodyServed")}</EmptyState>
      ) : (
        <div className="print:hidden">
          <MessagePad
            action={takeMessage}
            executives={executives.map(({ id, name }) => ({ value: id, label: name }))}
            callers={callers}
          />
        </div>
      )}
      <Section title={t("messages.today")}>
        <CallLog calls={calls} />
      </Section>
    </Page>
  );
}
