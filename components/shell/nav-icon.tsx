import {
  Bell,
  BookUser,
  CalendarDays,
  CalendarRange,
  CalendarSync,
  ClipboardList,
  Import,
  Inbox,
  KeyRound,
  Layers,
  LayoutGrid,
  LifeBuoy,
  NotebookText,
  Scale,
  Send,
  TreePalm,
  UserRound,
  UserRoundCheck,
  UsersRound,
} from "lucide-react";
import type { NavKey } from "./areas";

const icons: Record<NavKey, typeof Bell> = {
  coverage: LayoutGrid,
  requests: Inbox,
  absences: TreePalm,
  wallchart: CalendarRange,
  handovers: NotebookText,
  assistants: UsersRound,
  executives: UserRound,
  pools: Layers,
  import: Import,
  week: CalendarDays,
  cover: Scale,
  fairness: Scale,
  support: UserRoundCheck,
  myRequests: Send,
  profile: BookUser,
  accounts: KeyRound,
  audit: ClipboardList,
  standIns: LifeBuoy,
  feeds: CalendarSync,
  notices: Bell,
};

export function NavIcon({ place, className }: { place: NavKey; className?: string }) {
  const Icon = icons[place];
  return <Icon aria-hidden className={className} strokeWidth={1.8} />;
}
