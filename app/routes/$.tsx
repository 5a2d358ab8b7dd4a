/** Any address that is no page: the root's own page says so, with the office's name, title and way out. */
export function loader() {
  throw new Response(null, { status: 404 });
}

/** Never drawn; a route without a page of its own would answer with a bare status. */
export default function Nowhere() {
  return null;
}
