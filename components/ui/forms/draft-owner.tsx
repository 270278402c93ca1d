"use client";
import { type ReactNode, useEffect } from "react";
import { DraftOwnerContext, forgetDraftsBut } from "./use-draft";

/** Says whose the forms beneath are, so that what one person typed is never shown to another on the same browser. */
export function DraftOwner({ id, children }: { id: string; children: ReactNode }) {
  useEffect(() => forgetDraftsBut(id), [id]);
  return <DraftOwnerContext value={id}>{children}</DraftOwnerContext>;
}
