/** What is planted in every file of the corpus, and must be gone from its clean copy: names, a machine, a place, a number. */
export const MARKS = {
  author: "Zaynab Plantedauthor",
  second: "Ruben Secondplanted",
  company: "Plantedworks Exports",
  software: "PlantedWriter 9.7",
  serial: "PLANTSER0042",
  path: "C:\\Users\\zplanted\\Desktop\\secret",
  comment: "planted remark about the depot",
  earlier: "planted earlier wording",
  attachment: "planted attachment bytes",
  trailing: "planted bytes behind the end",
  printer: "PLANTED-LASER-3",
} as const;

export const LATITUDE = "52.516275";
export const LONGITUDE = "13.377704";
export const MODEL = "Plantcam X100";

/** A file of the corpus: where it lies, and which marks were planted in it. */
export type Planted = { path: string; marks: string[] };
