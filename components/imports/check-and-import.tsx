import { FileCheck, Upload } from "lucide-react";
import { Button } from "@/components/ui/forms/button";
import { FormActions } from "@/components/ui/forms/form";

type CheckAndImportProps = {
  /** The file was checked and can be imported, so that importing is the next step. */
  isReady: boolean;
  words: { check: string; import: string };
};

/** The two ways to send a file: a check that changes nothing, and the import. */
export function CheckAndImport({ isReady, words }: CheckAndImportProps) {
  return (
    <FormActions>
      <Button
        type="submit"
        name="intent"
        value="check"
        variant={isReady ? "outline" : "primary"}
        icon={<FileCheck aria-hidden />}
      >
        {words.check}
      </Button>
      <Button
        type="submit"
        name="intent"
        value="import"
        variant={isReady ? "primary" : "outline"}
        icon={<Upload aria-hidden />}
      >
        {words.import}
      </Button>
    </FormActions>
  );
}
