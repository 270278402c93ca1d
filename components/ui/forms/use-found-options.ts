"use client";
import { useEffect, useState } from "react";
import type { FindOptions, Option } from "./options";

const QUIET_MS = 150;

/** What the server finds for what is typed; an answer that comes late is not shown. */
export function useFoundOptions(typed: string, find: FindOptions | undefined) {
  const [answer, setAnswer] = useState<{ typed: string; found: Option[]; failed?: boolean }>();
  const asked = typed.trim();
  useEffect(() => {
    if (!find || asked === "") return;
    let isLatest = true;
    const timer = setTimeout(() => {
      find(asked).then(
        (found) => isLatest && setAnswer({ typed: asked, found }),
        () => isLatest && setAnswer({ typed: asked, found: [], failed: true }),
      );
    }, QUIET_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [asked, find]);
  const isAsking = Boolean(find) && asked !== "" && answer?.typed !== asked;
  return { found: answer?.found ?? [], isAsking, failed: !isAsking && Boolean(answer?.failed) };
}
