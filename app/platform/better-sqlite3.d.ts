/** As much of the driver as is used here directly; everything else goes through Prisma. */
declare module "better-sqlite3" {
  export type Options = { timeout?: number };
  type Value = string | number | Uint8Array;
  type Statement = { run(...values: Value[]): unknown; get(...values: Value[]): unknown };
  export default class Sqlite {
    constructor(file: string, options?: Options);
    prepare(sql: string): Statement;
    pragma(setting: string): unknown;
    transaction(work: () => void): { immediate(): void };
    close(): void;
  }
}
