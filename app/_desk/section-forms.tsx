"use client";
import { useTranslations } from "next-intl";
import { TapForm } from "@/components/handovers/tap-form";
import { useHandoverRefusals } from "@/components/handovers/use-handover-refusals";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormDisclosure } from "@/components/ui/form-disclosure";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { PROFILE_CATEGORIES, type ProfileSectionView } from "@/lib/executives/schema-profile";
import { addSection, changeSection, removeSection } from "./actions";

/** Writes a new section. */
export function AddSectionForm({ executiveId, isOwn }: { executiveId: string; isOwn: boolean }) {
  const t = useTranslations("handovers.desk");
  return (
    <Form
      action={addSection}
      done={t("added")}
      refusals={useHandoverRefusals()}
      className="max-w-xl"
      resetWhenDone
    >
      <FormDisclosure summary={t("addSection")}>
        <input type="hidden" name="executiveId" value={executiveId} />
        <SectionFields isOwn={isOwn} />
      </FormDisclosure>
    </Form>
  );
}

/** Changes a section or, after asking, removes it. */
export function SectionForms({ section, isOwn }: { section: ProfileSectionView; isOwn: boolean }) {
  const t = useTranslations("handovers");
  const { id, version } = section;
  const title = section.title || t(`desk.categories.${section.category}`);
  return (
    <div className="grid max-w-xl gap-x-4 sm:flex sm:flex-wrap">
      <Form
        action={changeSection}
        done={t("desk.saved")}
        refusals={useHandoverRefusals()}
        className="flex-1 basis-64"
      >
        <FormDisclosure summary={t("desk.changeSection")} label={t("desk.changeSectionOf", { title })}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <SectionFields isOwn={isOwn} section={section} />
        </FormDisclosure>
      </Form>
      <details className="text-sm">
        <summary
          aria-label={t("desk.removeSectionOf", { title })}
          className="w-fit cursor-default rounded-md py-1 text-ink-2 hover:underline touch:min-h-11 touch:py-2.5"
        >
          {t("desk.removeSection")}
        </summary>
        <div className="grid max-w-72 gap-2 py-1">
          <p className="text-ink-2">{t("desk.removeExplain")}</p>
          <TapForm
            action={removeSection}
            fields={{ id, version }}
            label={t("desk.removeSection")}
            of={t("desk.removeSectionOf", { title })}
            done={t("desk.removed")}
            variant="danger"
          />
        </div>
      </details>
    </div>
  );
}

function SectionFields({ section, isOwn }: { section?: ProfileSectionView; isOwn: boolean }) {
  const t = useTranslations("handovers.desk");
  return (
    <>
      <Select
        name="category"
        label={t("category")}
        options={PROFILE_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
        defaultValue={section?.category ?? "preferences"}
        isRequired
      />
      <TextField
        name="title"
        label={t("heading")}
        defaultValue={section?.title ?? ""}
        maxLength={120}
        isRequired={false}
      />
      <TextArea
        name="body"
        label={t("body")}
        defaultValue={section?.body ?? ""}
        rows={5}
        maxLength={8000}
        isRequired
      />
      <Checkbox
        name="confidential"
        label={t("isConfidential")}
        description={t("isConfidentialHint")}
        defaultChecked={section?.confidential}
      />
      {isOwn ? (
        <Checkbox
          name="openToManagers"
          label={t("openToManagers")}
          defaultChecked={section?.openToManagers}
        />
      ) : (
        section?.openToManagers && <input type="hidden" name="openToManagers" value="on" />
      )}
      <Button type="submit" variant="primary" className="w-fit">
        {t("save")}
      </Button>
    </>
  );
}
