"use client";
import Link from "next/link";
import { type ComponentProps, useState } from "react";
import { LinkPending } from "@/components/ui/layout/link-pending";

/** A link that fetches its page ahead only when the person turns to it: a menu of twelve would ask for twelve pages otherwise. */
export function IntentLink({ children, ...props }: ComponentProps<typeof Link>) {
  const [isMeant, setIsMeant] = useState(false);
  const turnTo = () => setIsMeant(true);
  return (
    <Link {...props} prefetch={isMeant ? null : false} onPointerEnter={turnTo} onFocus={turnTo}>
      {children}
      <LinkPending />
    </Link>
  );
}
