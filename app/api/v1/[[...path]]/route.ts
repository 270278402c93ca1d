import { handleApi } from "@/lib/api/handle";

export const dynamic = "force-dynamic";
export const maxDuration = 60;

export {
  handleApi as DELETE,
  handleApi as GET,
  handleApi as HEAD,
  handleApi as PATCH,
  handleApi as POST,
  handleApi as PUT,
};
