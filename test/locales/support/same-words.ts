const SAME_WORD = "the same word in both languages";

/** Messages that may read as in English, by language, each with its reason. */
export const MAY_BE_ALIKE: { [language: string]: { [message: string]: string } } = {
  fr: {
    "guidance:law.place.fr": SAME_WORD,
    "reporter:mailbox.dates": SAME_WORD,
    "reporter:mailbox.write.purpose.publication.label": SAME_WORD,
    "reporter:mailbox.write.purpose.protection.label": SAME_WORD,
    "form:field.harm.option.torture": SAME_WORD,
    "form:field.harm.option.discrimination": SAME_WORD,
    "procedure:region.protection.title": SAME_WORD,
    "codes:states.coordination.label": SAME_WORD,
    "codes:events.silence.detected.label": SAME_WORD,
    "codes:tiers.T3.short": SAME_WORD,
    "codes:tiers.T4.short": SAME_WORD,
  },
  es: {
    "reporter:people.no": SAME_WORD,
    "reporter:mailbox.write.implementation.not.label": SAME_WORD,
    "form:field.urgent.option.no": SAME_WORD,
    "form:field.retaliation.option.none": SAME_WORD,
    "form:field.loss.part.timeCritical.option.no": SAME_WORD,
    "form:field.loss.part.sme.option.no": SAME_WORD,
    "form:field.confid.option.none": SAME_WORD,
    "form:field.retaliation.part.state.option.none": SAME_WORD,
    "form:field.confidParts.part.toAuthority.option.no": SAME_WORD,
    "procedure:region.urgency.states.normal": SAME_WORD,
    "codes:tiers.T3.short": SAME_WORD,
  },
};
