"use client";
import { findExecutives } from "@/app/_shared/forms/find-people";
import { PadKey } from "@/components/requests/pad-key";
import { readPad, takeMessage } from "./pad-actions";

/** The message pad of a manager: typing finds every executive of their pools. */
export function ManagerPad() {
  return <PadKey load={readPad} action={takeMessage} find={(q) => findExecutives({ q })} />;
}
