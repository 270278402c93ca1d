import { useTranslations } from "next-intl";
import { SkeletonTable } from "@/components/ui/layout/skeleton";

export default function Loading() {
  return <SkeletonTable label={useTranslations("common.state")("loading")} columns={3} />;
}
