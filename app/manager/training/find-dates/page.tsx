import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { getOwnWorkingDay } from "@/lib/pools/queries-today";
import { parseSearchParams } from "@/lib/server/page";
import { addDays } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";
import { DayInput, MinuteInput } from "@/lib/time/inputs";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { listCourses } from "@/lib/training/courses/queries";
import { ProposeSplitsInput } from "@/lib/training/splits/schema";
import { AskForm } from "./_components/ask-form";
import { Splits } from "./_components/splits";

const Asked = z.object({
  course: z.uuid().optional(),
  pool: z.uuid().optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  start: MinuteInput.optional(),
  end: MinuteInput.optional(),
  seats: z.coerce.number().int().min(1).max(500).optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training.findDates"))("title") };
}

export default async function FindDatesPage({ searchParams }: PageProps<"/manager/training/find-dates">) {
  const ctx = await requireManager();
  const t = await getTranslations("training");
  const { filter: asked } = await parseSearchParams(Asked, searchParams);
  const [courses, pools, today] = await Promise.all([
    listCourses(ctx),
    listPools(ctx),
    getOwnWorkingDay(ctx),
  ]);
  const next = addDays(mondayOf(isoWeekOf(today)), 7);
  const { from = next, to = addDays(from, 25), start = 480, end = 1020, seats = 12, course, pool } = asked;
  const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const input = ProposeSplitsInput.safeParse({
    ...{ courseId: course, poolId: pool, from, to, startMinute: start, endMinute: end, seats },
  });
  return (
    <Page width="full">
      <PageHeader title={t("findDates.title")} back={{ href: "/manager/training", label: t("title") }}>
        <p className="pt-3 text-base text-ink-2">{t("findDates.intro")}</p>
      </PageHeader>
      <AskForm
        courses={courses.map(optionOf)}
        pools={pools.map(optionOf)}
        values={{
          ...(course && { course }),
          ...(pool && { pool }),
          ...{ from, to, start: clockText(start), end: clockText(end), seats: String(seats) },
        }}
      />
      {input.success && (
        <Suspense
          key={JSON.stringify(input.data)}
          fallback={<p className="text-base text-ink-2">{t("findDates.looking")}</p>}
        >
          <Splits ctx={ctx} input={input.data} />
        </Suspense>
      )}
      {!input.success && course && <EmptyState>{t("findDates.tooLong")}</EmptyState>}
    </Page>
  );
}
