import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { parseSearchParams } from "@/lib/server/page";
import { listCourses } from "@/lib/training/courses/queries";
import { PlanForm } from "./_components/plan-form";

const Asked = z.object({ course: z.uuid().optional(), pool: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training.plan"))("open") };
}

export default async function PlanSessionPage({ searchParams }: PageProps<"/manager/training/sessions/new">) {
  const ctx = await requireManager();
  const t = await getTranslations("training");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const [courses, pools] = await Promise.all([listCourses(ctx), listPools(ctx)]);
  const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <Page width="text">
      <PageHeader title={t("plan.open")} back={{ href: "/manager/training", label: t("title") }} />
      {courses.length > 0 ? (
        <PlanForm courses={courses.map(optionOf)} pools={pools.map(optionOf)} asked={filter} />
      ) : (
        <EmptyState action={<LinkButton href="/manager/training/courses">{t("course.add")}</LinkButton>}>
          {t("course.none")}
        </EmptyState>
      )}
    </Page>
  );
}
