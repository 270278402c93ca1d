import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireImport } from "@/lib/imports/undo/queries";
import { undoImport } from "@/lib/imports/undo/service";
import { idOf, orNotFound } from "@/lib/server/page";
import { UndoForm } from "./_components/undo-form";
import { UndoPreview } from "./_components/undo-preview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.undo"))("title") };
}

export default async function ImportUndoPage({ params }: PageProps<"/manager/import/[id]">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const t = await getTranslations("imports.undo");
  const imports = await getTranslations("imports");
  const format = await getFormatter();
  const one = await orNotFound(() => requireImport(ctx, id));
  const preview = one.undoneAt ? null : await undoImport(ctx, { id, dryRun: true });
  const moment = (at: string) => format.dateTime(new Date(at), "moment");
  return (
    <Page width="text">
      <PageHeader
        title={t("one", { moment: moment(one.at) })}
        back={{ href: "/manager/import", label: imports("title") }}
      />
      {one.undoneAt && <Notice tone="done">{t("undoneAt", { moment: moment(one.undoneAt) })}</Notice>}
      {preview?.ok && (
        <>
          <UndoPreview report={preview.value} />
          <UndoForm id={id} />
        </>
      )}
    </Page>
  );
}
