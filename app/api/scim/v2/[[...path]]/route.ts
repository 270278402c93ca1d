import { handleScim } from "@/lib/api/scim";

export const dynamic = "force-dynamic";

export {
  handleScim as DELETE,
  handleScim as GET,
  handleScim as PATCH,
  handleScim as POST,
  handleScim as PUT,
};
