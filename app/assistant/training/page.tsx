import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { listOwnSkills } from "@/lib/assistants/queries-skills";
import { requireAssistant } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { getOwnDay } from "@/lib/pools/queries-today";
import { day } from "@/lib/time/day";
import { listOwnArrangements, listShownToMe } from "@/lib/training/arrangements/queries";
import { listOwnCertificates } from "@/lib/training/certificates/queries";
import { listCourses } from "@/lib/training/courses/queries";
import { listOwnEnrolments } from "@/lib/training/enrolments/queries";
import { listToEvaluate } from "@/lib/training/evaluations/queries";
import { listOwnMandatory } from "@/lib/training/mandatory/queries";
import { listVisibleSessions } from "@/lib/training/sessions/queries";
import { beginsAt } from "@/lib/training/sessions/rules";
import type { SessionView } from "@/lib/training/sessions/schema";
import { AskedList } from "./_components/asked-list";
import { CourseOffers } from "./_components/course-offers";
import { Evaluate } from "./_components/evaluate";
import { HeldSession } from "./_components/held-session";
import { NextDate } from "./_components/next-date";
import { OfferedSeat } from "./_components/offered-seat";
import { OwnCertificates } from "./_components/own-certificates";
import { OwnMandatory } from "./_components/own-mandatory";
import { OwnSkills } from "./_components/own-skills";
import { ToArrange } from "./_components/to-arrange";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("mine.title") };
}

export default async function MyTrainingPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("training.mine");
  const mentoring = await getTranslations("mentoring");
  const evaluation = await getTranslations("training.evaluation");
  const mine = await getTranslations("training.mandatoryList");
  const arrangement = await getTranslations("training.arrangements");
  const options = await getTranslations("training.ownOptions");
  const certificate = await getTranslations("training.certificates");
  const [
    own,
    sessions,
    courses,
    duties,
    skills,
    toEvaluate,
    certificates,
    today,
    toArrange,
    shown,
    mandatory,
  ] = await Promise.all([
    listOwnEnrolments(ctx),
    listVisibleSessions(ctx, { poolId: ctx.actor.assistant.poolId }),
    listCourses(ctx),
    listDuties(ctx),
    listOwnSkills(ctx),
    listToEvaluate(ctx),
    listOwnCertificates(ctx),
    getOwnDay(ctx),
    listOwnArrangements(ctx),
    listShownToMe(ctx),
    listOwnMandatory(ctx),
  ]);
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const inSession = (status: string) =>
    own
      .filter((enrolment) => enrolment.status === status)
      .flatMap((enrolment) => {
        const session = sessionOf.get(enrolment.sessionId ?? "");
        return session ? [{ enrolment, session }] : [];
      });
  const booked = inSession("booked")
    .filter(({ session }) => session.dates.some(({ on }) => on >= today))
    .sort((a, b) => startOf(a.session) - startOf(b.session));
  const offered = inSession("offered");
  const holds = sessions.filter(({ trainerId }) => trainerId === ctx.actor.assistant.id);
  const asked = own.filter(({ status }) => !["booked", "offered"].includes(status));
  const taken = new Set(own.map(({ courseId }) => courseId));
  const offers = courses
    .filter(({ id }) => !taken.has(id))
    .map((course) => ({
      course,
      sessions: sessions.filter(
        (session) => session.courseId === course.id && canAsk(session, today, ctx.now),
      ),
    }))
    .sort((a, b) => Number(a.sessions.length === 0) - Number(b.sessions.length === 0));
  const dutyNames = namesIn(ctx.actor.locale, duties);
  return (
    <Page width="text">
      <LivePage kinds={["training", "absence"]} />
      <PageHeader
        title={t("title")}
        tabs={
          <Tabs
            label={mentoring("views")}
            tabs={[
              { href: "/assistant/training", label: mentoring("myTraining"), isCurrent: true },
              { href: "/assistant/training/options", label: options("title"), isCurrent: false },
              { href: "/assistant/mentoring", label: mentoring("title"), isCurrent: false },
            ]}
          />
        }
      />
      {offered.length > 0 && (
        <Section title={t("offer.title")}>
          <ul>
            {offered.map((one) => (
              <OfferedSeat key={one.enrolment.id} {...one} />
            ))}
          </ul>
        </Section>
      )}
      {mandatory.length > 0 && (
        <Section title={mine("mandatory")}>
          <OwnMandatory courses={mandatory} />
        </Section>
      )}
      {toArrange.length > 0 && (
        <Section title={arrangement("mine")}>
          <ToArrange arrangements={toArrange} today={today} />
        </Section>
      )}
      {toEvaluate.length > 0 && (
        <Section title={evaluation("title")}>
          {toEvaluate.map((course) => (
            <Evaluate key={course.enrolmentId} course={course} />
          ))}
        </Section>
      )}
      <Section title={t("next")}>
        {booked.length > 0 ? (
          <ul>
            {booked.map((one) => (
              <NextDate key={one.enrolment.id} {...one} today={today} shown={shown.get(one.enrolment.id)} />
            ))}
          </ul>
        ) : (
          <EmptyState>{t("none")}</EmptyState>
        )}
      </Section>
      {holds.length > 0 && (
        <Section title={t("holds")}>
          <ul>
            {holds.map((session) => (
              <HeldSession key={session.id} session={session} />
            ))}
          </ul>
        </Section>
      )}
      {asked.length > 0 && (
        <Section title={t("askedFor")}>
          <AskedList enrolments={asked} />
        </Section>
      )}
      {offers.length > 0 && (
        <Section title={t("courses")}>
          <CourseOffers offers={offers} dutyNames={dutyNames} />
        </Section>
      )}
      {certificates.length > 0 && (
        <Section title={certificate("title")}>
          <OwnCertificates certificates={certificates} />
        </Section>
      )}
      {skills.length > 0 && (
        <Section title={t("skills")}>
          <OwnSkills skills={skills} dutyNames={dutyNames} />
        </Section>
      )}
    </Page>
  );
}

function startOf({ dates, timeZone }: SessionView): number {
  const start = beginsAt(
    dates.map((date) => ({ ...date, on: day(date.on) })),
    timeZone,
  );
  return start?.getTime() ?? Number.POSITIVE_INFINITY;
}

function canAsk(session: SessionView, today: string, now: Date): boolean {
  return startOf(session) > now.getTime() && (!session.signUpUntil || today <= session.signUpUntil);
}
