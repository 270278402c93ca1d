import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { SENIORITIES } from "@/lib/assistants/schema";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { listCourses } from "@/lib/training/courses/queries";
import { TrainingHeader } from "../_components/training-header";
import { AddCourse } from "./_components/add-course";
import { CourseList } from "./_components/course-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("view.courses") };
}

export default async function CoursesPage() {
  const ctx = await requireManager();
  const t = await getTranslations("training.course");
  const [courses, duties, pools] = await Promise.all([
    listCourses(ctx, { withRetired: true }),
    listDuties(ctx),
    listPools(ctx),
  ]);
  const seniority = await getTranslations("people.seniority");
  const options = Object.entries(namesIn(ctx.actor.locale, duties)).map(([value, label]) => ({
    value,
    label,
  }));
  const audiences = [
    { value: "all", label: t("everybody") },
    ...pools.map(({ id, name }) => ({ value: `pool:${id}`, label: t("ofPool", { name }) })),
    ...SENIORITIES.map((one) => ({
      value: `seniority:${one}`,
      label: t("ofSeniority", { name: seniority(one) }),
    })),
    ...options.map(({ value, label }) => ({ value: `duty:${value}`, label: t("ofDuty", { name: label }) })),
  ];
  return (
    <Page width="text">
      <LivePage kinds={["training"]} />
      <TrainingHeader current="courses" />
      {courses.length > 0 ? (
        <CourseList courses={courses} duties={options} audiences={audiences} />
      ) : (
        <EmptyState>{t("none")}</EmptyState>
      )}
      <AddCourse duties={options} audiences={audiences} isOpen={courses.length === 0} />
    </Page>
  );
}
