import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { useShiftLine } from "@/app/_shared/swaps/asked-shift";
import { GiveScreen } from "@/app/_shared/swaps/give-screen";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { type GiveChoice, getGiveChoice } from "@/lib/schedules/swaps/queries-takers";
import { idOf, orNotFound } from "@/lib/server/page";
import { ask } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.give"))("titleFor") };
}

export default async function AskForPage({ searchParams }: PageProps<"/manager/schedule/requests/new">) {
  const ctx = await requireManager();
  const { shift: asked, as, week } = await searchParams;
  const id = idOf(typeof asked === "string" ? asked : "");
  const t = await getTranslations("schedule.give");
  const [choice, roles] = await Promise.all([
    orNotFound(() => getGiveChoice(ctx, id, typeof week === "string" ? week : undefined)),
    listWorkRoles(ctx),
  ]);
  const names = namesIn(ctx.actor.locale, roles);
  return (
    <Page width="text">
      <Head choice={choice} roles={names} title={t("titleFor")} />
      <GiveScreen
        choice={choice}
        isSwap={as === "swap" && choice.shift.assistantId !== null}
        roles={names}
        href={`/manager/schedule/requests/new?shift=${id}`}
        action={ask}
        hint={t(choice.shift.assistantId === null ? "hintOpen" : "hintFor")}
      />
    </Page>
  );
}

type HeadProps = { choice: GiveChoice; roles: Readonly<Record<string, string>>; title: string };

function Head({ choice: { shift, owner }, roles, title }: HeadProps) {
  const shiftLine = useShiftLine(roles);
  const t = useTranslations("schedule.give");
  return (
    <PageHeader title={title} back={{ href: "/manager/schedule", label: title }}>
      <p className="tnum pt-3 text-base text-ink-2">
        {owner || t("openShift")}, {shiftLine(shift)}
      </p>
    </PageHeader>
  );
}
