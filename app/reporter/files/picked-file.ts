/**
 * A file as it will be sent.
 *
 * Shape: `name` can be changed by the reporter; `content` is the cleaned copy where one could be made;
 *        `found` are the kinds of hidden details that were in the file.
 */
export type PickedFile = {
  id: string;
  name: string;
  type: string;
  content: Blob;
  found: string[];
  state: "clean" | "cleaned" | "uncleaned";
};
