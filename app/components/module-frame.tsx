import { IconSheet } from "~/components/icons";

/**
 * What the static module takes a copy of: heading, errors, body, actions. It lies in a template, so that without scripts
 * the page holds no control at all that somebody could type into.
 */
export function ModuleFrame() {
  return (
    <template>
      <div className="above quiet" data-part="above" />
      <h1 tabIndex={-1} data-part="heading">
        {" "}
      </h1>
      <div className="note bad errors" role="alert" tabIndex={-1} hidden data-part="errors" />
      <div className="step" data-part="body" />
      <div className="actions" data-part="actions" />
    </template>
  );
}

/** The module itself and the drawings it uses; the same file for everybody. */
export function ModuleScript({ src }: { src: string }) {
  return (
    <>
      <ModuleIcons />
      <script type="module" src={src} />
    </>
  );
}

/** The drawings that the module points at. */
export function ModuleIcons() {
  return <IconSheet names={["check", "file", "lock", "shield", "warn"]} />;
}
