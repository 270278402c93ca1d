import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Search engines read the open jobs and nothing else. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/careers", disallow: "/" },
    sitemap: `${env().NEXTAUTH_URL}/sitemap.xml`,
  };
}
