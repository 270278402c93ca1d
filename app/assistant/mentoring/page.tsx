import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { RampSteps } from "@/components/mentoring/ramp-steps";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireAssistant } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { proposeMeetings } from "@/lib/mentoring/meetings/queries";
import { listOwnNotes } from "@/lib/mentoring/notes/queries";
import { listOwnMentorships } from "@/lib/mentoring/pairs/queries";
import { getMentorLimit } from "@/lib/mentoring/pairs/queries-mentors";
import { listOwnRamps } from "@/lib/mentoring/ramp/queries";
import { getOwnWish } from "@/lib/mentoring/wishes/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { getOwnDay } from "@/lib/pools/queries-today";
import { AskMentor } from "./_components/ask-mentor";
import { AskedPair } from "./_components/asked-pair";
import { MentorLimit } from "./_components/mentor-limit";
import { PairSection } from "./_components/pair-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentoring"))("title") };
}

export default async function MentoringPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("mentoring");
  const options = await getTranslations("training.ownOptions");
  const own = ctx.actor.assistant.id;
  const [pairs, most, duties, today, wish] = await Promise.all([
    listOwnMentorships(ctx),
    getMentorLimit(ctx),
    listDuties(ctx),
    getOwnDay(ctx),
    getOwnWish(ctx),
  ]);
  const going = pairs.filter(({ status }) => status !== "proposed");
  const asked = pairs.filter(({ status }) => status === "proposed");
  const mentees = going.filter(({ mentorId }) => mentorId === own).map(({ menteeId }) => menteeId);
  const [notes, times, ramps] = await Promise.all([
    listOwnNotes(
      ctx,
      going.map(({ id }) => id),
    ),
    proposeMeetings(ctx, going),
    listOwnRamps(ctx, mentees),
  ]);
  const dutyNames = namesIn(ctx.actor.locale, duties);
  const ownSteps = ramps.get(own) ?? [];
  return (
    <Page width="text">
      <LivePage kinds={["training"]} />
      <PageHeader
        title={t("title")}
        tabs={
          <Tabs
            label={t("views")}
            tabs={[
              { href: "/assistant/training", label: t("myTraining"), isCurrent: false },
              { href: "/assistant/training/options", label: options("title"), isCurrent: false },
              { href: "/assistant/mentoring", label: t("title"), isCurrent: true },
            ]}
          />
        }
      />
      {asked.length > 0 && (
        <Section title={t("asked.title")}>
          <ul>
            {asked.map((pair) => (
              <AskedPair key={pair.id} pair={pair} isMentor={pair.mentorId === own} />
            ))}
          </ul>
        </Section>
      )}
      {going.map((pair) => (
        <PairSection
          key={pair.id}
          {...{ pair, dutyNames, today }}
          isMentor={pair.mentorId === own}
          notes={notes.filter(({ mentorshipId }) => mentorshipId === pair.id)}
          times={times.get(pair.id) ?? []}
          steps={pair.mentorId === own ? (ramps.get(pair.menteeId) ?? []) : []}
        />
      ))}
      {pairs.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      {ownSteps.length > 0 && (
        <Section title={t("ramp.title")}>
          <p className="text-sm text-ink-2">{t("ramp.own")}</p>
          <RampSteps assistantId={own} steps={ownSteps} dutyNames={dutyNames} today={today} />
        </Section>
      )}
      {!pairs.some(({ menteeId }) => menteeId === own) && (
        <Section title={t("wish.title")}>
          <AskMentor
            duties={duties.map(({ id }) => ({ value: id, label: dutyNames[id] ?? id }))}
            wish={wish}
          />
        </Section>
      )}
      <Section title={t("limit.title")}>
        <MentorLimit key={most} most={most} />
      </Section>
    </Page>
  );
}
