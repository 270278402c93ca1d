import type { formats } from "./formats";
import type { LocaleTag } from "./locales";
import type { Messages as AppMessages } from "./messages";

declare module "next-intl" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: next-intl reads its configuration from this interface
  interface AppConfig {
    Locale: LocaleTag;
    Messages: AppMessages;
    Formats: typeof formats;
  }
}
