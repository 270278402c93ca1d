import { redirect } from "next/navigation";
import { requirePerson } from "@/lib/auth/guards";
import { homeOf } from "@/lib/auth/person";

export default async function Home() {
  const { actor } = await requirePerson();
  redirect(homeOf(actor));
}
