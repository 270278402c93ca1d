"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { PROFILE_CATEGORIES, type ProfileSectionView } from "@/lib/executives/schema-profile";
import { addSection, changeSection, removeSection } from "./actions";

/** Writes a new section. */
export function AddSectionForm({ executiveId, isOwn }: { executiveId: string; isOwn: boolean }) {
  const t = useTranslations("handovers.executive");
  return (
    <DisclosedForm
      action={addSection}
      fields={{ executiveId }}
      summary={t("addSection")}
      submit={t("save")}
      done={t("added")}
      adds
    >
      <SectionFields isOwn={isOwn} />
    </DisclosedForm>
  );
}

/** Changes a section or, after asking, removes it. */
export function SectionForms({ section, isOwn }: { section: ProfileSectionView; isOwn: boolean }) {
  const t = useTranslations("handovers");
  const { id, version } = section;
  const title = section.title || t(`executive.categories.${section.category}`);
  return (
    <div className="grid max-w-xl gap-x-4 sm:flex sm:flex-wrap">
      <DisclosedForm
        action={changeSection}
        fields={{ id, version }}
        summary={t("executive.changeSection")}
        label={t("executive.changeSectionOf", { title })}
        submit={t("executive.save")}
        done={t("executive.saved")}
      >
        <SectionFields isOwn={isOwn} section={section} />
      </DisclosedForm>
      <Disclosure
        tone="quiet"
        summary={t("executive.removeSection")}
        label={t("executive.removeSectionOf", { title })}
        className="text-sm"
      >
        <div className="grid max-w-72 gap-2 py-1">
          <p className="text-ink-2">{t("executive.removeExplain")}</p>
          <TapForm
            action={removeSection}
            fields={{ id, version }}
            label={t("executive.removeSection")}
            of={t("executive.removeSectionOf", { title })}
            done={t("executive.removed")}
            variant="danger"
          />
        </div>
      </Disclosure>
    </div>
  );
}

function SectionFields({ section, isOwn }: { section?: ProfileSectionView; isOwn: boolean }) {
  const t = useTranslations("handovers.executive");
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
    </>
  );
}
