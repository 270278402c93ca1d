import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/layout/link";
import { DeveloperFrame } from "./_components/developer-frame";
import { MethodMark } from "./_components/method-mark";
import { referenceHere } from "./reference";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.reference"))("title") };
}

/** What the API is, and every operation in a line. */
export default async function DevelopersPage() {
  const t = await getTranslations("api.reference");
  const { intro, groups } = await referenceHere();
  return (
    <DeveloperFrame groups={groups} current={null}>
      <header className="grid max-w-2xl gap-3">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <div lang="en" className="grid gap-2 text-base text-pretty text-ink-2">
          {intro.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <p className="text-base text-ink-2">{t("token")}</p>
        <code className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
          TOKEN=$(npm run -s token -- --email you@example.org)
        </code>
        <a
          href="/api/v1/openapi.json"
          className="w-fit rounded-md font-medium text-accent underline underline-offset-2 touch:min-h-11 touch:content-center"
        >
          {t("document")}
        </a>
      </header>
      {groups.map((group) => (
        <section key={group.slug} className="grid gap-2 border-t border-line pt-5">
          <h2 lang="en" className="text-lg font-semibold">
            {group.name}
          </h2>
          <p lang="en" className="text-base text-ink-2">
            {group.description}
          </p>
          <ul lang="en" className="grid">
            {group.operations.map(({ id, method, path, summary }) => (
              <li key={id} className="border-b border-line">
                <Link
                  href={`/developers/${group.slug}#${id}`}
                  className="grid gap-x-4 gap-y-0.5 rounded-md py-2 hover:bg-canvas sm:grid-cols-2"
                >
                  <MethodMark method={method} path={path} />
                  <span className="text-sm text-ink-2">{summary}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DeveloperFrame>
  );
}
