import type { MetadataRoute } from "next";

/** What a phone shows when Standby is installed; every start opens the home of whoever is signed in. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Standby",
    short_name: "Standby",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f5f6f8",
    theme_color: "#f5f6f8",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
