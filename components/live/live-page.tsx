"use client";
import type { LiveTopic } from "@/lib/live/rules-topics";
import { useLive } from "./live-context";

/** Keeps the page it stands on as others leave it: drawn anew whenever they change what it shows. */
export function LivePage(topic: LiveTopic) {
  useLive(topic);
  return null;
}
