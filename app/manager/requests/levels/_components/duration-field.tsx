import { TextField, type TextFieldProps } from "@/components/ui/forms/text-field";
import { DURATION } from "@/lib/requests/levels/rules-duration";

/** Hours and minutes of a promise: "1:30". */
export function DurationField(props: Omit<TextFieldProps, "pattern" | "controlClassName">) {
  return <TextField {...props} pattern={DURATION.source} controlClassName="tnum max-w-32" />;
}
