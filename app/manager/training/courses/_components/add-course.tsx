"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { addCourse } from "../../actions";
import { CourseFields } from "./course-fields";

type AddCourseProps = {
  duties: { value: string; label: string }[];
  audiences: { value: string; label: string }[];
  isOpen: boolean;
};

/** Adds something to be learnt. */
export function AddCourse({ duties, audiences, isOpen }: AddCourseProps) {
  const t = useTranslations("training.course");
  return (
    <AddForm action={addCourse} label={t("add")} done={t("added")} isOpen={isOpen}>
      <CourseFields duties={duties} audiences={audiences} />
    </AddForm>
  );
}
