import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterBadge } from "@/components/letters/letter-badge";
import { LetterFiles } from "@/components/letters/letter-files";
import { LetterDifference, LetterPaper } from "@/components/letters/letter-paper";
import { LetterVersions } from "@/components/letters/letter-versions";
import { LivePage } from "@/components/live/live-page";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { listLettersToApprove, requireLetter } from "@/lib/letters/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { DecideLetter } from "../_components/decide-letter";

const PATH = "/executive/letters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("one") };
}

export default async function MyLetterPage({ params, searchParams }: PageProps<"/executive/letters/[id]">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("letters");
  const letter = await orNotFound(async () => requireLetter(ctx, idOf((await params).id)));
  const [waiting, { changes, after }] = await Promise.all([listLettersToApprove(ctx), searchParams]);
  const { id, title, status, number, version, versions, language, recipient } = letter;
  const [latest, before] = versions;
  const isAsked = status === "for_approval";
  return (
    <Page width="text">
      <LivePage kinds={["request"]} ids={[id, letter.requestId]} />
      <PageHeader
        title={title || t("one")}
        back={{ href: PATH, label: t("title") }}
        meta={isAsked ? t("approve.left", { count: waiting.length }) : <LetterBadge status={status} />}
      />
      {isAsked && (after === "approved" || after === "returned") && (
        <Notice role="status">{t(`approve.after.${after}`)}</Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-2">
        <span>
          {[
            t("versions.latest", { number }),
            latest?.writtenByName,
            recipient && t("approve.to", { name: recipient }),
            letter.executiveId !== ctx.actor.executive.id &&
              t("approve.deputy.for", { name: letter.executiveName }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {before && (
          <Link
            href={changes ? `${PATH}/${id}` : `${PATH}/${id}?changes=1`}
            className="font-medium text-accent touch:py-2.5"
          >
            {changes ? t("versions.hide") : t("versions.show", { number: before.number })}
          </Link>
        )}
      </div>
      {latest && before && changes ? (
        <LetterDifference before={before} after={latest} language={language} />
      ) : (
        <LetterPaper letter={letter} language={language} />
      )}
      <Disclosure summary={t("versions.title")} tone="quiet">
        <LetterFiles id={id} />
        <LetterVersions versions={versions} />
      </Disclosure>
      {isAsked && <DecideLetter key={version} {...{ id, version, number }} />}
    </Page>
  );
}
