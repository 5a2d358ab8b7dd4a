import { AccountPage } from "~/components/desk/account-page";
import { useDesk } from "~/components/desk/use-desk";

export const handle = { hydrate: true };

export default function Page() {
  return <AccountPage desk={useDesk()} />;
}
