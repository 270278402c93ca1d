import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { namesOfExecutives } from "@/lib/executives/queries-names";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { day } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { listArrangements } from "@/lib/training/arrangements/queries";
import { listAttendance } from "@/lib/training/attendance/queries";
import { listSessionEnrolments } from "@/lib/training/enrolments/queries";
import { listSeatCovers } from "@/lib/training/enrolments/queries-covers";
import { previewBooking } from "@/lib/training/enrolments/queries-preview";
import { getEvaluations } from "@/lib/training/evaluations/queries";
import { listOtherSessions, requireLedSession } from "@/lib/training/sessions/queries";
import { hasBegun } from "@/lib/training/sessions/rules";
import { Arrangements } from "./_components/arrangements";
import { BookingPanel } from "./_components/booking-panel";
import { ChangeSession } from "./_components/change-session";
import { ChoosePerson } from "./_components/choose-person";
import { CoverList } from "./_components/cover-list";
import { Evaluations } from "./_components/evaluations";
import { FinishSession } from "./_components/finish-session";
import { Interested } from "./_components/interested";
import { Participants } from "./_components/participants";
import { SessionFacts } from "./_components/session-facts";
import { SetTrainer } from "./_components/set-trainer";
import { UndecidedHere } from "./_components/undecided-here";
import { WaitingList } from "./_components/waiting-list";

const Asked = z.object({ person: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("title") };
}

export default async function TrainingSessionPage({
  params,
  searchParams,
}: PageProps<"/manager/training/sessions/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("training");
  const id = idOf((await params).id);
  const { person } = (await parseSearchParams(Asked, searchParams)).filter;
  const session = await orNotFound(() => requireLedSession(ctx, id));
  const [enrolments, covers, attendance, others, assistants, arrangements] = await Promise.all([
    listSessionEnrolments(ctx, id),
    listSeatCovers(ctx, id),
    listAttendance(ctx, id),
    listOtherSessions(ctx, session),
    assistantsToChoose(ctx, session.poolId, searchParams),
    listArrangements(ctx, id),
  ]);
  const of = (...statuses: string[]) => enrolments.filter(({ status }) => statuses.includes(status));
  const [seats, waiting, undecided, interested] = [
    of("booked", "offered", "attended", "incomplete", "no_show"),
    of("waitlisted"),
    of("nominated", "requested"),
    of("approved"),
  ];
  const dates = session.dates.map((date) => ({ ...date, on: day(date.on) }));
  const isOpen = session.status === "open" && !hasBegun(dates, session.timeZone, ctx.now);
  const begun = session.dates.filter(
    (date) => instantIn(session.timeZone, day(date.on), date.startMinute) <= ctx.now,
  );
  const lacksTrainer = session.held > 0 && session.trainerId === null && session.trainer === "";
  const isFull = session.held >= session.capacity || waiting.length > 0;
  const gives = dates.length === 0 ? "interest" : isFull ? "line" : "seat";
  const isHere = (status: string | undefined) =>
    status === "booked" || status === "waitlisted" || (gives === "interest" && status === "approved");
  const isToBook = person && isOpen && !isHere(enrolments.find((one) => one.assistantId === person)?.status);
  const preview = isToBook
    ? await orNotFound(() => previewBooking(ctx, { sessionId: id, assistantId: person }))
    : null;
  const names = await namesOfExecutives(
    ctx,
    waiting.flatMap(({ passedOverFor }) => passedOverFor),
  );
  const nameOf = new Map([
    ...enrolments.map(({ assistantId, assistantName }) => [assistantId, assistantName] as const),
    [session.trainerId ?? "", session.trainerName ?? ""] as const,
  ]);
  return (
    <Page width="full">
      <LivePage kinds={["training", "cover", "absence"]} poolIds={[session.poolId]} />
      <PageHeader
        title={session.course}
        back={{ href: "/manager/training", label: t("title") }}
        meta={t(`session.status.${isOpen || session.status !== "open" ? session.status : "begun"}`)}
      />
      <SessionFacts session={session} />
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
        <Section title={t("participants.title", { held: session.held, capacity: session.capacity })}>
          {seats.length > 0 ? (
            <Participants
              enrolments={seats}
              session={session}
              canGiveBack={isOpen}
              begun={session.status === "cancelled" ? [] : begun}
              attendance={attendance}
              others={others}
            />
          ) : (
            <EmptyState>{t("participants.none")}</EmptyState>
          )}
          {isOpen && lacksTrainer && <Notice tone="gap">{t("trainer.missing")}</Notice>}
          {isOpen && <SetTrainer session={session} assistants={assistants.choices} />}
          {isOpen && <ChangeSession session={session} />}
          {session.status === "open" && dates.length > 0 && begun.length === dates.length && (
            <FinishSession session={session} />
          )}
        </Section>
        <div className="grid content-start gap-8">
          {waiting.length > 0 && (
            <Section title={t("waiting.title", { count: waiting.length })}>
              <WaitingList enrolments={waiting} executiveNames={names} />
            </Section>
          )}
          {undecided.length > 0 && (
            <Section title={t("undecided.titleCount", { count: undecided.length })}>
              <UndecidedHere enrolments={undecided} sessionId={id} />
            </Section>
          )}
          {interested.length > 0 && (
            <Section title={t("interested.title", { count: interested.length })}>
              <Interested enrolments={interested} />
            </Section>
          )}
          {isOpen && (
            <Section title={t("booking.title")}>
              <ChoosePerson assistants={assistants} chosen={person} />
              {preview && <BookingPanel preview={preview} sessionId={id} gives={gives} />}
            </Section>
          )}
        </div>
        <div className="grid content-start gap-8">
          <Section title={t("arrangements.title", { done: session.arranged, count: session.arrangements })}>
            <Arrangements
              sessionId={id}
              arrangements={arrangements}
              assistants={assistants.choices}
              today={dayIn(session.timeZone, ctx.now)}
              isOpen={session.status === "open"}
            />
          </Section>
          <Section title={t("cover.title")}>
            <CoverList covers={covers} nameOf={nameOf} />
          </Section>
          {begun.length > 0 && (
            <Section title={t("evaluation.summary")}>
              <Evaluations evaluations={await getEvaluations(ctx, id)} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}
