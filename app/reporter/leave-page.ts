import { armLeaving } from "./leave";
import { guardSealedFiles } from "./sealed-file";

/** The whole script of public pages without a form of their own: the quick way out, and a look at a chosen file before it is sent. */
armLeaving(window);
guardSealedFiles(document);
