import { directionOf, isLanguage, LANGUAGES } from "~/locales/languages";
import type { PublicText } from "~crypto/public-text";
import { PlainText } from "../plain-text";

/** A text for the public as everybody will read it: title, paragraphs and nothing else, in its own language. */
export function PublicTextView({ text, level: Heading }: { text: PublicText; level: "h3" | "h4" }) {
  const { language, title, paragraphs } = text;
  return (
    <div className="public-text">
      <p className="small quiet">{isLanguage(language) ? LANGUAGES[language] : language}</p>
      <div lang={language} dir={directionOf(language)}>
        <Heading>
          <PlainText text={title} />
        </Heading>
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order, and two paragraphs can be alike
          <p key={index}>
            <PlainText text={paragraph} />
          </p>
        ))}
      </div>
    </div>
  );
}
