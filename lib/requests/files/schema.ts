import type { FileView } from "@/lib/files/schema";

/** A file of a request; with which word about it it was sent, or with the request itself. */
export type RequestFileView = FileView & { commentId: string | null };
