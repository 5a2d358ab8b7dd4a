import { type FormEvent, useRef, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { get, post } from "~/desk/office-api";
import { useReady } from "../use-ready";
import { CalendarSelect } from "./calendar-select";
import type { PlaceView, PoliciesView } from "./policies-view";
import { PolicyFailure } from "./policy-failure";
import { WeekendField } from "./weekend-field";

/** The country and region whose public holidays the office keeps, with the next ones to check the choice by, and its weekend. */
export function CalendarForm({ calendar, today }: Pick<PoliciesView, "calendar" | "today">) {
  const t = useWords("policy");
  const ready = useReady();
  const [place, setPlace] = useState<PlaceView>(calendar.place);
  const [busy, setBusy] = useState(false);
  const [looking, setLooking] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(0);

  const hasWeekend = place.weekend.length === 1 || place.weekend.length === 2;

  /** Another country proposes its own weekend; a region of the same country leaves what was chosen. Somebody who moves through the list quickly sees the last choice, whichever answer comes last. */
  const look = async (country: string, region: string) => {
    const mine = ++asked.current;
    const regions = country === place.country ? place.regions : [];
    // The list stays until its answer is there, so that nothing jumps; saving waits for it.
    setPlace({ ...place, country, region, regions });
    setLooking(true);
    setSaved(false);
    setError(null);
    try {
      const found = await get<PlaceView>(`/api/v1/office/calendar?${new URLSearchParams({ country, region })}`);
      const weekend = country === place.country ? place.weekend : found.weekend;
      if (asked.current === mine) setPlace({ ...found, weekend });
    } catch (fault) {
      if (asked.current === mine) setError(fault);
    }
    if (asked.current === mine) setLooking(false);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy || looking || !hasWeekend) return;
    setBusy(true);
    setError(null);
    try {
      await post("/api/v1/office/calendar", { country: place.country, region: place.region, weekend: place.weekend });
      setSaved(true);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t("calendar.heading")}</h2>
      <p>{t("calendar.lead", { zone: calendar.timeZone.replaceAll("_", " ") })}</p>
      <form className="card" onSubmit={(event) => void save(event)} noValidate aria-labelledby="calendar">
        <CalendarSelect
          label={t("calendar.country")}
          none={t("calendar.noCountry")}
          choices={calendar.countries}
          value={place.country}
          onValue={(country) => void look(country, "")}
        />
        {place.regions.length > 0 && (
          <CalendarSelect
            label={t("calendar.region")}
            none={t("calendar.noRegion")}
            choices={place.regions}
            value={place.region}
            onValue={(region) => void look(place.country, region)}
          />
        )}
        <NextHolidays place={place} today={today} looking={looking} />
        <WeekendField
          value={place.weekend}
          onValue={(weekend) => {
            setPlace({ ...place, weekend });
            setSaved(false);
          }}
        />
        <PolicyFailure error={error} />
        <p className="actions">
          <button type="submit" className="button primary" disabled={!ready || busy || looking || !hasWeekend}>
            {t("calendar.save")}
          </button>
        </p>
        <div role="status">{saved && <p className="note good">{t("calendar.saved")}</p>}</div>
      </form>
    </section>
  );
}

function NextHolidays({ place, today, looking }: { place: PlaceView; today: string; looking: boolean }) {
  const t = useWords("policy");
  const language = useLanguage();
  if (place.country === "") return <p className="quiet">{t("calendar.weekendsOnly")}</p>;
  return (
    <div aria-live="polite" aria-busy={looking}>
      <h3>{t("calendar.next")}</h3>
      <ul>
        {place.next.map(({ day, name }) => (
          <li key={day}>
            {writeDay(day, language, today)} · <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
