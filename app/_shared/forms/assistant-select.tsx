"use client";
import { Select } from "@/components/ui/forms/select";
import { findAssistants } from "./find-people";
import type { AssistantChoices } from "./people-choices";

type AssistantSelectProps = {
  name: string;
  label: string;
  assistants: AssistantChoices;
  defaultValue?: string;
  placeholder: string;
};

/** Somebody of the pools: from the list, or, where it is cut, by a search that goes on to the server. */
export function AssistantSelect({ assistants, ...field }: AssistantSelectProps) {
  const isSearched = assistants.isCut || assistants.q !== undefined;
  return (
    <Select {...field} options={assistants.choices} find={isSearched ? findByName : undefined} isRequired />
  );
}

function findByName(q: string) {
  return findAssistants({ q });
}
