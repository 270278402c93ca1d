import { NoticesPage } from "@/components/notices/notices-page";
import type { Ctx } from "@/lib/context";
import type { NoticeArea } from "@/lib/notices/schema";
import { markRead } from "../../notices-actions";
import { readNotices } from "./read-notices";

/** The page of a person's notices in one area. */
export async function OwnNotices({ ctx, area }: { ctx: Ctx; area: NoticeArea }) {
  return <NoticesPage area={area} notices={await readNotices(ctx)} markRead={markRead} />;
}
