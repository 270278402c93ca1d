import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeveloperFrame } from "../_components/developer-frame";
import { OperationEntry } from "../_components/operation-entry";
import { referenceHere } from "../reference";

async function requireGroup(slug: string) {
  const { groups } = await referenceHere();
  const group = groups.find((one) => one.slug === slug);
  if (!group) notFound();
  return { group, groups };
}

export async function generateMetadata({ params }: PageProps<"/developers/[group]">): Promise<Metadata> {
  const { group } = await requireGroup((await params).group);
  return { title: `${group.name} · API` };
}

/** The operations of one group of the API. */
export default async function GroupPage({ params }: PageProps<"/developers/[group]">) {
  const { group, groups } = await requireGroup((await params).group);
  return (
    <DeveloperFrame groups={groups} current={group.slug}>
      <header className="grid gap-1">
        <h1 lang="en" className="text-xl font-semibold tracking-tight">
          {group.name}
        </h1>
        <p lang="en" className="text-base text-ink-2">
          {group.description}
        </p>
      </header>
      {group.operations.map((operation) => (
        <OperationEntry key={operation.id} operation={operation} />
      ))}
    </DeveloperFrame>
  );
}
