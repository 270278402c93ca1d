import { useTranslations } from "next-intl";
import { SkeletonRows } from "@/components/ui/layout/skeleton";

export default function Loading() {
  return <SkeletonRows label={useTranslations("common.state")("loading")} />;
}
