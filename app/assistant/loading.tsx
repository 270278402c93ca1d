import { useTranslations } from "next-intl";
import { SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("common.state");
  return <SkeletonTable label={t("loading")} />;
}
