// The office's own pages stand in the desk's frame: same sign-in, same key, same words.
export { default, ErrorBoundary, handle, links, loader } from "./desk";
