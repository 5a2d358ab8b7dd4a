import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { Failure } from "../failure";
import { ShortCode } from "../fingerprint";

type Props = {
  name: string;
  fingerprint: string;
  /** What is said about them, above the code. */
  about: ReactNode;
  /** How the code is compared. */
  compare: string;
  button: { rest: string; busy: string };
  mayCertify: boolean;
  certify: () => Promise<unknown>;
};

/** A person with a key that does not count yet: the code to compare, and the button for who holds the office key. */
export function CertifyCard({ name, fingerprint, about, compare, button, mayCertify, certify }: Props) {
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const press = async () => {
    setBusy(true);
    setError(null);
    try {
      await certify();
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <li className="card joined">
      <h3>{name}</h3>
      {about}
      <ShortCode fingerprint={fingerprint} big />
      <p>{compare}</p>
      <Failure error={error} />
      {mayCertify && (
        <p className="actions">
          <button type="button" className="button primary" disabled={busy} onClick={() => void press()}>
            {busy ? button.busy : button.rest}
          </button>
        </p>
      )}
    </li>
  );
}
