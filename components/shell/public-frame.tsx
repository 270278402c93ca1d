import type { ReactNode } from "react";
import { Brand } from "./brand";
import { LanguageForm } from "./preference-forms";
import type { Preferences } from "./shell-types";

type PublicFrameProps = { preferences: Preferences; children: ReactNode };

/** The page of someone who is not signed in: the mark, one column, and the language below. */
export function PublicFrame({ preferences, children }: PublicFrameProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto] bg-surface">
      <main className="mx-auto grid w-full max-w-[26rem] content-start gap-6 px-5 pt-8 pb-6 sm:pt-[9dvh]">
        <Brand className="text-base" />
        {children}
      </main>
      <footer className="mx-auto w-full max-w-[26rem] px-5 pb-6">
        <LanguageForm {...preferences} />
      </footer>
    </div>
  );
}
