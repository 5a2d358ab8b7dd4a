import { useEffect, useState } from "react";
import { useWords } from "~/components/words";
import { drawPassphrase, type PassphraseDraft, type Strength, strengthOf } from "~/desk/passphrase-draft";
import { TextField } from "./field";

/** A passphrase typed twice, with a suggestion and with its strength in words. */
export function PassphraseFields(props: {
  draft: PassphraseDraft;
  error: string | null;
  onDraft: (draft: PassphraseDraft) => void;
}) {
  const { draft, onDraft } = props;
  const t = useWords("desk");
  const [shown, setShown] = useState(false);
  const strength = useStrength(draft.first);
  const typing = {
    type: shown ? "text" : "password",
    autoComplete: "new-password",
    spellCheck: false,
    autoCapitalize: "off",
  };
  const differs = draft.second.length >= draft.first.length && draft.second !== draft.first;

  return (
    <>
      <Suggestion
        onUse={(first) => {
          setShown(true);
          onDraft({ first, second: "" });
        }}
      />
      <TextField
        {...typing}
        label={t("passphrase.first")}
        hint={t("passphrase.hint")}
        error={props.error}
        value={draft.first}
        onValue={(first) => onDraft({ ...draft, first })}
      />
      <StrengthMeter strength={draft.first ? strength : null} />
      <TextField
        {...typing}
        label={t("passphrase.second")}
        error={differs ? t("passphrase.fault.differ") : null}
        value={draft.second}
        onValue={(second) => onDraft({ ...draft, second })}
      />
      <label className="choice">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        <span>{t("passphrase.show")}</span>
      </label>
    </>
  );
}

function Suggestion({ onUse }: { onUse: (passphrase: string) => void }) {
  const t = useWords("desk");
  const [suggestion, setSuggestion] = useState("");
  const draw = () => void drawPassphrase().then(setSuggestion);
  useEffect(draw, []);
  if (!suggestion) return null;
  return (
    <div className="note suggestion">
      <p>{t("passphrase.suggestion")}</p>
      <p className="words mono" dir="ltr" id="suggested-passphrase">
        {suggestion}
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => onUse(suggestion)}>
          {t("passphrase.use")}
        </button>
        <button type="button" className="button" onClick={draw}>
          {t("passphrase.another")}
        </button>
      </p>
    </div>
  );
}

function StrengthMeter({ strength }: { strength: Strength | null }) {
  const t = useWords("desk");
  return (
    <div className="strength" aria-live="polite">
      {strength && (
        <>
          <meter
            min={0}
            max={90}
            low={40}
            high={60}
            optimum={90}
            value={Math.min(90, strength.bits)}
            aria-hidden="true"
          />
          <p>{t(`passphrase.strength.${strength.label}`)}</p>
        </>
      )}
    </div>
  );
}

function useStrength(passphrase: string): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    void strengthOf(passphrase).then((found) => {
      if (current) setStrength(found);
    });
    return () => {
      current = false;
    };
  }, [passphrase]);
  return strength;
}
