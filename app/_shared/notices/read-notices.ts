import type { NoticeView } from "@/components/notices/notice-view";
import { readNotice } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import { listNotices } from "@/lib/notices/queries";
import { dutiesOfNotices } from "@/lib/notices/rules-words";
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
  const dutyNames = await namesOfDuties(ctx, dutiesOfNotices(notices));
  return notices.map((notice) => ({ ...notice, dutyNames }));
}
