import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "~/components/desk/frame";
import { SignInForm } from "~/components/desk/sign-in-form";
import { readOfficeName } from "~/services/office.server";
import desk from "~/styles/desk.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

export async function loader() {
  return readOfficeName();
}

export default function SignInPage() {
  const { officeName, demonstration } = useLoaderData<typeof loader>();
  return (
    <Frame officeName={officeName} demonstration={demonstration}>
      <SignInForm />
    </Frame>
  );
}
