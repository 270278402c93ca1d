import type { NoticeView } from "@/components/notices/notice-view";
import { readNotice } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import { listNotices } from "@/lib/notices/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";

/** The reader's latest notices, read by their declarations, with the names of the duties they speak of. */
export async function readNotices(ctx: Ctx): Promise<NoticeView[]> {
  const rows = await listNotices(ctx);
  const notices = rows.map(({ id, createdAt, isRead, ...written }) => ({
    id,
    createdAt,
    isRead,
    ...readNotice(written),
  }));
  const parts = notices.flatMap((notice) => Object.values(notice.parts));
  const dutyIds = parts.flatMap((part) =>
    typeof part === "object" && "dutyIds" in part ? part.dutyIds : [],
  );
  const dutyNames = await namesOfDuties(ctx, dutyIds);
  return notices.map((notice) => ({ ...notice, dutyNames }));
}
