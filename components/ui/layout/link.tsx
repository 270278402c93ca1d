"use client";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";
import { LinkPending } from "./link-pending";

/** A link to a page of Standby. It fetches ahead only when the person turns to it: a page of twenty links would ask for twenty pages otherwise, and again whenever it is drawn anew. */
export function Link({ children, ...props }: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [isMeant, setIsMeant] = useState(false);
  const turnTo = () => setIsMeant(true);
  return (
    <NextLink {...props} prefetch={isMeant ? null : false} onPointerEnter={turnTo} onFocus={turnTo}>
      {children}
      <LinkPending />
    </NextLink>
  );
}
