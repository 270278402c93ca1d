"use client";
import { findExecutives } from "@/app/_shared/forms/find-people";
import { Requester } from "@/components/requests/requester";
import type { Option } from "@/components/ui/forms/options";

/** For which executive of the manager's pools: typing finds those who are not listed. */
export function ManagedRequester({ options, chosen }: { options: Option[]; chosen?: string | undefined }) {
  return <Requester options={options} chosen={chosen} find={(q) => findExecutives({ q })} />;
}
