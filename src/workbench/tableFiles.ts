/** Which files of a folder are worth opening, by their names. */

/** What a folder is looked through for; a file that is chosen by itself is opened whatever it is called. */
const tables = /\.(?:xlsx|xlsm|xls|et|xlsb|ods|fods|docx|csv)$/iu;

/** Whether a file that lies in a folder is worth opening; "~$…" are locks of the office suites. */
export function isTable({ name }: { readonly name: string }): boolean {
  return tables.test(name) && !/^(?:~\$|\.)/u.test(name);
}
