"use client";
import { type RefObject, useEffect, useState } from "react";

/** True once an element has a place on the page: what lies in a closed part of it costs nothing until that is opened. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched || isSeen) return;
    const observer = new ResizeObserver(() => watched.checkVisibility() && setSeen(true));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
