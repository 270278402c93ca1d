import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
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
  const [courses, duties] = await Promise.all([listCourses(ctx, { withRetired: true }), listDuties(ctx)]);
  const options = Object.entries(namesIn(ctx.actor.locale, duties)).map(([value, label]) => ({
    value,
    label,
  }));
  return (
    <Page width="text">
      <LivePage kinds={["training"]} />
      <TrainingHeader current="courses" />
      {courses.length > 0 ? (
        <CourseList courses={courses} duties={options} />
      ) : (
        <EmptyState>{t("none")}</EmptyState>
      )}
      <AddCourse duties={options} isOpen={courses.length === 0} />
    </Page>
  );
}
