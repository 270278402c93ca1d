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
  Split,
  TreePalm,
  UserRound,
  UserRoundCheck,
  UsersRound,
} from "lucide-react";
import type { NavKey } from "./areas";

const icons: Record<NavKey, typeof Bell> = {
  coverage: LayoutGrid,
  whatIf: Split,
  requests: Inbox,
  absences: TreePalm,
  myAbsences: TreePalm,
  wallchart: CalendarRange,
  handovers: NotebookText,
  assistants: UsersRound,
  executives: UserRound,
  pools: Layers,
  import: Import,
  week: CalendarDays,
  myWorkload: Scale,
  workload: Scale,
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
