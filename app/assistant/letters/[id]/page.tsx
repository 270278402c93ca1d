import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterBadge } from "@/components/letters/letter-badge";
import { LetterFiles } from "@/components/letters/letter-files";
import { LetterDifference, LetterPaper } from "@/components/letters/letter-paper";
import { LetterVersions } from "@/components/letters/letter-versions";
import { LivePage } from "@/components/live/live-page";
import { Link } from "@/components/ui/layout/link";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { requireLetter } from "@/lib/letters/queries";
import { DRAFT_MARK } from "@/lib/letters/rules-choices";
import { getOwnDay } from "@/lib/pools/queries-today";
import { idOf, orNotFound } from "@/lib/server/page";
import { LetterDelivery } from "../_components/letter-delivery";
import { LetterForm } from "../_components/letter-form";
import { LetterMove } from "../_components/letter-move";
import { SendLetter } from "../_components/send-letter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("one") };
}

export default async function LetterPage({ params, searchParams }: PageProps<"/assistant/letters/[id]">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("letters");
  const letter = await orNotFound(async () => requireLetter(ctx, idOf((await params).id)));
  const { changes } = await searchParams;
  const today = await getOwnDay(ctx);
  const { id, title, status, number, versions, language, missing, executiveName } = letter;
  const [latest, before] = versions;
  const isApproved = status === "approved" || status === "sent";
  return (
    <Page>
      <LivePage kinds={["request"]} ids={[id, letter.requestId]} />
      <PageHeader
        title={title || t("one")}
        back={{ href: "/assistant/letters", label: t("title") }}
        meta={<LetterBadge status={status} />}
        actions={
          <>
            <LetterFiles id={id} />
            {missing.length > 0 && (
              <span className="text-sm font-medium text-gap-ink">
                {t("edit.missing", { count: missing.length })}
              </span>
            )}
            <LetterMove letter={letter} />
          </>
        }
      />
      <p className="text-sm text-ink-2">
        <Link href={`/assistant/requests/${letter.requestId}`} className="underline underline-offset-2">
          {t("for", { request: letter.requestSummary })}
        </Link>
      </p>
      <div className="grid gap-6 min-[1100px]:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-3">
          {before && (
            <Link
              href={changes ? `/assistant/letters/${id}` : `/assistant/letters/${id}?changes=1`}
              className="w-fit text-sm font-medium text-accent"
            >
              {changes ? t("versions.hide") : t("versions.show", { number: before.number })}
            </Link>
          )}
          {latest && before && changes ? (
            <LetterDifference before={before} after={latest} language={language} />
          ) : (
            <LetterPaper
              letter={letter}
              language={language}
              isMarked
              mark={isApproved ? undefined : DRAFT_MARK[language]}
            />
          )}
        </div>
        <div className="grid content-start gap-6">
          {status === "approved" && (
            <Section title={t("edit.sendTitle")}>
              <SendLetter key={letter.version} letter={letter} today={today} />
            </Section>
          )}
          {status !== "sent" && (
            <Section title={t("edit.fields")}>
              <LetterForm key={letter.version} letter={letter} />
            </Section>
          )}
          {status === "sent" && (
            <Section title={t("delivery.title")}>
              <LetterDelivery letter={letter} />
            </Section>
          )}
          <Section title={t("versions.title")} meta={number}>
            <LetterVersions versions={versions} />
            {!isApproved && (
              <p className="text-xs text-ink-2">{t("edit.approver", { name: executiveName })}</p>
            )}
          </Section>
        </div>
      </div>
    </Page>
  );
}
