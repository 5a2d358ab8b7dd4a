import { useLocation } from "@remix-run/react";

/** Makes links that keep the language a visitor asked for in the address: nothing else remembers it. */
export function useHref(): (path: string, values?: Record<string, string>) => string {
  const asked = new URLSearchParams(useLocation().search).get("lang");
  return (path, values = {}) => addressOf(path, { ...(asked && { lang: asked }), ...values });
}

/** This very page in another language, with whatever else its address says. */
export function useLanguageHref(): (language: string) => string {
  const { pathname, search } = useLocation();
  return (language) => addressOf(pathname, { ...Object.fromEntries(new URLSearchParams(search)), lang: language });
}

function addressOf(path: string, values: Record<string, string>): string {
  const [bare = path, fragment] = path.split("#");
  const query = new URLSearchParams(values).toString();
  return `${bare}${query ? `?${query}` : ""}${fragment ? `#${fragment}` : ""}`;
}
