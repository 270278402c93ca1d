import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FitParts } from "@/app/_shared/interviews/fit-parts";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { requireOwnPack } from "@/lib/hiring/packs/queries";
import type { OwnPackView } from "@/lib/hiring/packs/schema";
import { idOf, orNotFound } from "@/lib/server/page";
import { hoursAmountText } from "@/lib/time/hours";
import { AnswerForm } from "./_components/answer-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.pack"))("page") };
}

export default async function PackPage({ params }: PageProps<"/executive/interviews/packs/[id]">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("hiring.pack");
  const interview = await getTranslations("hiring.interview");
  const id = idOf((await params).id);
  const pack = await orNotFound(() => requireOwnPack(ctx, id));
  return (
    <Page width="text">
      <PageHeader
        title={pack.name ?? t("candidate")}
        meta={pack.job}
        back={{ href: "/executive/interviews", label: interview("own") }}
      />
      <Asked asks={pack.asks} />
      <FitParts fit={pack.fit} />
      <Marks marks={pack.marks} />
      {pack.answers.length > 0 && (
        <Section title={t("theirAnswers")}>
          <dl className="grid gap-4">
            {pack.answers.map(({ question, answer }) => (
              <div key={question}>
                <dt className="text-sm text-ink-2">{question}</dt>
                <dd className="whitespace-pre-line text-pretty">{answer}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {pack.questions.length > 0 && (
        <Section title={t("ask")}>
          <ul className="list-disc pl-5">
            {pack.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("yourAnswer")}>
        {pack.canAnswer ? (
          <AnswerForm id={id} answer={pack.answer} words={pack.words} />
        ) : (
          <p>{pack.answer ? t(`answers.${pack.answer}`) : t("over")}</p>
        )}
        <p className="text-sm text-ink-2">{t("private")}</p>
      </Section>
    </Page>
  );
}

async function Asked({ asks }: Pick<OwnPackView, "asks">) {
  const t = await getTranslations("hiring.pack");
  return (
    <Section title={t("asked")}>
      <ul>
        {asks.map(({ what, level, minutes }) => (
          <li key={what} className="flex justify-between gap-3 border-b border-hair py-2">
            <span>
              {what}
              {minutes > 0 && (
                <span className="text-sm text-ink-2"> {t("aWeek", { time: hoursAmountText(minutes) })}</span>
              )}
            </span>
            <span className="font-semibold">{minutes > 0 ? t("level", { level }) : level}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Marks({ marks }: Pick<OwnPackView, "marks">) {
  const t = await getTranslations("hiring.pack");
  const card = await getTranslations("hiring.scorecard");
  if (marks.length === 0) return null;
  return (
    <Section title={t("marks")}>
      <ul>
        {marks.map(({ criterion, name, mark, evidence, by }) => (
          <li key={`${criterion} ${by}`} className="grid gap-0.5 border-b border-hair py-2">
            <p className="flex justify-between gap-3">
              <span>{name}</span>
              <span className="tnum font-semibold">
                {mark === null ? card("noMark") : t("markOf", { mark })}
              </span>
            </p>
            <p className="text-sm text-ink-2">{[evidence, by].filter(Boolean).join(" – ")}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
