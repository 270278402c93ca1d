import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { COLUMNS, IMPORT_FILES, type ImportFile } from "@/lib/imports/schema";

/** What each column of the four files holds, with a sample of each file to download. */
export function ColumnHelp() {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {IMPORT_FILES.map((file) => (
        <Disclosure key={file} tone="strong" summary={`${file}.csv`} className="border-b border-line py-1">
          <a
            href={`/samples/${file}.csv`}
            download
            className="mt-2 inline-block rounded text-sm text-accent underline underline-offset-2 touch:min-h-11 touch:content-center"
          >
            {t("sample", { name: `${file}.csv` })}
          </a>
          <dl className="mt-2 grid gap-1 text-sm sm:grid-cols-[150px_1fr]">
            {columnsOf(file).map((column) => (
              <div key={column} className="contents">
                <dt className="font-medium">{column}</dt>
                <dd className="text-ink-2">
                  {t(`help.columns.${file}.${column}` as "help.columns.support.role")}
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ))}
    </div>
  );
}

function columnsOf(file: ImportFile): readonly string[] {
  const { required, optional } = COLUMNS[file];
  return [...required, ...optional];
}
