import { ChevronRight, MessagesSquare } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listCases } from "@/lib/disputes/cases/queries";
import type { CaseLine } from "@/lib/disputes/cases/schema";
import type { CaseArea } from "./areas";

/** One's conversations: those one handles, and those one raised or takes part in. The same words for everybody. */
export async function ConversationsPage({ ctx, area }: { ctx: Ctx<Person>; area: CaseArea }) {
  const t = await getTranslations("conversations");
  const lines = await listCases(ctx);
  const [handled, own] = [
    lines.filter(({ role }) => role === "handler"),
    lines.filter(({ role }) => role === "party"),
  ];
  const raise = (
    <LinkButton href={`/${area}/conversations/new`} variant="primary">
      {t("raise.title")}
    </LinkButton>
  );
  return (
    <Page width="text">
      <PageHeader title={t("title")} actions={lines.length > 0 && raise} />
      {lines.length === 0 && (
        <EmptyState icon={<MessagesSquare aria-hidden />} action={raise}>
          {t("none")}
        </EmptyState>
      )}
      {handled.length > 0 && (
        <Section title={t("handled")}>
          <CaseList lines={handled} area={area} />
        </Section>
      )}
      {own.length > 0 && (
        <Section title={t("own")}>
          <CaseList lines={own} area={area} />
        </Section>
      )}
    </Page>
  );
}

async function CaseList({ lines, area }: { lines: readonly CaseLine[]; area: CaseArea }) {
  const t = await getTranslations("conversations");
  const format = await getFormatter();
  const isMine = (line: CaseLine) => line.role === "handler" || line.status === "draft";
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="border-b border-hair last:border-0">
          <Link
            href={`/${area}/conversations/${line.id}`}
            className="-mx-2 flex min-h-14 items-center gap-3 rounded-md px-2 hover:bg-hover"
          >
            <span className="grid min-w-0 flex-1">
              <span className="font-medium">{t("codeOf", { code: line.code })}</span>
              <span className="text-sm text-ink-2">
                {t(`status.${line.status}`)}
                {" · "}
                {t("since", { day: format.dateTime(new Date(line.since), "day") })}
              </span>
            </span>
            {line.dueAt && isMine(line) && (
              <span className="tnum shrink-0 text-right text-xs text-ink-2">
                {t(line.status === "draft" ? "keptUntil" : "due", {
                  when: format.dateTime(new Date(line.dueAt), "moment"),
                })}
              </span>
            )}
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
