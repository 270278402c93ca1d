import type { NoticeContent } from "@/lib/notices/schema";

/** A notice as its reader sees it. */
export type NoticeView = NoticeContent & {
  id: string;
  createdAt: Date;
  isRead: boolean;
  /** Names of duties in the reader's language, by id. */
  dutyNames: Record<string, string>;
};
