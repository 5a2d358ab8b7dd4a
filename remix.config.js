/** Remix's own options; `vite.config.ts` hands them to the Vite plugin. @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*.css", "**/*.test.*"],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    // Off: with it the page suspends at its root while it decodes its data, and React 18 loses the root for good
    // (error 345) when somebody types or clicks in that moment. See docs/decisions/0006-no-single-fetch.md.
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  },
};
