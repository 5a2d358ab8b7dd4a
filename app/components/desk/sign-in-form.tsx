import { useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import { signIn } from "~/desk/sign-in";
import { Failure } from "./failure";
import { TextField } from "./field";
import { drawFirst } from "./making";
import { useReady } from "./use-ready";

/** Name and passphrase, once: the same derivation signs in and opens the key. */
export function SignInForm() {
  const t = useWords("desk");
  const navigate = useNavigate();
  const ready = useReady();
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy || !name.trim() || !passphrase) return;
    setBusy(true);
    setError(null);
    try {
      await drawFirst();
      await signIn(name.trim().toLowerCase(), passphrase);
      setPassphrase("");
      navigate("/desk", { replace: true });
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };

  return (
    <form className="card narrow" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t("signIn.heading")}</h1>
      <p className="quiet">{t("signIn.lead")}</p>
      <TextField
        label={t("you.name")}
        dir="ltr"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        value={name}
        onValue={setName}
      />
      <TextField
        label={t("passphrase.first")}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onValue={setPassphrase}
      />
      <Failure error={error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={!ready || busy}>
          {t(busy ? "signIn.busy" : "signIn.submit")}
        </button>
      </p>
      <p role="status" className="quiet small">
        {busy ? t("signIn.working") : ""}
      </p>
    </form>
  );
}
