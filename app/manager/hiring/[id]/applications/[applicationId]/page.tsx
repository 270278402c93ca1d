import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { FitParts } from "@/app/_shared/interviews/fit-parts";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Facts } from "@/components/ui/layout/facts";
import { stepsFrom } from "@/components/ui/layout/list-detail";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { getAd } from "@/lib/hiring/ads/queries";
import { listApplications, requireApplication } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import { readCandidateFit } from "@/lib/hiring/fit/queries";
import { getHire } from "@/lib/hiring/hires/queries";
import { listInterviews } from "@/lib/hiring/interviews/queries";
import { suggestPanel } from "@/lib/hiring/interviews/queries-panel";
import { FARTHEST_DAYS } from "@/lib/hiring/interviews/rules";
import { listJobOffers } from "@/lib/hiring/offers/queries";
import { listPacks } from "@/lib/hiring/packs/queries";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import { getResumeText } from "@/lib/hiring/resumes/queries";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { SearchText } from "@/lib/text";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { ApplicationKeys } from "./_components/application-keys";
import { Decide } from "./_components/decide";
import { Interviews } from "./_components/interviews";
import { Offers } from "./_components/offers";
import { Packs } from "./_components/packs";
import { ResumeText } from "./_components/resume-text";
import { Timeline } from "./_components/timeline";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.application"))("title") };
}

const Asked = z.object({ q: SearchText.optional() });

export default async function ApplicationPage({
  params,
  searchParams,
}: PageProps<"/manager/hiring/[id]/applications/[applicationId]">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring");
  const format = await getFormatter();
  const { id, applicationId } = await params;
  const application = await orNotFound(() => requireApplication(ctx, idOf(applicationId)));
  const others = await listApplications(ctx, application.requisitionId);
  const { filter } = await parseSearchParams(Asked, searchParams);
  const [interviews, panel, requisition, offers, hire, packs, fit, ad, resumeText] = await Promise.all([
    listInterviews(ctx, application.id),
    suggestPanel(ctx, application.requisitionId),
    requireRequisition(ctx, application.requisitionId),
    listJobOffers(ctx, application.id),
    getHire(ctx, application.id),
    listPacks(ctx, application.id),
    readCandidateFit(ctx, application.id),
    getAd(ctx, application.requisitionId),
    application.resume ? getResumeText(ctx, application.id) : null,
  ]);
  const today = dayIn(requisition.timeZone, ctx.now);
  const inStage = others.filter(({ status }) => status === application.status).map((card) => card.id);
  const hrefOf = (one: string) => `/manager/hiring/${id}/applications/${one}`;
  const { previous, next } = stepsFrom(inStage, application.id, hrefOf);
  const { name, email, phone, letter, answers, resume, steps, heldWhy, otherApplications, via } = application;
  return (
    <Page width="full">
      <ApplicationKeys />
      <PageHeader
        title={name ?? t("board.erased")}
        meta={t(`board.status.${application.status}`)}
        back={{ href: `/manager/hiring/${id}/board`, label: t("view.board") }}
        actions={
          <>
            {previous && (
              <LinkButton href={previous} data-key="k">
                {t("application.previous")}
              </LinkButton>
            )}
            {next && (
              <LinkButton href={next} data-key="j">
                {t("application.next")}
              </LinkButton>
            )}
          </>
        }
      />
      {heldWhy && (
        <Notice>{t("application.heldBack", { why: t(`application.why.${heldWhy as "trap"}`) })}</Notice>
      )}
      <div className="grid gap-8 min-[1000px]:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid max-w-2xl content-start gap-6">
          <Section title={t("application.resume")}>
            {resume ? (
              <a
                href={`/api/files/applications/${application.id}`}
                className="row-go inline-flex min-h-11 w-fit items-center gap-2 font-medium text-accent"
              >
                <Download aria-hidden className="size-4" />
                {resume.name}
                <span className="tnum font-normal text-ink-2">
                  {t("application.size", { kb: Math.ceil(resume.size / 1024) })}
                </span>
              </a>
            ) : (
              <p className="text-ink-2">{t("application.noResume")}</p>
            )}
            {resume && <ResumeText applicationId={application.id} resume={resumeText} q={filter.q} />}
          </Section>
          {answers.length > 0 && (
            <Section title={t("application.answers")}>
              <dl className="grid gap-4">
                {answers.map(({ question, answer }) => (
                  <div key={question}>
                    <dt className="text-sm text-ink-2">{question}</dt>
                    <dd className="whitespace-pre-line text-pretty">{answer || "–"}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          )}
          {letter && (
            <Section title={t("application.letter")}>
              <p className="whitespace-pre-line text-pretty">{letter}</p>
            </Section>
          )}
        </div>
        <div className="grid content-start gap-6">
          <Decide application={application} />
          <Interviews
            {...{ application, interviews }}
            panel={panel.map(({ userId, name }) => ({ value: userId, label: name }))}
            today={addDays(today, 1)}
            until={addDays(today, FARTHEST_DAYS)}
            canOffer={isStage(application.status)}
          />
          <Packs
            {...{ application, packs }}
            executives={requisition.executives}
            canAsk={isStage(application.status)}
          />
          {interviews.some(({ status }) => status === "booked") && <FitParts fit={fit} />}
          <Offers
            application={application}
            offers={offers}
            hire={hire}
            defaults={{
              ftePercent: String(requisition.ftePercent),
              startsOn: requisition.wantedOn ?? "",
              place: ad?.place ?? "",
              currency: ad?.currency ?? "EUR",
              payUnit: ad?.payUnit ?? "year",
            }}
          />
          <Facts
            facts={[
              ...(email
                ? [{ label: t("application.email"), value: <a href={`mailto:${email}`}>{email}</a> }]
                : []),
              ...(phone
                ? [{ label: t("application.phone"), value: <a href={`tel:${phone}`}>{phone}</a> }]
                : []),
              {
                label: t("application.received"),
                value: format.dateTime(new Date(application.receivedAt), "moment"),
              },
              ...(via ? [{ label: t("application.via"), value: via }] : []),
              ...(otherApplications > 0
                ? [{ label: t("application.others"), value: String(otherApplications) }]
                : []),
            ]}
          />
          <Section title={t("application.timeline")}>
            <Timeline steps={steps} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
